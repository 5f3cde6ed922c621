/**
 * Dates, times and zones
 *
 * Dates are texts `YYYY-MM-DD`, times are texts `HH:MM`, moments are seconds; the SDK converts.
 *
 * @run {"input": {"at": "2026-03-29T00:30:00Z", "zone": "Europe/Berlin"}}
 * @run {"input": {"at": "soon", "zone": "Mars/Olympus"}}
 */
import { addDays, localTime, parseDateTime, weekdayOf } from "#sdk";

export function main(input: { at: string; zone: string }): string {
  const moment = parseDateTime(input.at);
  if (!moment.ok) {
    return "no time";
  }
  const clock = localTime(moment.seconds, input.zone);
  const tomorrow = addDays(clock.date, 1);
  return `${clock.date} ${clock.time} ${clock.offset}, tomorrow ${tomorrow} (weekday ${weekdayOf(tomorrow)})`;
}
