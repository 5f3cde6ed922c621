/** When a team member works, and whether a stretch of time is free. */
import type { LocationData, StaffData } from "./salon-data.ts";
import type { SalonState } from "./state.ts";
import { secondsOfDay, wallAt, wallToEpochOrAfter, weekday } from "./zone-time.ts";

/** A working span of one day. `from`, `to` are seconds after midnight; `end` is the instant it ends. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The working spans of a team member on a date of the location's zone; empty on a day off. */
export function spansOn(location: LocationData, staff: StaffData, date: string): readonly DaySpan[] {
  const spans = staff.exceptions[date] ?? staff.week[weekday(date)] ?? [];
  return spans.map((span) => {
    const from = secondsOfDay(span.from);
    const to = secondsOfDay(span.to);
    return {
      from,
      to,
      start: wallToEpochOrAfter(location.zone, date, from),
      end: wallToEpochOrAfter(location.zone, date, to),
    };
  });
}

/** True when one working span covers the whole visit; a visit may not stretch over a break. */
export function works(location: LocationData, staff: StaffData, start: number, seconds: number): boolean {
  const { date } = wallAt(location.zone, start);
  const end = start + seconds * 1000;
  return spansOn(location, staff, date).some((span) => span.start <= start && end <= span.end);
}

/** True when no live record of the team member overlaps the visit; `ignoreId` is the record being moved. */
export function isFree(
  state: SalonState,
  location: LocationData,
  staff: StaffData,
  visit: { readonly start: number; readonly seconds: number; readonly ignoreId?: number | undefined },
): boolean {
  const end = visit.start + visit.seconds * 1000;
  return state.busy(location.id, staff.id, visit.start, end).every((record) => record.id === visit.ignoreId);
}
