/** The texts of `GetDateTime`. */
import { Temporal } from "@js-temporal/polyfill";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * A moment as the platform writes it: `2024-01-19T14:30:45.123000-05:00`, with `, Friday` on request
 * (docs/platform.md, "Time zones"). Like Python's `isoformat`, a whole second has no fraction.
 *
 * @param now milliseconds since the epoch
 * @param zone IANA zone
 * @param format `datetime`, `date` or `time`
 * @throws Error for an unknown zone or format
 */
export function zonedDateTime(now: number, zone: string, format: string, weekday: boolean): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const fractionalSecondDigits = moment.millisecond === 0 ? 0 : 6;
  const suffix = weekday ? `, ${weekdays[moment.dayOfWeek - 1] ?? ""}` : "";
  switch (format) {
    case "datetime":
      return moment.toPlainDateTime().toString({ fractionalSecondDigits }) + moment.offset + suffix;
    case "date":
      return moment.toPlainDate().toString() + suffix;
    case "time":
      return moment.toPlainTime().toString({ fractionalSecondDigits }) + suffix;
    default:
      throw new Error(`there is no format ${format}`);
  }
}
