/** How free times are put to the agent: short, speakable, in the location's time. */
import { minutesOf } from "#sdk";
import { nearestSlots, slotsBetween, slotsOverBy, spreadSlots, threeSlots } from "../domain/pick-slots.ts";
import type { Slot } from "../domain/pick-slots.ts";
import { anyStaffId } from "../domain/visit.ts";
import type { FreeTimes } from "../lookups/free-times.ts";
import { speakDay, speakMoment } from "../text/speak-date.ts";
import { moreRule, offerRule, otherHalfText, speakTimes } from "../wording/offered-times.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import type { Enquiry } from "./enquiry.ts";
import { meantWish } from "./meant-hours.ts";
import { ownPlaceText } from "./own-place.ts";
import { nameTimes } from "./name-times.ts";

const noBooking =
  "No new appointment can be booked here: tell the caller so and offer to pass the request to the team.";

/**
 * The slots of a day that suit the wish's time of day. An exact time suits whenever it is over.
 *
 * @param seconds how long the visit takes where a slot does not say
 */
export function suitingSlots(
  slots: readonly Slot[],
  wish: AvailabilityWish,
  seconds: number,
): readonly Slot[] {
  if (wish.time !== "") {
    return slots.filter((slot) => slot.time === wish.time);
  }
  const within = slotsBetween(slots, wish.timeFrom, wish.timeTo);
  return wish.finishBy === "" ? within : slotsOverBy(within, wish.timeFrom, wish.finishBy, seconds);
}

/** What follows an offer: whether it may lead to a booking depends on the switch. */
export function offerEnd(enquiry: Enquiry): string {
  return enquiry.canBook
    ? offerRule
    : `These are local times of the location. Name no other time as free. ${noBooking}`;
}

/** The offer for one day that has free times, or in which the appointment to be moved takes the time itself. */
export function dayOffer(enquiry: Enquiry, times: FreeTimes): string {
  const { plan, wish } = enquiry;
  const { today } = enquiry.clock;
  const { date, slots } = times;
  const { subject, whenAsked } = plan;
  const suiting = suitingSlots(slots, wish, enquiry.seconds);
  if (wish.time !== "" && suiting.length > 0) {
    const others = nearestSlots(
      slots.filter((slot) => slot.time !== wish.time),
      wish.time,
    );
    const near =
      others.length > 0 ? ` Other free times near it that day: ${offered(enquiry, others, slots)}.` : "";
    const end = enquiry.canBook ? "Tell the caller and ask whether it suits." : noBooking;
    const time = offered(enquiry, suiting, slots);
    return `${speakDay(date, today)} at ${time} is free for ${subject}.${whoText(enquiry, time)}${tooLongText(enquiry, suiting)}${near} ${end} Name no other time as free.${whenAsked}`;
  }
  if (suiting.length === 0) {
    const own = ownPlaceText(enquiry, date);
    const why = own === "" ? notFree(enquiry, date) : own;
    const times = offered(enquiry, nearestTo(slots, wish), slots);
    const near = times === "" ? "" : ` The nearest free times that day: ${times}.`;
    const other = own === "" ? otherHalfText(slots, wish.time) : "";
    return `${why}${near}${other} ${offerEnd(enquiry)}${whenAsked}`;
  }
  const shown = spreadSlots(suiting);
  const more = suiting.length > shown.length ? moreRule : "";
  const listed = offered(enquiry, shown, slots);
  return `Free times for ${subject} on ${speakDay(date, today)}: ${listed}.${whoText(enquiry, listed)}${more} ${offerEnd(enquiry)}${whenAsked}`;
}

/** A sentence where the visit at the exact time asked for is over later than it has to be; "" where it is not. */
function tooLongText({ wish, seconds }: Enquiry, suiting: readonly Slot[]): string {
  const slot = suiting[0];
  const { time, finishBy } = wish;
  if (slot === undefined || finishBy === "" || slotsOverBy(suiting, time, finishBy, seconds).length > 0) {
    return "";
  }
  const over = minutesOf(slot.time) + Math.floor((slot.seconds > 0 ? slot.seconds : seconds) / 60);
  const minutes = over % 1440;
  const minute = minutes % 60;
  return ` It is over at ${Math.floor(minutes / 60)}:${minute < 10 ? "0" : ""}${minute}, later than the caller wants.`;
}

