/** Finds a caller's existing appointments by phone number. */
import { bookingEnabled, existingAppointmentsEnabled } from "../../attributes/index.ts";
import { sendUrgentMessage } from "#sdk";
import type { SkillContext } from "#sdk";
import { deskOf } from "../domain/desk.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { readSearchDays, readSwitch } from "../domain/settings.ts";
import { extract } from "../hearing/hear-wish.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { clientAppointments } from "./client-appointments.ts";
import { findClients } from "./find-clients.ts";
import {
  appointmentsFoundText,
  askNameOfManyText,
  askNameText,
  askPhoneText,
  lookupFailedText,
  lookupNotConnectedText,
  lookupOffText,
  notIdentifiedText,
  nothingPlannedText,
  otherNameText,
  severalPeopleText,
} from "./lookup-texts.ts";
import { lookupSchema, readLookupWish } from "./lookup-wish.ts";
import { isOnePerson, meantClients } from "./meant-clients.ts";

/** Serves the module's tool; ends in exactly one answer. */
export async function findAppointments(ctx: SkillContext): Promise<void> {
  const answer = await answerLookup(ctx);
  sendUrgentMessage(ctx, answer);
}

async function answerLookup(ctx: SkillContext): Promise<string> {
  if (!readSwitch(ctx, existingAppointmentsEnabled)) {
    return lookupOffText;
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "" || !hasUserToken(ctx)) {
    return lookupNotConnectedText;
  }
  const desk = deskOf(ctx, readLocationFacts(ctx, locationId));
  const task = "looking up existing appointments";
  const extraction = { task, schema: lookupSchema, clock: desk.clock, appointments: "" };
  const wish = readLookupWish(extract(ctx, extraction));
  const { phone, verified, shared } = callerNumber(ctx, wish.phone, desk.phone);
  if (phone === "") {
    return askPhoneText;
  }
  if (!verified && wish.fullName === "") {
    return shared ? askNameOfManyText : askNameText;
  }
  const found = await findClients(ctx, desk, phone);
  if (found.problem !== "none") {
    return lookupFailedText(found.problem);
  }
  const clients = meantClients(found.clients, wish.fullName, verified);
  if (clients.length === 0) {
    return !verified
      ? notIdentifiedText
      : found.clients.length === 0
        ? nothingPlannedText(readSearchDays(ctx), readSwitch(ctx, bookingEnabled))
        : isOnePerson(found.clients)
          ? otherNameText
          : severalPeopleText;
  }
  const planned = await clientAppointments(ctx, desk, clients);
  if (planned.problem !== "none") {
    return lookupFailedText(planned.problem);
  }
  if (planned.appointments.length === 0) {
    return verified
      ? nothingPlannedText(readSearchDays(ctx), readSwitch(ctx, bookingEnabled))
      : notIdentifiedText;
  }
  return appointmentsFoundText(
    planned.appointments,
    foreignCount(ctx, planned.appointments),
    desk.clock.today,
  );
}

/** How many appointments the agent did not make itself. */
function foreignCount(ctx: SkillContext, appointments: readonly HeldAppointment[]): number {
  const own = readAppointments(ctx).map((entry) => entry.record_id);
  return appointments.filter((item) => !own.includes(item.id)).length;
}
