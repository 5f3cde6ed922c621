/** Finds out whether a booking that got no dependable answer was made after all. */
import type { SkillContext } from "#sdk";
import { shownStaff } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { changeAppointment, currentEntry } from "../domain/own-appointments.ts";
import { findHeldAlike } from "./held-alike.ts";

/**
 * What became of a booking. `made`: `entry` now has its record, and may have been cancelled since; `perhaps`: one
 * like it stands that may be it (`Likeness`); `unknown`: no dependable answer came.
 */
export interface Reconciliation {
  readonly state: "made" | "none" | "perhaps" | "unknown";
  readonly entry: Appointment;
}

/**
 * Looks the booking up in the day's appointments, and keeps its id when it is there. Needs the user token.
 *
 * @param entry an entry without a record
 */
export async function reconcile(ctx: SkillContext, entry: Appointment): Promise<Reconciliation> {
  const { state, held } = await findHeldAlike(ctx, entry);
  const now = currentEntry(ctx, entry);
  if (now !== null && now.record_id !== "") {
    // Its own answer has come meanwhile.
    return { state: "made", entry: now };
  }
  if (held === null) {
    return { state: state === "found" ? "unknown" : state, entry };
  }
  const made = {
    ...entry,
    record_id: held.id,
    record_hash: "",
    staff: held.staffId === "" ? entry.staff : shownStaff(entry.staff, held.staffId, held.staffName),
    status: "booked",
    seconds: held.seconds > 0 ? held.seconds : entry.seconds,
  };
  return { state: "made", entry: changeAppointment(ctx, entry, made) };
}
