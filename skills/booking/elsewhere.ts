/** A booking that stands already, made in another conversation: first a call, then a chat. */
import type { SkillContext } from "#sdk";
import { outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { findHeldAlike } from "../lookups/held-alike.ts";
import { isSamePerson } from "../matching/same-person.ts";
import type { BookingOrder } from "./booking-order.ts";
import { standsElsewhereText } from "./booking-texts.ts";
import { orderedAppointment } from "./submit-booking.ts";

/**
 * The outcome when Altegio holds the same visit for the same number and person; null when it does not. Needs the user
 * token. A member who was asked for is taken at that time, so that one look at the free times tells
 * whether this is worth a request; with whoever is free it is not.
 */
export async function standsElsewhere(ctx: SkillContext, order: BookingOrder): Promise<Outcome | null> {
  const { held } = await findHeldAlike(ctx, orderedAppointment(order, `${order.date}T${order.time}:00`));
  return held !== null && isSamePerson(held.clientName, order.visitor.name)
    ? {
        text: standsElsewhereText(order, held.staffName),
        why: "booked-before",
        code: outcomeCodes.booked,
        bookingId: held.id,
      }
    : null;
}
