/** The words in braces of a written conversation. */

/** Values by placeholder. A placeholder without a value stays as it is written. */
export type Placeholders = Readonly<Record<string, string>>;

/** A day as people say it: `Thursday, December 3`. @param date `YYYY-MM-DD` */
function speakDay(date: string): string {
  const parts = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-US", parts).format(new Date(`${date}T00:00:00Z`));
}

/** What is known before anybody speaks: `{date}` (`YYYY-MM-DD`) and `{day}` (`Thursday, December 3`). */
export function placeholdersOf(date: string): Placeholders {
  return { date, day: speakDay(date) };
}

/**
 * What an instruction adds: `{times}`, the times it names, and `{time}`, the second of the first times ever
 * named: what the caller chooses depends on what is really offered.
 */
export function withTimesOf(instruction: string, known: Placeholders): Placeholders {
  const times = instruction.match(/\b\d\d:\d\d\b/gu) ?? [];
  const [first] = times;
  const spoken = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(times);
  return first === undefined ? known : { ...known, times: spoken, time: known["time"] ?? times[1] ?? first };
}

/** The text with every known placeholder replaced. */
export function fillText(text: string, values: Placeholders): string {
  return text.replace(/\{(\w+)\}/gu, (written, name: string) => values[name] ?? written);
}

/** A JSON-like value with the placeholders of all its texts replaced. */
export function fillValue<Value>(value: Value, values: Placeholders): Value;
export function fillValue(value: unknown, values: Placeholders): unknown {
  if (typeof value === "string") {
    return fillText(value, values);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => fillValue(item, values));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fillValue(member, values)]))
    : value;
}
