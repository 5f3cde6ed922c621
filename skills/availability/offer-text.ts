/** How free times are put to the agent: short, speakable, in the location's time. */
import type { VisitPlan } from "../shared/plan-visit.ts";
import { nearestSlots, slotsBetween, spreadSlots, threeSlots } from "../shared/pick-slots.ts";
import type { Slot } from "../shared/pick-slots.ts";
import { speakDate, speakList, speakMoment } from "../shared/speak-date.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import type { FreeTimes } from "./free-times.ts";

/** What follows every offer. */
export const offerRule =
  "These are local times of the location. Offer them, ask which one suits, and name no other time as free.";

/** Times as a spoken list: `10:00, 12:00 and 16:30`. */
export function speakTimes(slots: readonly Slot[]): string {
  return speakList(slots.map((slot) => slot.time));
}

/** The slots of a day that suit the wish's time of day. */
export function suitingSlots(slots: readonly Slot[], wish: AvailabilityWish): readonly Slot[] {
  return wish.time !== ""
    ? slots.filter((slot) => slot.time === wish.time)
    : slotsBetween(slots, wish.timeFrom, wish.timeTo);
}

/** The offer for one day that has free times. */
export function dayOffer(plan: VisitPlan, times: FreeTimes, wish: AvailabilityWish): string {
  const { date, slots } = times;
  const { subject, whenAsked } = plan;
  const suiting = suitingSlots(slots, wish);
  if (wish.time !== "") {
    const others = nearestSlots(
      slots.filter((slot) => slot.time !== wish.time),
      wish.time,
    );
    const near = others.length > 0 ? ` Other free times near it that day: ${speakTimes(others)}.` : "";
    return suiting.length > 0
      ? `${speakMoment(date, wish.time)} is free for ${subject}.${near} Tell the caller and ask whether to book it. Name no other time as free.${whenAsked}`
      : `${speakMoment(date, wish.time)} is not free for ${subject}. The nearest free times that day: ${speakTimes(others)}. ${offerRule}${whenAsked}`;
  }
  if (suiting.length === 0) {
    const bound = wish.timeFrom !== "" ? wish.timeFrom : wish.timeTo;
    return `On ${speakDate(date)} nothing is free for ${subject} in the part of the day asked for. The nearest free times that day: ${speakTimes(nearestSlots(slots, bound))}. ${offerRule}${whenAsked}`;
  }
  const shown = spreadSlots(suiting);
  const more =
    suiting.length > shown.length ? " There are more; if none suits, ask for a preferred time." : "";
  return `Free times for ${subject} on ${speakDate(date)}: ${speakTimes(shown)}.${more} ${offerRule}${whenAsked}`;
}

/** The offer for several days, at most five times in all. Each day has suiting slots. */
export function daysOffer(plan: VisitPlan, days: readonly FreeTimes[]): string {
  const { subject, whenAsked } = plan;
  const first = days[0];
  const second = days[1];
  if (first === undefined) {
    return "";
  }
  if (second === undefined) {
    return `Free times for ${subject} on ${speakDate(first.date)}: ${speakTimes(spreadSlots(first.slots))}. ${offerRule}${whenAsked}`;
  }
  const early = speakTimes(threeSlots(first.slots));
  const late = speakTimes(threeSlots(second.slots).slice(0, 2));
  return `Free times for ${subject}: on ${speakDate(first.date)} at ${early}; on ${speakDate(second.date)} at ${late}. ${offerRule}${whenAsked}`;
}

/** The nearest free times of another day, as a sentence; "" when there are none. */
export function nearestOffer(times: FreeTimes, wish: AvailabilityWish): string {
  if (times.slots.length === 0) {
    return "";
  }
  const suiting = suitingSlots(times.slots, wish);
  const shown =
    suiting.length > 0
      ? spreadSlots(suiting)
      : wish.time !== ""
        ? nearestSlots(times.slots, wish.time)
        : spreadSlots(times.slots);
  return `The nearest free times are on ${speakDate(times.date)}: ${speakTimes(shown)}.`;
}
