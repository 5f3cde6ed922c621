// @run {"input":{"name":"Ann","phone":"555","service":"cut"}}
interface Booking { name: string; phone: string; service: string }

function check(booking: Booking): string {
  if (!booking.name) {
    throw new Error("name is missing");
  }
  if (booking.phone.length < 3) {
    throw new Error(`phone ${booking.phone} is too short`);
  }
  return booking.service.trim().toLowerCase();
}

export function main(booking: Booking): string {
  return check(booking);
}
