/** A part of the day that crosses midnight, as from ten in the evening to two in the morning. */
import { slotsBetween } from "../domain/pick-slots.ts";
import type { FreeTimes } from "../lookups/free-times.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import type { Enquiry } from "./enquiry.ts";
import { daysOffer } from "./offer-text.ts";

/** True when the part of the day asked for ends on the next date, and not just at its very beginning. */
export function isNight(wish: AvailabilityWish): boolean {
  return wish.time === "" && wish.timeTo > "00:00" && wish.timeFrom > wish.timeTo;
}

/**
 * The offer for a night, "" when nothing is free in it.
 *
 * @param evening all free times of the date asked for
 * @param morning those of the next; when they could not be looked up, there are none
 */
export function describeNight(enquiry: Enquiry, evening: FreeTimes, morning: FreeTimes): string {
  const { timeFrom, timeTo } = enquiry.wish;
  const parts = [
    { ...evening, slots: slotsBetween(evening.slots, timeFrom, "") },
    { ...morning, slots: slotsBetween(morning.slots, "", timeTo) },
  ];
  return daysOffer(
    enquiry,
    parts.filter((part) => part.slots.length > 0),
  );
}