/** The offer for several days, at most five times in all. Each day has suiting slots. */
export function daysOffer(enquiry: Enquiry, days: readonly FreeTimes[]): string {
  const { subject, whenAsked } = enquiry.plan;
  const { today } = enquiry.clock;
  const first = days[0];
  const second = days[1];
  if (first === undefined) {
    return "";
  }
  const end = `${offerEnd(enquiry)}${whenAsked}`;
  if (second === undefined) {
    const times = offered(enquiry, spreadSlots(first.slots), first.slots);
    const more = first.slots.length > 5 ? moreRule : "";
    return `Free times for ${subject} on ${speakDay(first.date, today)}: ${times}.${whoText(enquiry, times)}${more} ${end}`;
  }
  const early = offered(enquiry, threeSlots(first.slots), first.slots);
  const late = offered(enquiry, threeSlots(second.slots).slice(0, 2), second.slots);
  const more = first.slots.length > 3 || second.slots.length > 2 ? moreRule : "";
  const who = whoText(enquiry, `${early}${late}`);
  return `Free times for ${subject}: on ${speakDay(first.date, today)} at ${early}; on ${speakDay(second.date, today)} at ${late}.${who}${more} ${end}`;
}

/** The nearest free times of another day, as a sentence; "" when there are none. */
export function nearestOffer(enquiry: Enquiry, times: FreeTimes): string {
  const { date, slots } = times;
  const { today } = enquiry.clock;
  return slots.length === 0
    ? ""
    : `The nearest free times are on ${speakDay(date, today)}: ${offered(enquiry, fewTimes(enquiry, slots), slots)}.`;
}

/** A few slots of a day: those that suit, else those nearest to what was asked for. */
export function fewTimes(enquiry: Enquiry, slots: readonly Slot[]): readonly Slot[] {
  const meant = meantWish(enquiry.wish, slots);
  const suiting = suitingSlots(slots, meant, enquiry.seconds);
  return suiting.length > 0 ? spreadSlots(suiting) : nearestTo(slots, meant);
}

/** Times with the names of those who do it, where the caller will take anybody and it can be told. */
function offered(enquiry: Enquiry, shown: readonly Slot[], day: readonly Slot[]): string {
  return enquiry.plan.visit.staffId === anyStaffId ? nameTimes(shown, day, enquiry.team) : speakTimes(shown);
}

/** With whom it is, where the caller has named nobody and the times do not say. */
function whoText({ plan, only }: Enquiry, times: string): string {
  return plan.staffName !== "" || times.includes(" with ")
    ? ""
    : only === ""
      ? " It is with whoever is free."
      : ` It is with ${only}, the only one who does it.`;
}

function nearestTo(slots: readonly Slot[], wish: AvailabilityWish): readonly Slot[] {
  const wanted = [wish.time, wish.timeFrom, wish.timeTo].find((time) => time !== "");
  // What is over too late is over soonest in the morning.
  return nearestSlots(slots, wanted ?? "00:00");
}

/** Why nothing suits on a day that has free times. */
function notFree(enquiry: Enquiry, date: string): string {
  const { plan, wish, clock } = enquiry;
  const { today } = clock;
  const isToday = date === today;
  if (wish.time !== "") {
    return isToday && wish.time <= clock.now
      ? `${speakMoment(date, wish.time)} is in the past.`
      : `${speakMoment(date, wish.time)} is not free for ${plan.subject}.`;
  }
  const isOver = isToday && wish.timeTo !== "" && wish.timeTo <= clock.now && wish.timeFrom <= wish.timeTo;
  return isOver
    ? "The part of the day asked for is over today."
    : `On ${speakDay(date, today)} nothing is free for ${plan.subject} in the part of the day asked for.`;
}
