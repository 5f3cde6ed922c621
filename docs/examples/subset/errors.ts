/**
 * Errors
 *
 * What a `throw` throws is caught as in JavaScript, also out of functions that are called in the block, and those they call.
 *
 * @run {"input": "{\"master\": \"Anna\"}"}
 * @run {"input": "{\"master\": \"\"}"}
 * @run {"input": "<html>"}
 */
class BookingError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "BookingError";
  }
}

function masterOf(booking: { readonly master: string }): string {
  if (booking.master === "") {
    throw new BookingError("nobody", "No master was named.");
  }
  return booking.master;
}

export function main(body: string): string {
  try {
    const booking = JSON.parse(body) as { readonly master: string };
    return masterOf(booking);
  } catch (error) {
    return error instanceof BookingError ? `${error.code}: ${error.message}` : "not JSON";
  }
}
