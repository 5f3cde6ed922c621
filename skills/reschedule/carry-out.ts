/** Checks the new time and moves the appointment there. */
import { minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import type { Clock } from "../domain/clock.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { freeTimes } from "../lookups/free-times.ts";
import { describeNear, nearTimes } from "../lookups/near-times.ts";
import { asHeld } from "../lookups/refresh-appointments.ts";
import { meansAnybody } from "../matching/anybody.ts";
import { appointmentText } from "../wording/appointment-text.ts";
import { chosenMember } from "./chosen-member.ts";
import { moveRecord, readMovable } from "./move.ts";
import { othersFree } from "./others-free.ts";
import {
  alreadyThereText,
  confirmMoveText,
  goneText,
  movedText,
  moveRefusedText,
  moveUnavailableText,
  moveUnknownText,
  newTimeTakenText,
  notMovableText,
  notMovedText,
  othersFreeText,
} from "./reschedule-texts.ts";
import type { RescheduleWish } from "./reschedule-wish.ts";

/** The answer, and the appointment as it is to be kept; null when it stays as stored. */
export interface MoveResult {
  readonly text: string;
  readonly entry: Appointment | null;
}

/** The appointment's own place in the day does not count as free for it, and yet it may move within it. */
const came = 1;

/**
 * Reads the appointment, checks that the new time is free for its staff member and services, and moves it
 * once the caller has agreed. A time that overlaps the appointment's present one is never listed as free,
 * because the appointment itself takes it; Altegio then decides
 * (docs/altegio-api.md, "An appointment in its own way").
 */
export async function carryOut(
  ctx: SkillContext,
  stored: Appointment,
  wish: RescheduleWish,
  clock: Clock,
): Promise<MoveResult> {
  const record = await readMovable(ctx, stored);
  if (record.problem === "gone") {
    return { text: goneText(stored), entry: { ...stored, status: "cancelled" } };
  }
  const held = record.held;
  if (held === null) {
    return { text: moveUnavailableText(stored, record.problem === "busy"), entry: null };
  }
  const entry = asHeld(stored, held);
  const member = await chosenMember(ctx, entry.location_id, held, wish.staff);
  if (member.question !== "") {
    return { text: member.question, entry };
  }
  let target = { date: wish.date, time: wish.time, staff: member.staff, seconds: 0 };
  const sameMember = target.staff.id === held.staffId;
  if (held.date === wish.date && held.time === wish.time && sameMember) {
    return { text: alreadyThereText(entry), entry };
  }
  if (held.attendance === came) {
    return { text: notMovableText(entry), entry };
  }
  const visit = { locationId: entry.location_id, serviceIds: held.serviceIds, staffId: target.staff.id };
  const search = { visit, clock };
  const anybody = wish.staff !== "" && meansAnybody(wish.staff);
  const taken = newTimeTakenText(entry, target, clock.today);
  const overlaps = sameMember && overlapsItself(held, wish);
  if (!overlaps) {
    const times = await freeTimes(ctx, search, wish.date);
    if (times.problem !== "none") {
      const text =
        times.problem === "not_bookable"
          ? moveRefusedText(entry)
          : moveUnavailableText(entry, ["transport", "rate"].includes(times.problem));
      return { text, entry };
    }
    const slot = times.slots.find((item) => item.time === wish.time);
    if (slot === undefined) {
      const others = anybody ? await othersFree(ctx, visit, wish.date, wish.time) : [];
      const way =
        others.length > 0 ? othersFreeText(others) : await describeNear(ctx, search, wish.time, times);
      return { text: `${taken} ${way}`, entry };
    }
    // Another member may take longer or shorter for the same services.
    target = { ...target, seconds: sameMember ? 0 : slot.seconds };
  }
  if (!wish.confirmed) {
    return { text: confirmMoveText(entry, target, !overlaps), entry };
  }
  const end = await moveRecord(ctx, entry, record.data, target);
  switch (end) {
    case "moved": {
      const moved = { ...entry, datetime: `${wish.date}T${wish.time}:00`, staff: target.staff };
      return { text: movedText(moved, appointmentText(entry)), entry: moved };
    }
    case "taken":
      return { text: `${taken} ${await nearTimes(ctx, search, wish.date, wish.time)}`, entry };
    case "gone":
      return { text: goneText(entry), entry: { ...entry, status: "cancelled" } };
    case "refused":
      return { text: moveRefusedText(entry), entry };
    case "kept":
      return { text: notMovedText(entry), entry };
    default:
      return { text: moveUnknownText(entry, target), entry };
  }
}

/** True when the new time lies so near the present one, on the same day, that the two overlap. */
function overlapsItself(held: HeldAppointment, wish: RescheduleWish): boolean {
  const distance = Math.abs(minutesOf(held.time) - minutesOf(wish.time));
  return held.date === wish.date && distance * 60 < held.seconds;
}
