/** Finds a caller's existing appointments by phone number. */
import { bookingEnabled, existingAppointmentsEnabled } from "../../attributes/index.ts";
import { answerChannel, answerIn, beginLongOperation, namedChannel } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";
import { deskOf } from "../domain/desk.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { ending } from "../domain/outcome.ts";
import type { Ending } from "../domain/outcome.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { readSearchDays, readSwitch } from "../domain/settings.ts";
import { extract } from "../hearing/hear-wish.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import {
  appointmentsFoundText,
  askNameOfManyText,
  askNameText,
  askPhoneText,
  lookupFailedText,
  lookupNotConnectedText,
  lookupOffText,
  moreMayBeText,
  notAllSearchedText,
  notIdentifiedText,
  nothingPlannedText,
  otherNameText,
  severalPeopleText,
} from "./lookup-texts.ts";
import { lookupSchema, readLookupWish } from "./lookup-wish.ts";
import { isOnePerson } from "./meant-clients.ts";
import { plannedAppointments } from "./planned-appointments.ts";

/** Serves the module's tool; ends in exactly one answer. */
export async function findAppointments(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const named = namedChannel(event.arguments);
  beginLongOperation(ctx, false);
  const answer = await answerLookup(ctx);
  const channel = answerChannel(ctx, ctx.operation, named);
  answerIn(ctx, channel, answer.text);
  noteOutcome(ctx, ctx.operation, "look-up", answer.why);
}

async function answerLookup(ctx: SkillContext): Promise<Ending> {
  if (!readSwitch(ctx, existingAppointmentsEnabled)) {
    return ending("switched-off", lookupOffText);
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "" || !hasUserToken(ctx)) {
    return ending("not-connected", lookupNotConnectedText);
  }
  const desk = deskOf(ctx, readLocationFacts(ctx, locationId));
  const task = "looking up existing appointments";
  const extraction = { task, schema: lookupSchema, clock: desk.clock, appointments: "", withoutLists: true };
  const wish = readLookupWish(extract(ctx, extraction));
  const { phone, verified, shared } = callerNumber(ctx, wish.phone, desk.phone);
  if (phone === "") {
    return ending("details-missing", askPhoneText);
  }
  if (!verified && wish.fullName === "") {
    return ending("asked-who", shared ? askNameOfManyText : askNameText);
  }
  const planned = await plannedAppointments(ctx, desk, { phone, fullName: wish.fullName, verified });
  if (planned.problem !== "none") {
    return ending("not-read", lookupFailedText(planned.problem));
  }
  if (planned.appointments.length > 0) {
    const others = foreignCount(ctx, planned.appointments);
    const text = appointmentsFoundText(planned.appointments, others, desk.clock.today);
    return ending("told", planned.isCut ? `${text} ${moreMayBeText}` : text);
  }
  const isSure = planned.isKnown || planned.clients.length === 0;
  if (verified && !isSure && !isOnePerson(planned.clients)) {
    return ending("asked-who", severalPeopleText);
  }
  if (planned.isCut) {
    return ending("nothing-there", notAllSearchedText);
  }
  return ending(
    verified && isSure ? "nothing-there" : "asked-who",
    !verified
      ? notIdentifiedText
      : isSure
        ? nothingPlannedText(readSearchDays(ctx), readSwitch(ctx, bookingEnabled))
        : otherNameText,
  );
}

/** How many appointments the agent did not make itself. */
function foreignCount(ctx: SkillContext, appointments: readonly HeldAppointment[]): number {
  const own = readAppointments(ctx).map((entry) => entry.record_id);
  return appointments.filter((item) => !own.includes(item.id)).length;
}
