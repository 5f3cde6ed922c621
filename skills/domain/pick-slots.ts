/** Chooses the few times that are worth saying out of a day's many. */
import { minutesOf } from "#sdk";
import { laterHalf } from "./day-halves.ts";

/** A free time of one day. */
export interface Slot {
  /** Local time, `HH:MM`. */
  readonly time: string;
  /** The moment exactly as the booking system wrote it; it is passed back unchanged. */
  readonly datetime: string;
  /** How long the visit takes then, in seconds; 0 when not given. With anybody it may tell who does it. */
  readonly seconds: number;
  /** Whose it is, where several members were asked about one by one; "" for several of them. */
  readonly staffId?: string;
}

/**
 * Up to five slots spread evenly over the time they span, the first and the last among them.
 *
 * @param slots in the order of the day
 */
export function spreadSlots(slots: readonly Slot[]): readonly Slot[] {
  return closestTo(slots, [0, 1, 2, 3, 4]);
}

/**
 * Up to three slots: the first, the last and the one in the middle of the time between.
 *
 * @param slots in the order of the day
 */
export function threeSlots(slots: readonly Slot[]): readonly Slot[] {
  return closestTo(slots, [0, 2, 4]);
}

/**
 * For each quarter of the time they span the slot nearest to it, each slot once, in the order of the day.
 *
 * @param quarters 0 for the first slot, 4 for the last
 */
function closestTo(slots: readonly Slot[], quarters: readonly number[]): readonly Slot[] {
  const first = minutesOf(slots[0]?.time ?? "00:00");
  const span = minutesOf(slots.at(-1)?.time ?? "00:00") - first;
  let chosen: readonly string[] = [];
  for (const quarter of quarters) {
    const moment = first + Math.floor((quarter * span) / 4);
    const nearest = slots
      .filter((slot) => !chosen.includes(slot.datetime))
      .map((slot) => ({ key: slot.datetime, distance: Math.abs(minutesOf(slot.time) - moment) }))
      .reduce((best, item) => (item.distance < best.distance ? item : best), { key: "", distance: 9999 });
    chosen = [...chosen, nearest.key];
  }
  return slots.filter((slot) => chosen.includes(slot.datetime));
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
 * The slots that start inside a span of the day; an empty bound is open. A span that crosses midnight ends with the
 * day: its rest belongs to the next date.
 *
 * @param from `HH:MM` or ""
 * @param to `HH:MM` or "", exclusive
 */
export function slotsBetween(slots: readonly Slot[], from: string, to: string): readonly Slot[] {
  const until = from >= to || to === "00:00" ? "" : to;
  return slots.filter((slot) => slot.time >= from && (until === "" || slot.time < until));
}

/**
 * The slots whose visit is over in time. An end at night is one of the next day where even the afternoon's is none after
 * the start.
 *
 * @param start `HH:MM`, the earliest that was asked for; "" for none
 * @param end `HH:MM`; "00:00" is the end of the day
 * @param seconds how long the visit takes where a slot does not say
 */
export function slotsOverBy(
  slots: readonly Slot[],
  start: string,
  end: string,
  seconds: number,
): readonly Slot[] {
  const isNextDay = end === "00:00" || (laterHalf(end) !== end && laterHalf(end) <= start);
  const last = (minutesOf(end) + (isNextDay ? 1440 : 0)) * 60;
  return slots.filter(
    (slot) => minutesOf(slot.time) * 60 + (slot.seconds > 0 ? slot.seconds : seconds) <= last,
  );
}
