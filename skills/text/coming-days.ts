/** The days ahead, so that nobody has to count weekdays. */
import { addDays, asInteger, daysInMonth, weekdayOf } from "#sdk";
import { weekdays } from "./speak-date.ts";

/** Two weeks. */
const daysAhead = 14;

/**
 * The next fourteen days with their weekdays: `Mon 2026-11-30, Tue 2026-12-01, ...`.
 *
 * @param today the first of them, `YYYY-MM-DD`
 */
export function comingDays(today: string): string {
  // They reach into the next month at most; a call for each of them would be felt.
  const month = today.slice(0, 8);
  const last = daysInMonth(asInteger(month.slice(0, 4)), asInteger(month.slice(5, 7)));
  const nextMonth = addDays(`${month}${last}`, 1).slice(0, 8);
  const first = asInteger(today.slice(8, 10));
  const weekday = weekdayOf(today) - 1;
  const days: string[] = [];
  for (let index = 0; index < daysAhead; index += 1) {
    const day = first + index;
    const date =
      day > last ? `${nextMonth}${`${day - last}`.padStart(2, "0")}` : `${month}${`${day}`.padStart(2, "0")}`;
    days.push(`${(weekdays[(weekday + index) % 7] ?? "").slice(0, 3)} ${date}`);
  }
  return days.join(", ");
}
