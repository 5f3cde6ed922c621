/** The words in braces of a written conversation. */
import { speakDate, speakList } from "../../skills/text/speak-date.ts";

/** Values by placeholder. A placeholder without a value stays as it is written. */
export type Placeholders = Readonly<Record<string, string>>;

/** What is known before anybody speaks: `{date}` (`YYYY-MM-DD`) and `{day}` (`Thursday, December 3`). */
export function placeholdersOf(date: string): Placeholders {
  return { date, day: speakDate(date) };
}

/**
 * What an instruction adds: `{times}`, the times it names, and `{time}`, the second of the first times ever
 * named: what the caller chooses depends on what is really offered.
 */
export function withTimesOf(instruction: string, known: Placeholders): Placeholders {
  const times = instruction.match(/\b\d\d:\d\d\b/gu) ?? [];
  const [first] = times;
  return first === undefined
    ? known
    : { ...known, times: speakList(times), time: known["time"] ?? times[1] ?? first };
}

/** The text with every known placeholder replaced. */
export function fillText(text: string, values: Placeholders): string {
  return text.replace(/\{(\w+)\}/gu, (written, name: string) => values[name] ?? written);
}

/** A JSON-like value with the placeholders of all its texts replaced. */
export function fillValue(value: unknown, values: Placeholders): unknown {
  if (typeof value === "string") {
    return fillText(value, values);
  }
  if (Array.isArray(value)) {
    return value.map((item) => fillValue(item, values));
  }
  return typeof value === "object" && value !== null ? fillRecord(value, values) : value;
}

/** `fillValue` for an object. */
export function fillRecord(record: object, values: Placeholders): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, member]) => [name, fillValue(member, values)]),
  );
}
