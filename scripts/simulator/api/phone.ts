/** Phone numbers as Altegio compares them: by digits only (docs/altegio-api.md, "Phone numbers"). */

/** The digits of a phone number in any spelling. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, "");
}

/**
 * True for what Online Booking accepts: 9 to 15 digits, an optional leading plus, nothing else
 * (docs/altegio-api.md, "Phone numbers").
 */
export function isBookingPhone(phone: string): boolean {
  return /^\+?\d{9,15}$/.test(phone);
}
