/** Moves one appointment of the agent's own, and makes sure of it. */
import type { JsonValue, SkillContext } from "#sdk";
import { moveBody } from "../altegio/move-body.ts";
import type { MoveTarget } from "../altegio/move-body.ts";
import { readHeldAppointment } from "../altegio/read-records.ts";
import { recordRequest, updateRecordRequest } from "../altegio/record-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { ask, look } from "../lookups/ask.ts";
import { lookUpAsBusiness } from "../lookups/look-up-record.ts";

/** How a move ended. `kept`: the appointment stands where it was, for want of an answer. */
export type MoveEnd = "moved" | "taken" | "refused" | "kept" | "gone" | "unknown";

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
  const busy = answer.ok || answer.problem === "transport" || answer.problem === "rate";
  return {
    problem: answer.problem === "not_found" ? "gone" : busy ? "busy" : "closed",
    held: null,
    data: null,
  };
}

/**
 * Moves the appointment by a full update that refuses to save over others
 * (docs/altegio-api.md, "Changing and cancelling"). The record keeps its id. Whatever the answer is like, the
 * move counts only when Altegio shows the new time.
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
    return "refused";
  }
  const answer = await ask(
    ctx,
    updateRecordRequest(entry.location_id, entry.record_id, body),
    "moving an appointment",
  );
  const shown = readHeldAppointment(answer.data);
  if (answer.ok && shown !== null && isAt(shown, target)) {
    return "moved";
  }
  if (answer.problem === "slot_taken" || answer.problem === "no_staff") {
    return "taken";
  }
  const standing = await lookUpAsBusiness(ctx, entry);
  if (standing.held === null || standing.state !== "stands") {
    return standing.state === "gone" ? "gone" : "unknown";
  }
  if (isAt(standing.held, target)) {
    return "moved";
  }
  return answer.ok || ["transport", "rate"].includes(answer.problem) ? "kept" : "refused";
}

function isAt(held: HeldAppointment, { date, time, staff }: MoveTarget): boolean {
  return !held.deleted && held.date === date && held.time === time && held.staffId === staff.id;
}
