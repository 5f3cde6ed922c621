/** What to do when the same appointment is wished for again. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { dropUnconfirmed, replaceAppointment } from "../shared/appointments.ts";
import type { Appointment } from "../shared/appointments.ts";
import { hasUserToken } from "../shared/location-facts.ts";
import { lookUpRecord } from "../shared/look-up-record.ts";
import { notDone, outcomeCodes } from "../shared/outcome.ts";
import type { Outcome } from "../shared/outcome.ts";
import { reconcile } from "../shared/reconcile.ts";
import type { BookingOrder } from "./booking-order.ts";
import { alreadyBookedText, alreadySubmittedText } from "./booking-texts.ts";

/**
 * The outcome for a wish that was submitted before; null when Altegio shows that it may be booked anew,
 * because the appointment was cancelled or never made.
 *
 * @param entry the same wish in the caller's list
 */
export async function answerRepeat(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
): Promise<Outcome | null> {
  if (entry.status === "booked") {
    const standing = await lookUpRecord(ctx, entry);
    if (standing.state === "gone") {
      replaceAppointment(ctx, { ...entry, status: "cancelled" });
      return null;
    }
    return inFlight(order, entry);
  }
  if (!hasUserToken(ctx)) {
    return inFlight(order, entry);
  }
  const found = await reconcile(ctx, entry);
  if (found.state === "made") {
    return inFlight(order, found.entry);
  }
  // One that is being submitted right now may not be visible yet.
  if (found.state === "none" && entry.status === "unconfirmed") {
    dropUnconfirmed(ctx, entry);
    return null;
  }
  return inFlight(order, entry);
}

/** The outcome for a wish that another event has submitted or booked. */
export function inFlight(order: BookingOrder, entry: Appointment): Outcome {
  return entry.status === "booked"
    ? { text: alreadyBookedText(order), code: outcomeCodes.booked, bookingId: entry.record_id }
    : notDone(outcomeCodes.unconfirmed, alreadySubmittedText(order));
}
