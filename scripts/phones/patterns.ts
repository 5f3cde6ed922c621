/** Two regular expressions that hold the numbering plans of all countries, short enough for a handler. */
import { placeOf } from "./automaton.ts";
import type { Place } from "./automaton.ts";
import { codePlans } from "./metadata.ts";
import type { CodePlan } from "./metadata.ts";

const anyDigit = "[0-9]";

/** Digits of a full number that can be booked with; E.164 ends at the longest. */
const shortest = 9;
const longest = 15;

/**
 * What the plans do not have, or not any more. Brazil's mobiles are still written without their ninth digit, and
 * Mexico's with the prefixes of before 2019.
 */
const olderNumbers: Readonly<Record<string, readonly string[]>> = { "55": ["[1-9][1-9][6-9]\\d{7}"] };
const olderPrefixes: Readonly<Record<string, readonly string[]>> = { "52": ["01", "02", "044", "045", "1"] };

/**
 * Matches the full numbers of the world, digits with the code: by the code, by the first digit after it and by the
 * lengths that digit allows. In North America, where all numbers are of one length, by the area code and the first
 * digit of the exchange.
 */
export function numberPattern(): string {
  const patterns = new Map(
    codePlans()
      .map(({ code, numbers }): [string, string] => [code, patternOf(code, numbers)])
      .filter(([, pattern]) => pattern !== ""),
  );
  return `^${byCode(patterns, "")}$`;
}

/** Matches a full number that carries a trunk prefix after its code: one of the groups is the code, the last the rest. */
export function trunkPattern(): string {
  const byPrefixes = new Map<string, string[]>();
  for (const plan of codePlans()) {
    const prefixes = prefixesOf(plan)
      .map((prefix) => (prefix === "0" ? "0+" : prefix))
      .join("|");
    if (prefixes !== "") {
      byPrefixes.set(prefixes, [...(byPrefixes.get(prefixes) ?? []), plan.code]);
    }
  }
  const groups = [...byPrefixes].map(([prefixes, codes]) => {
    const code = byCode(new Map(codes.map((one) => [one, ""])), "");
    return `(${code})${prefixes.includes("|") ? `(?:${prefixes})` : prefixes}`;
  });
  return `^(?:${groups.join("|")})(${anyDigit}+)$`;
}

/** Longer prefixes first, so that the whole prefix is taken. */
function prefixesOf({ code, prefix, prefixPattern }: CodePlan): readonly string[] {
  const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
  const short = [...digits, ...digits.flatMap((one) => digits.map((other) => `${one}${other}`))];
  const taken = new RegExp(`^(?:${prefixPattern})$`, "u");
  const known = [prefix, ...short.filter((text) => taken.test(text)), ...(olderPrefixes[code] ?? [])];
  return [...new Set(known)]
    .filter((text) => text !== "")
    .sort((a, b) => b.length - a.length || a.localeCompare(b));
}

function patternOf(code: string, numbers: readonly string[]): string {
  const place = placeOf([...numbers, ...(olderNumbers[code] ?? [])]);
  if (code !== "1") {
    return headPattern(place, code.length, 1);
  }
  const areas = headPattern(place, code.length, 3);
  return `${areas.replaceAll(`${anyDigit}{7}`, "")}[2-9]${anyDigit}{6}`;
}

/**
 * The numbers from a place on, digit by digit for so many digits, then by their lengths.
 *
 * @param before how many digits of the full number stand before the place
 */
function headPattern(place: Place, before: number, digits: number): string {
  if (digits === 0) {
    return tailPattern(place.lengths.filter((rest) => before + rest >= shortest && before + rest <= longest));
  }
  const heads = new Map<string, number[]>();
  for (const [digit, next] of place.next) {
    const rest = headPattern(next, before + 1, digits - 1);
    if (rest !== "") {
      heads.set(rest, [...(heads.get(rest) ?? []), digit]);
    }
  }
  return choice(heads);
}

/** So many digits: `[0-9]{7,8}`; "" when there is no length. */
function tailPattern(lengths: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const length of lengths) {
    const span = spans.at(-1);
    if (span?.last === length - 1) {
      span.last = length;
    } else {
      spans.push({ first: length, last: length });
    }
  }
  const parts = spans.map(
    ({ first, last }) =>
      `${anyDigit}{${first === last ? String(first) : `${String(first)},${String(last)}`}}`,
  );
  return parts.length > 1 ? `(?:${parts.join("|")})` : (parts[0] ?? "");
}

/** The codes that begin with some digits, each with its pattern, as one pattern of what follows these digits. */
function byCode(patterns: ReadonlyMap<string, string>, start: string): string {
  const whole = patterns.get(start);
  if (whole !== undefined) {
    return whole;
  }
  const heads = new Map<string, number[]>();
  for (let digit = 0; digit < 10; digit += 1) {
    const more = `${start}${String(digit)}`;
    if ([...patterns.keys()].some((code) => code.startsWith(more))) {
      const rest = byCode(patterns, more);
      heads.set(rest, [...(heads.get(rest) ?? []), digit]);
    }
  }
  return choice(heads);
}

/** Digits with what follows them, as one pattern. */
function choice(heads: ReadonlyMap<string, readonly number[]>): string {
  const parts = [...heads].map(([rest, digits]) => `${digitClass(digits)}${rest}`);
  return parts.length > 1 ? `(?:${parts.join("|")})` : (parts[0] ?? "");
}

/** Ascending digits as a class: `7`, `[2-57]`. */
function digitClass(digits: readonly number[]): string {
  if (digits.length === 1) {
    return String(digits[0]);
  }
  const isIn = (digit: number): boolean => digits.includes(digit);
  const inner = digits
    .filter((digit) => !(isIn(digit - 1) && isIn(digit + 1)))
    .map((digit) =>
      isIn(digit + 1) && isIn(digit + 2) && !isIn(digit - 1) ? `${String(digit)}-` : String(digit),
    )
    .join("");
  return `[${inner}]`;
}
