/** Checks the new time and moves the appointment there. */
import { minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";
import { isSameEntry, isUnchanged } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { Clock } from "../domain/clock.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { ending } from "../domain/outcome.ts";
import type { Ending } from "../domain/outcome.ts";
import { changeAppointment, readAppointments } from "../domain/own-appointments.ts";
import { freeTimes } from "../lookups/free-times.ts";
import { describeNear, nearTimes } from "../lookups/near-times.ts";
import { asHeld } from "../lookups/refresh-appointments.ts";
import { meansAnybody } from "../matching/anybody.ts";
import { findBookedAnew } from "../matching/find-own.ts";
import { appointmentText, bookedAnewText } from "../wording/appointment-text.ts";
import { chosenMember } from "./chosen-member.ts";
import { moveRecord, readMovable } from "./move.ts";
import { othersFree } from "./others-free.ts";
import { mayBeInTheWay, stillInTheWay } from "./own-in-the-way.ts";
import {
  alreadyThereText,
  changedMeanwhileText,
  confirmMoveText,
  goneText,
  movedText,
  moveRefusedText,
  moveUnavailableText,
  moveUnknownText,
  newTimeTakenText,
  notMovableText,
  notMovedText,
  otherInTheWayText,
  othersFreeText,
} from "./reschedule-texts.ts";
import type { RescheduleWish } from "./reschedule-wish.ts";

/** The appointment's own place in the day does not count as free for it, and yet it may move within it. */
const came = 1;

/**
 * Reads the appointment, checks that the new time is free for its staff member and services, and moves it
 * once the caller has agreed. A time that overlaps the appointment's present one is never listed as free,
 * because the appointment itself takes it; Altegio then decides
 * (docs/altegio-api.md, "An appointment in its own way").
 *
 * @returns the answer
 */
export async function carryOut(
  ctx: SkillContext,
  stored: Appointment,
  wish: RescheduleWish,
  clock: Clock,
): Promise<Ending> {
  const record = await readMovable(ctx, stored);
  if (record.problem === "gone") {
    return ending(
      "cancelled-since",
      goneText(changeAppointment(ctx, stored, { ...stored, status: "cancelled" })),
    );
  }
  const held = record.held;
  if (held === null) {
    return ending("not-read", moveUnavailableText(stored, record.problem === "busy"));
  }
  const entry = changeAppointment(ctx, stored, asHeld(stored, held));
  const member = await chosenMember(ctx, entry.location_id, held, wish.staff);
  if (member.question !== "") {
    return ending("asked-which", member.question);
  }
  let target = { date: wish.date, time: wish.time, staff: member.staff, seconds: 0 };
  const sameMember = target.staff.id === held.staffId;
  if (held.date === wish.date && held.time === wish.time && sameMember) {
    return ending("moved-before", alreadyThereText(entry));
  }
  if (held.attendance === came) {
    return ending("not-movable", notMovableText(entry));
  }
  const visit = { locationId: entry.location_id, serviceIds: held.serviceIds, staffId: target.staff.id };
  const search = { visit, clock };
  const anybody = wish.staff !== "" && meansAnybody(wish.staff);
  const overlaps = sameMember && overlapsItself(held, wish);
  if (!overlaps) {
    const times = await freeTimes(ctx, search, wish.date);
    if (times.problem !== "none") {
      return times.problem === "not_bookable"
        ? ending("refused", moveRefusedText(entry))
        : ending("not-read", moveUnavailableText(entry, ["transport", "rate"].includes(times.problem)));
    }
    const slot = times.slots.find((item) => item.time === wish.time);
    if (slot === undefined) {
      const others = anybody ? await othersFree(ctx, visit, wish.date, wish.time) : [];
      const way =
        others.length > 0 ? othersFreeText(others) : await describeNear(ctx, search, wish.time, times);
      return ending("not-free", `${newTimeTakenText(entry, target, clock.today, times.slots)} ${way}`);
    }
    // Another member may take longer or shorter for the same services.
    target = { ...target, seconds: sameMember ? 0 : slot.seconds };
  }
  const visited = { ...target, seconds: target.seconds > 0 ? target.seconds : held.seconds };
  let entries = readAppointments(ctx);
  const known = mayBeInTheWay(entries, entry, visited);
  if (known !== null) {
    const other = await stillInTheWay(ctx, known, entry, visited);
    if (other !== null) {
      return ending("other-in-the-way", otherInTheWayText(entry, other));
    }
    entries = readAppointments(ctx);
  }
  if (!wish.confirmed) {
    return ending("asked-for-consent", confirmMoveText(entries, entry, target, !overlaps));
  }
  const now = entries.find((one) => isSameEntry(one, entry)) ?? entry;
  if (!isUnchanged(asHeld(stored, held), now)) {
    return now.status === "cancelled"
      ? goneSince(ctx, now)
      : ending("changed-meanwhile", changedMeanwhileText(now));
  }
  const moved = await moveRecord(ctx, now, record.data, target);
  switch (moved.end) {
    case "moved":
      return ending("moved", movedText(moved.entry, appointmentText(entry)));
    case "taken":
      return ending(
        "not-free",
        `${newTimeTakenText(moved.entry, target, clock.today, [])} ${await nearTimes(ctx, search, wish.date, wish.time)}`,
      );
    case "gone":
      return goneSince(ctx, moved.entry);
    case "refused":
      return ending("refused", moveRefusedText(moved.entry));
    case "kept":
      return ending("not-carried-out", notMovedText(moved.entry));
    default:
      return ending("unconfirmed", moveUnknownText(moved.entry, target));
  }
}

/** It was cancelled meanwhile, and may have been booked anew. */
function goneSince(ctx: SkillContext, entry: Appointment): Ending {
  const anew = findBookedAnew(readAppointments(ctx), entry);
  return anew === null
    ? ending("cancelled-since", goneText(entry))
    : ending("booked-anew", bookedAnewText(anew));
}

/** True when the new time lies so near the present one, on the same day, that the two overlap. */
function overlapsItself(held: HeldAppointment, wish: RescheduleWish): boolean {
  const distance = Math.abs(minutesOf(held.time) - minutesOf(wish.time));
  return held.date === wish.date && distance * 60 < held.seconds;
}
