/** Chooses the few times that are worth saying out of a day's many. */
import { minutesOf } from "./calendar.ts";

/** A free time of one day. */
export interface Slot {
  /** Local time, `HH:MM`. */
  readonly time: string;
  /** The moment exactly as the booking system wrote it; it is passed back unchanged. */
  readonly datetime: string;
}

/**
 * Up to five slots spread evenly over those given, the first and the last among them.
 *
 * @param slots in the order of the day
 */
export function spreadSlots(slots: readonly Slot[]): readonly Slot[] {
  if (slots.length <= 5) {
    return slots;
  }
  const chosen: Slot[] = [];
  for (let i = 0; i < 5; i += 1) {
    const slot = slots[Math.floor((i * (slots.length - 1)) / 4)];
    if (slot !== undefined) {
      chosen.push(slot);
    }
  }
  return chosen;
}

/**
 * Up to three slots nearest to a time, in the order of the day.
 *
 * @param time `HH:MM`
 */
export function nearestSlots(slots: readonly Slot[], time: string): readonly Slot[] {
  const wanted = minutesOf(time);
  return slots
    .map((slot) => ({ slot, distance: Math.abs(minutesOf(slot.time) - wanted) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((entry) => entry.slot)
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/**
 * The slots inside a span of the day; an empty bound is open.
 *
 * @param from `HH:MM` or ""
 * @param to `HH:MM` or "", inclusive
 */
export function slotsBetween(slots: readonly Slot[], from: string, to: string): readonly Slot[] {
  return slots.filter((slot) => (from === "" || slot.time >= from) && (to === "" || slot.time <= to));
}
