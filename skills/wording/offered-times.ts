/** What is said with every offer of free times. */
import { otherHalf } from "../domain/day-halves.ts";
import type { Slot } from "../domain/pick-slots.ts";
import { speakList } from "../text/speak-date.ts";

/** What follows every offer where appointments can be booked or moved. */
export const offerRule =
  "These are local times of the location. Offer them as the caller would say them, as in 1 PM in English, and in a call at most three; ask which one suits, and name no other time as free.";

/** What follows an offer that leaves free times out. */
export const moreRule =
  " There are more: if none of these suits, ask which time the caller would prefer, and check the times again with it.";

/**
 * A sentence about the other half of the day, where an hour that nothing is free at may stand for it; "" where it may
 * not.
 *
 * @param slots all free times of the day, in order
 * @param time `HH:MM`, or "" for none
 */
export function otherHalfText(slots: readonly Slot[], time: string): string {
  const other = time === "" ? "" : otherHalf(slots, time);
  return other === "" ? "" : ` If the caller meant ${other}: that is free.`;
}

/** Times as a spoken list: `10:00, 12:00 and 16:30`. */
export function speakTimes(slots: readonly Slot[]): string {
  return speakList(slots.map((slot) => slot.time));
}
