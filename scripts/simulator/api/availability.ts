/** Free slots of Online Booking, computed from schedules, durations, existing records and the horizon. */
import { bookableStaff, visitSeconds } from "./catalogue.ts";
import type { LocationData, StaffData } from "./salon-data.ts";
import { isFree, spansOn } from "./schedule.ts";
import type { World } from "./world.ts";
import { addDays, today, wallToEpoch } from "./zone-time.ts";

/** A free slot: start (epoch ms), length in seconds and the team member who would take it. */
export interface Slot {
  readonly start: number;
  readonly seconds: number;
  readonly staff: StaffData;
}

/** What slots are asked for. `staff` null = anybody; `ignoreId` is a record that does not block (a move). */
export interface SlotQuery {
  readonly staff: StaffData | null;
  readonly serviceIds: readonly number[];
  readonly date: string;
  readonly ignoreId?: number | undefined;
}

/** The first and last date that can be booked online, in the location's zone. */
export function bookingWindow(world: World, location: LocationData): { first: string; last: string } {
  const first = today(location.zone, world.now());
  return { first, last: addDays(first, location.rules.horizonDays) };
}

/**
 * The free slots of one date, by start. With any staff each start appears once, with the team member Altegio
 * would give it to (the heaviest that is free). Without services the real duration is ignored
 * (docs/altegio-api.md, "Free times").
 */
export function freeSlots(world: World, location: LocationData, query: SlotQuery): readonly Slot[] {
  const { first, last } = bookingWindow(world, location);
  if (query.date < first || query.date > last) {
    return [];
  }
  const people = bookableStaff(location).filter(
    (staff) => query.staff === null || staff.id === query.staff.id,
  );
  const byStart = new Map<number, Slot>();
  for (const slot of people.flatMap((staff) => slotsOf(world, location, staff, query))) {
    if (!byStart.has(slot.start)) {
      byStart.set(slot.start, slot);
    }
  }
  return [...byStart.values()].sort((one, other) => one.start - other.start);
}

function slotsOf(world: World, location: LocationData, staff: StaffData, query: SlotQuery): readonly Slot[] {
  const step = location.rules.gridMinutes * 60;
  const seconds = query.serviceIds.length === 0 ? step : visitSeconds(staff, query.serviceIds);
  if (seconds === null) {
    return [];
  }
  const earliest = world.now().getTime() + location.rules.delayMinutes * 60_000;
  const slots: Slot[] = [];
  for (const span of spansOn(location, staff, query.date)) {
    for (let wall = span.from; wall < span.to; wall += step) {
      const start = wallToEpoch(location.zone, query.date, wall);
      if (start === null || start < earliest || start + seconds * 1000 > span.end) {
        continue;
      }
      if (isFree(world.state, location, staff, { start, seconds, ignoreId: query.ignoreId })) {
        slots.push({ start, seconds, staff });
      }
    }
  }
  return slots;
}

/** Every bookable date of a range, clipped to the booking window; empty when the range lies outside. */
export function datesWithin(
  world: World,
  location: LocationData,
  range: { readonly from: string; readonly to: string },
): readonly string[] {
  const { first, last } = bookingWindow(world, location);
  const dates: string[] = [];
  const end = range.to < last ? range.to : last;
  for (let date = range.from > first ? range.from : first; date <= end; date = addDays(date, 1)) {
    dates.push(date);
  }
  return dates;
}
