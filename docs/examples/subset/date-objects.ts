/**
 * `Date` of a text or a number
 *
 * A `Date` is read as the number of its milliseconds, in all files that import each other: in parameters, records, lists and
 * maps, with the getters and setters of UTC, `toISOString`, differences and comparisons. A date is changed in place where
 * nothing else has it: one that a variable of the function was made for. `if (date)` asks whether there is one.
 *
 * The text is a date, or a date and time with an offset; any other stops the skill, unless a `const` made of it is asked
 * whether it is NaN, which is true of a text without a digit, and of a month, a day or a time that there is not. Parts are
 * those of the years 1900 to 9999. What time it is now, `ctx.getDateTime(zone)` tells; what depends on the clock of a place is
 * refused where it stands, as is what no number has: a date as a text, as an object that is compared, or in JSON that is no
 * literal.
 *
 * @run {"input": {"from": "2026-12-01T10:30:00+01:00", "days": 90}}
 * @run {"input": {"from": "2024-02-29", "days": -1}}
 * @run {"input": {"from": "soon", "days": 1}}
 */
interface Span {
  start: Date;
  end: Date;
}

function spanOf(start: Date, days: number): Span {
  const end = new Date(start);
  end.setUTCDate(end.getUTCDate() + days);
  return { start, end };
}

export function main(input: { from: string; days: number }): string {
  const from = new Date(input.from);
  if (Number.isNaN(from.getTime())) {
    return "no date";
  }
  const { start, end } = spanOf(from, input.days);
  return `${end.toISOString().slice(0, 16)}, weekday ${end.getUTCDay()}, ${end > start ? "later" : "earlier"}`;
}
