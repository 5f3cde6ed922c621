/**
 * `Date` of a text or a number
 *
 * A `Date` is read as the number of its milliseconds, where a file asks of its dates no more than `getTime`, `toISOString`,
 * the getters of UTC, differences and comparisons. The text is a date, or a date and time with an offset; any other stops
 * the skill. What time it is now, `ctx.getDateTime(zone)` tells.
 *
 * @run {"input": {"from": "2026-12-01T10:30:00+01:00", "minutes": 90}}
 * @run {"input": {"from": "2024-02-29", "minutes": -1}}
 */
export function main(input: { from: string; minutes: number }): string {
  const start = new Date(input.from);
  const end = new Date(start.getTime() + input.minutes * 60000);
  return `${end.toISOString().slice(0, 16)}, weekday ${end.getUTCDay()}, ${end > start ? "later" : "earlier"}`;
}
