/** What is said with every offer of free times. */
import type { Slot } from "../domain/pick-slots.ts";
import { speakList } from "../text/speak-date.ts";

/** What follows every offer where appointments can be booked or moved. */
export const offerRule =
  "These are local times of the location. Offer them, ask which one suits, and name no other time as free.";

/** Times as a spoken list: `10:00, 12:00 and 16:30`. */
export function speakTimes(slots: readonly Slot[]): string {
  return speakList(slots.map((slot) => slot.time));
}
