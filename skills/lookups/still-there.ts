/** Whether an appointment of the caller's list still takes its place in the day. */
import type { SkillContext } from "#sdk";
import { isUnsettled } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { changeAppointment } from "../domain/own-appointments.ts";
import { reconcile } from "./reconcile.ts";
import { refreshAppointment } from "./refresh-appointments.ts";

/**
 * The appointment as Altegio has it, booked or not settled; null when it was cancelled, moved to another time or never
 * made. One that Altegio does not show after some minutes is given up; its answer may still come, and is then told.
 */
export async function stillThere(ctx: SkillContext, entry: Appointment): Promise<Appointment | null> {
  if (!isUnsettled(entry)) {
    const now = await refreshAppointment(ctx, entry);
    return now !== null && now.datetime.slice(0, 16) === entry.datetime.slice(0, 16) ? now : null;
  }
  if (!hasUserToken(ctx)) {
    return entry;
  }
  const found = await reconcile(ctx, entry);
  // One that is being submitted right now may not be visible yet.
  if (found.state === "none" && entry.status === "unconfirmed") {
    changeAppointment(ctx, entry, { ...entry, status: "given_up" });
    return null;
  }
  return found.entry.status === "cancelled" ? null : found.entry;
}
