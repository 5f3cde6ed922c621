/** The place in the calendar of an appointment that is to be moved: its own time counts as free for it. */
import { minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import type { Desk } from "../domain/desk.ts";
import { upcomingAppointments } from "../domain/own-appointments.ts";
import { isSharedLine } from "../hearing/caller-number.ts";
import { pickAppointment } from "../matching/pick-appointment.ts";
import { speakDay } from "../text/speak-date.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import type { Enquiry } from "./enquiry.ts";

/**
 * The caller's appointments that could be moved, in order; none on a line that several people share, because whose
 * they are is not asked for the sake of free times.
 */
export function movable(ctx: SkillContext, desk: Desk): readonly Appointment[] {
  const entries = upcomingAppointments(ctx, desk);
  return entries.length > 0 && isSharedLine(ctx, desk.phone) ? [] : entries;
}

/** The appointment that is to be moved; null where it is not clear which, and where none is. */
export function meantToMove(
  entries: readonly Appointment[],
  wish: AvailabilityWish,
  today: string,
): Appointment | null {
  if (wish.toMove === "" || entries.length === 0) {
    return null;
  }
  const clues = { said: wish.toMove, services: [], staff: "", date: "", time: "", today, fullName: "" };
  const entry = pickAppointment(entries, clues).entry;
  return entry === null || entry.status === "cancelled" ? null : entry;
}

/** The wish with the services and the member of the appointment, where no others were named. */
export function wishToMove(wish: AvailabilityWish, entry: Appointment): AvailabilityWish {
  const isSame = wish.staff === "" && wish.staffOptions.length === 0 && wish.staffExcluded.length === 0;
  return {
    ...wish,
    services: wish.services.length === 0 ? entry.services.map((service) => service.id) : wish.services,
    staff: isSame ? entry.staff.id : wish.staff,
  };
}

/**
 * A sentence about an exact time that the appointment to be moved takes itself, and that is therefore not listed; ""
 * for any other. What else is in the way shows with the move
 * (docs/altegio-api.md, "An appointment in its own way").
 *
 * @param date `YYYY-MM-DD`
 */
export function ownPlaceText(enquiry: Enquiry, date: string): string {
  const { own, wish, plan, seconds, clock } = enquiry;
  if (own === null || wish.time === "" || own.datetime.slice(0, 10) !== date) {
    return "";
  }
  const start = own.datetime.slice(11, 16);
  const length = own.seconds > 0 ? own.seconds : seconds;
  const isInside = Math.abs(minutesOf(start) - minutesOf(wish.time)) * 60 < length;
  if (!isInside || plan.visit.staffId !== own.staff.id) {
    return "";
  }
  const moment = `${speakDay(date, clock.today)} at ${wish.time}`;
  return start === wish.time
    ? `${moment} is when the appointment is already.`
    : `${moment} overlaps with the appointment that is to be moved, whose own time counts as free for it: it can go there unless another one is in the way, which the move will show.`;
}
