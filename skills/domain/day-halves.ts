/** Which half of the day an hour is meant in: callers say `three`, and it may be written down as 03:00. */
import { minutesOf } from "#sdk";
import type { Slot } from "./pick-slots.ts";

/** Before this, hardly anybody opens. */
const nightEnd = "07:00";

/**
 * An hour of the night as that of the afternoon, `15:00` for `03:00`; any other as it is.
 *
 * @param time `HH:MM`, or "" for none
 */
export function laterHalf(time: string): string {
  return time !== "" && time < nightEnd ? twelveLater(time) : time;
}

/**
 * The hour that must be meant on a day: that of the afternoon where the night was written, nothing is free that early
 * and something is as late.
 *
 * @param slots all free times of the day, in order
 * @param time `HH:MM`
 */
export function meantTime(slots: readonly Slot[], time: string): string {
  const later = laterHalf(time);
  const isOpenOnlyLater = (slots[0]?.time ?? "") > time && (slots.at(-1)?.time ?? "") >= later;
  return isOpenOnlyLater ? later : time;
}

/**
 * The hour that may be meant besides: twelve hours later, when the day has nothing free so early and just that is free.
 * "" when there is none.
 *
 * @param slots all free times of the day, in order
 * @param time `HH:MM`
 */
export function otherHalf(slots: readonly Slot[], time: string): string {
  const later = time < "12:00" ? twelveLater(time) : "";
  return (slots[0]?.time ?? "") > time && slots.some((slot) => slot.time === later) ? later : "";
}

function twelveLater(time: string): string {
  return `${Math.floor(minutesOf(time) / 60) + 12}${time.slice(2)}`;
}
