/** Phone numbers as Altegio takes them: digits with the country code, no sign, no blanks. */

/** How numbers of the location's country are written (altegio-api reference, section 2.6). */
export interface PhonePlan {
  /** Country calling code as digits, "" when unknown. */
  readonly code: string;
  /** Digits of a full number with its code, 0 when unknown. */
  readonly digits: number;
}

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/gu, "");
}

/** True for 9 to 15 digits, the lengths Altegio accepts (altegio-api reference, section 3.7). */
export function isFullNumber(digits: string): boolean {
  return /^[0-9]{9,15}$/u.test(digits);
}

/**
 * A phone number as digits with its country code, "" when it cannot be one.
 *
 * A number with `+` or `00` keeps its own code; any other is taken as one of the location's country.
 *
 * @param text what the caller said or the channel reports
 * @param plan the country of the location
 */
export function normalisePhone(text: string, plan: PhonePlan): string {
  const digits = digitsOf(text);
  const written = text.trim();
  const full = written.startsWith("+")
    ? digits
    : digits.startsWith("00")
      ? digits.slice(2)
      : plan.code === ""
        ? digits
        : nationalToFull(digits, plan);
  return isFullNumber(full) ? full : "";
}

/** Adds the country code to a number that may lack it or carry a trunk prefix instead. */
function nationalToFull(digits: string, plan: PhonePlan): string {
  const hasCode = digits.startsWith(plan.code);
  if (plan.digits > 0 && digits.length === plan.digits && hasCode) {
    return digits;
  }
  if (plan.digits > 0 && digits.length + plan.code.length === plan.digits) {
    return `${plan.code}${digits}`;
  }
  // Italy keeps the zero after its code; elsewhere it is only dialled inside the country.
  if (digits.startsWith("0") && plan.code !== "39") {
    return `${plan.code}${digits.replace(/^0+/gu, "")}`;
  }
  if (plan.code === "7" && digits.length === 11 && digits.startsWith("8")) {
    return `7${digits.slice(1)}`;
  }
  // One-digit codes belong to countries with ten national digits, which may begin with that very digit.
  const tenNational = plan.code.length === 1 && digits.length === 10;
  return hasCode && digits.length >= plan.code.length + 8 && !tenNational ? digits : `${plan.code}${digits}`;
}
