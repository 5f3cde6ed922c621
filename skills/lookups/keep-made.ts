/** Keeps the appointment that the answer to a booking tells of, whatever has happened since it was submitted. */
import type { SkillContext } from "#sdk";
import type { MadeAppointment } from "../altegio/read-records.ts";
import { isUnchanged, shownStaff } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { changeAppointment, keepAppointment } from "../domain/own-appointments.ts";
import { anyStaffId } from "../domain/visit.ts";
import { lookUpRecord } from "./look-up-record.ts";
import { noteOutcome } from "./note-outcome.ts";
import { asHeld } from "./refresh-appointments.ts";

/** `known`: the entry is as Altegio has it, `booked` or `cancelled`; `unknown`: it is kept and may be otherwise. */
export interface KeptAppointment {
  readonly state: "known" | "unknown";
  readonly entry: Appointment;
}

/**
 * The answer counts when nothing happened to the entry since and the appointment is the one that was submitted.
 * Otherwise the appointment is looked up before anything is claimed: the caller may have cancelled or moved it while
 * the answer was on its way, or Altegio has made another one than was asked for.
 *
 * @param entry as it was stored when it was submitted
 */
export async function keepMade(
  ctx: SkillContext,
  entry: Appointment,
  made: MadeAppointment,
): Promise<KeptAppointment> {
  const booked = {
    ...entry,
    record_id: made.id,
    record_hash: made.hash,
    staff: made.staffId === "" ? entry.staff : shownStaff(entry.staff, made.staffId, made.staffName),
    status: "booked",
  };
  const now = changeAppointment(ctx, entry, booked);
  const isAsSubmitted =
    !made.deleted &&
    ["", entry.datetime.slice(0, 16)].includes(made.moment) &&
    ["", booked.staff.id].includes(made.staffId) &&
    (entry.staff.id === anyStaffId || booked.staff.id === entry.staff.id);
  if (isAsSubmitted && isUnchanged(booked, now)) {
    return { state: "known", entry: booked };
  }
  if (!isAsSubmitted) {
    noteOutcome(ctx, ctx.operation, "booking-answer", made.deleted ? "deleted" : "other-than-asked");
  }
  // What was found of it meanwhile may lack the secret that its answer brings.
  const known = { ...now, record_id: made.id, record_hash: made.hash };
  const standing = await lookUpRecord(ctx, known);
  if (standing.state === "gone") {
    const gone = { ...known, status: "cancelled" };
    keepAppointment(ctx, gone);
    return { state: "known", entry: gone };
  }
  if (standing.held === null) {
    keepAppointment(ctx, known);
    return { state: known.status === "cancelled" ? "known" : "unknown", entry: known };
  }
  const held = { ...asHeld(known, standing.held), status: "booked" };
  keepAppointment(ctx, held);
  return { state: "known", entry: held };
}
