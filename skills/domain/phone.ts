/** Phone numbers as Altegio takes them: digits with the country code, no sign, no blanks. */
import { withoutTrunkPrefix, withoutTrunkZero } from "./trunk-prefix.ts";

/** How numbers of the location's country are written (docs/altegio-api.md, "Countries"). */
export interface PhonePlan {
  /** Country calling code as digits, "" when unknown. */
  readonly code: string;
  /** Digits of a full number with its code, 0 when unknown. Where lengths differ, a common one. */
  readonly digits: number;
}

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/gu, "");
}

/**
 * True for 9 to 15 digits, the lengths Altegio accepts (docs/altegio-api.md, "Phone numbers"). No country code
 * begins with a zero.
 */
function isFullNumber(digits: string): boolean {
  return /^[1-9][0-9]{8,14}$/u.test(digits);
}

/**
 * A phone number as digits with its country code, "" when it cannot be one.
 *
 * A number with `+` or `00` keeps its own code; any other is taken as one of the location's country. A trunk
 * prefix, dialled only inside a country, is left out: `0171 ...`, `+49 (0)171 ...`.
 *
 * @param text what the caller said or the channel reports
 * @param plan the country of the location
 */
export function normalisePhone(text: string, plan: PhonePlan): string {
  const digits = digitsOf(text);
  const hasSign = /^[^0-9]*[+]/u.test(text);
  const full = digits.startsWith("00")
    ? withoutTrunkZero(digits.slice(2))
    : hasSign && !digits.startsWith("0")
      ? withoutTrunkZero(digits)
      : plan.code === ""
        ? digits
        : nationalToFull(digits, plan);
  return isFullNumber(full) ? full : "";
}

/** Adds the country code to a number that may lack it or carry a trunk prefix instead. */
function nationalToFull(digits: string, plan: PhonePlan): string {
  const national = withoutTrunkPrefix(digits, plan.code);
  if (national !== digits || !digits.startsWith(plan.code)) {
    return `${plan.code}${national}`;
  }
  // Digits that begin like the code may be the number inside the country: its length tells. Not where lengths
  // differ: there nobody leaves the trunk zero out, so digits without one carry the code.
  const lengthTells = !["43", "46", "49"].includes(plan.code);
  const isNational =
    (lengthTells && digits.length + plan.code.length === plan.digits) ||
    (plan.code.length === 1 && digits.length === 10);
  const isFull = digits.length === plan.digits || digits.length >= plan.code.length + 8;
  return isFull && !isNational ? withoutTrunkZero(digits) : `${plan.code}${digits}`;
}
