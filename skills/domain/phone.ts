/** Phone numbers as Altegio takes them: digits with the country code, no sign, no blanks. */
import { plannedNumber, trunkedNumber } from "./phone-plans.ts";

/** A country as far as numbers are concerned (docs/altegio-api.md, "Countries"). */
export interface PhoneCountry {
  /** Country calling code as digits, "" when unknown. */
  readonly code: string;
}

/** What tells a caller's number at a location. */
export interface PhonePlan extends PhoneCountry {
  /** The location's own numbers as Altegio has them: a call forwarded by one of them shows it for the caller's. */
  readonly own: readonly string[];
}

/** Where digits that begin like the code are a mobile inside the country rather than a short fixed line with it. */
const italy = "39";

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/gu, "");
}

/**
 * A phone number as digits with its country code, "" when no numbering plan has it: 9 to 15 digits, the lengths
 * Altegio accepts (docs/altegio-api.md, "Phone numbers").
 *
 * A number with `+` or `00` keeps its own code; any other is taken as one of the location's country. A trunk
 * prefix, dialled only inside a country, is left out: `0171 ...`, `+49 (0)171 ...`. So is an extension.
 *
 * @param text what the caller said
 * @param country the country of the location
 */
export function normalisePhone(text: string, country: PhoneCountry): string {
  const digits = digitsOf(withoutExtension(text));
  const hasSign = /^[^0-9]*[+]/u.test(text) && !digits.startsWith("0");
  const abroad = digits.startsWith("00") ? digits.slice(2) : digits;
  const inside = `${country.code}${digits}`;
  const candidates =
    hasSign || abroad !== digits
      ? [abroad]
      : !digits.startsWith(country.code)
        ? [inside]
        : country.code === italy
          ? [inside, digits]
          : [digits, inside];
  // Each as it stands, then without its trunk prefix: there a zero may be part of the number, as in Italy.
  const spellings = candidates.flatMap((full) => [
    full,
    (full.match(trunkedNumber) ?? [])
      .slice(1)
      .map((part) => part ?? "")
      .join(""),
  ]);
  return spellings.find((full) => plannedNumber.test(full)) ?? "";
}

/**
 * The same for a number that a machine has written: one that is none of the location's country may carry its own
 * code without a sign.
 */
export function writtenPhone(text: string, country: PhoneCountry): string {
  const phone = normalisePhone(text, country);
  return phone === "" ? normalisePhone(`+${digitsOf(text)}`, country) : phone;
}

/** Cuts what only a switchboard needs: up to six digits after a word, an `x`, a `;` or a `#`. */
function withoutExtension(text: string): string {
  return (
    text.match(
      /^((?:[^0-9]*[0-9]){7,}[^0-9A-Za-zÀ-ɏЀ-ӿ;#]*)[A-Za-zÀ-ɏЀ-ӿ;#][^0-9]*[0-9]{1,6}[^0-9]*$/u,
    )?.[1] ?? text
  );
}

/**
 * True when two numbers reach the same line: a mobile has two forms in Mexico (a 1 after the code), Brazil (a ninth
 * digit) and Argentina (a 9 after the code).
 *
 * @param written as Altegio or the channel wrote it
 * @param phone digits with the country code, as `normalisePhone` gives them
 */
export function isSamePhone(written: string, phone: string, country: PhoneCountry): boolean {
  const digits = digitsOf(written);
  // The end is compared first, because it costs so much less. Digits may carry their code without a sign.
  return (
    digits.includes(endOfPhone(phone)) &&
    [digits, normalisePhone(written, country)].some((full) => lineOf(full) === lineOf(phone))
  );
}

/** Digits at the end of a number that are the same however its beginning is written. */
const sameEnd = 7;

/** What a number is searched by. */
export function endOfPhone(phone: string): string {
  return phone.slice(-sameEnd);
}

/** True for a number that is kept back from a user without the right to see it (docs/altegio-api.md, "Rights"). */
export function isKeptBack(written: string): boolean {
  return /[*•]/u.test(written) || digitsOf(written).length < sameEnd;
}

/** One form for each line, only to be compared. */
function lineOf(phone: string): string {
  return phone.replace(
    /^(?:(52)1([0-9]{10})|(54)9([0-9]{10})|(55[1-9][1-9])9([6-9][0-9]{7}))$/u,
    "$1$2$3$4$5$6",
  );
}
