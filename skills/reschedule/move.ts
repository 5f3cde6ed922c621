/** Moves one appointment of the agent's own, and makes sure of it. */
import type { JsonValue, SkillContext } from "#sdk";
import { isRefusal } from "../altegio/read-answer.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { moveBody } from "../altegio/move-body.ts";
import type { MoveTarget } from "../altegio/move-body.ts";
import { readHeldAppointment } from "../altegio/read-records.ts";
import { recordRequest, updateRecordRequest } from "../altegio/record-requests.ts";
import { isUnchanged } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { changeAppointment, currentEntry } from "../domain/own-appointments.ts";
import { ask, look } from "../lookups/ask.ts";
import { lookUpAsBusiness } from "../lookups/look-up-record.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { asHeld, keepStanding } from "../lookups/refresh-appointments.ts";

/** How a move ended. `kept`: it was not carried out, for want of an answer. */
export interface MoveEnd {
  readonly end: "moved" | "taken" | "refused" | "kept" | "gone" | "unknown";
  /** The appointment as it is kept now. */
  readonly entry: Appointment;
}

/** An appointment as it stands, with everything a full update has to send back. */
export interface MovableRecord {
  /** "none" when it was read; "gone", "busy" (no answer) or "closed" (no access) otherwise. */
  readonly problem: "none" | "gone" | "busy" | "closed";
  readonly held: HeldAppointment | null;
  readonly data: JsonValue;
}

/** Reads the appointment before it is moved; it may have changed since it was made. */
export async function readMovable(ctx: SkillContext, entry: Appointment): Promise<MovableRecord> {
  const answer = await look(
    ctx,
    recordRequest(entry.location_id, entry.record_id),
    "reading an appointment to move it",
  );
  const held = readHeldAppointment(answer.data);
  if (answer.ok && held !== null) {
    return { problem: held.deleted ? "gone" : "none", held, data: answer.data };
  }
  return {
    problem: answer.problem === "not_found" ? "gone" : isRefusal(answer) ? "closed" : "busy",
    held: null,
    data: null,
  };
}

/**
 * Moves the appointment by a full update that refuses to save over others
 * (docs/altegio-api.md, "Changing and cancelling"). The record keeps its id. Whatever the answer is like, the
 * move counts only when Altegio shows the new time, and the answer only when nothing else happened to the appointment
 * since the request was sent.
 *
 * @param data the data of `GET /record`
 */
export async function moveRecord(
  ctx: SkillContext,
  entry: Appointment,
  data: JsonValue,
  target: MoveTarget,
): Promise<MoveEnd> {
  const body = moveBody(data, target);
  if (body === "") {
    return { end: "refused", entry };
  }
  const request = updateRecordRequest(entry.location_id, entry.record_id, body);
  const answer = await ask(ctx, { ...request, mark: `move:${entry.number}` }, "moving an appointment");
  const shown = readHeldAppointment(answer.data);
  if (answer.ok && shown !== null && isAt(shown, target)) {
    const moved = asHeld(
      target.staff.id === entry.staff.id ? entry : { ...entry, staff: target.staff },
      shown,
    );
    const now = changeAppointment(ctx, entry, moved);
    if (isUnchanged(moved, now)) {
      return { end: "moved", entry: moved };
    }
  }
  if (answer.ok && (shown === null || !isAt(shown, target))) {
    const isDeleted = shown !== null && shown.deleted;
    const why = shown === null ? "no-record" : isDeleted ? "deleted" : "other-than-asked";
    noteOutcome(ctx, ctx.operation, "reschedule-answer", why);
  }
  // A refusal may be the echo of this very move, carried out and sent again by something in between.
  const before = currentEntry(ctx, entry) ?? entry;
  const standing = await lookUpAsBusiness(ctx, before);
  const now = keepStanding(ctx, before, standing);
  if (now.status === "cancelled") {
    return { end: "gone", entry: now };
  }
  if (standing.state !== "stands") {
    return { end: "unknown", entry: now };
  }
  const isThere =
    now.datetime.slice(0, 16) === `${target.date}T${target.time}` && now.staff.id === target.staff.id;
  return { end: isThere ? "moved" : endOf(answer), entry: now };
}

/** What it means that the appointment is not at the new time. */
function endOf(answer: Answer): MoveEnd["end"] {
  return answer.problem === "slot_taken" || answer.problem === "no_staff"
    ? "taken"
    : isRefusal(answer)
      ? "refused"
      : "kept";
}

function isAt(held: HeldAppointment, { date, time, staff }: MoveTarget): boolean {
  return !held.deleted && held.date === date && held.time === time && held.staffId === staff.id;
}
