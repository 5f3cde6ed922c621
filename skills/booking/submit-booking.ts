/** Submits a booking, once. */
import { plainText } from "#sdk";
import type { SkillContext } from "#sdk";
import { bookingRequest } from "../altegio/booking-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import { outcomeCodes } from "../domain/outcome.ts";
import { addAppointment } from "../domain/own-appointments.ts";
import { ask } from "../lookups/ask.ts";
import type { BookingOrder } from "./booking-order.ts";
import { conclude } from "./conclude-booking.ts";
import type { BookingEnd } from "./conclude-booking.ts";
import { noteUsedCode } from "./sms-code.ts";

/**
 * Stores the appointment as being submitted, submits it, and ends it by the answer. It is stored before, so that an
 * answer that never comes cannot lead to a second one. The slot's moment goes back to Altegio as it came.
 *
 * @param entries the caller's appointments, as they were read since the last answer
 * @param datetime the slot's moment
 * @param code the code from the SMS, "" when none is needed
 */
export async function submitBooking(
  ctx: SkillContext,
  order: BookingOrder,
  entries: readonly Appointment[],
  datetime: string,
  code: string,
): Promise<BookingEnd> {
  const visitor = { ...order.visitor, smsCode: code };
  const entry = addAppointment(ctx, entries, orderedAppointment(order, datetime));
  const request = bookingRequest(order.plan.visit, datetime, visitor);
  const answer = await ask(ctx, { ...request, mark: `book:${entry.number}` }, "booking an appointment");
  const end = await conclude(ctx, order, entry, answer);
  if (code !== "" && end.outcome !== null && end.outcome.code === outcomeCodes.booked) {
    noteUsedCode(ctx, visitor);
  }
  return end;
}

/** The appointment that is wanted, as it is kept while it is being submitted. */
export function orderedAppointment(order: BookingOrder, datetime: string): Appointment {
  const { plan, visitor } = order;
  return {
    number: 0,
    record_id: "",
    record_hash: "",
    location_id: plan.visit.locationId,
    services: plan.visit.serviceIds.map((id, index) => ({ id, name: plan.serviceNames[index] ?? "" })),
    staff: { id: plan.visit.staffId, name: plan.staffName },
    datetime,
    phone: visitor.phone,
    full_name: plainText(visitor.name),
    status: "submitting",
    seconds: order.seconds,
    written_at: "",
  };
}
