/** Tells the agent what a recognised caller has planned, before anybody asks. */
import { existingAppointmentsEnabled } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { deskOf } from "../domain/desk.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { readSwitch } from "../domain/settings.ts";
import { speakMoment } from "../text/speak-date.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { heldAppointmentsText } from "./lookup-texts.ts";
import { isOnePerson } from "./meant-clients.ts";
import { plannedAppointments } from "./planned-appointments.ts";
import { sendCallerAppointments } from "./send-caller-appointments.ts";

/**
 * Runs at the start of a session. Nothing is spoken, and nothing is told for a number that the channel does
 * not vouch for or that several people use. The moment is part of the text, because the agent may read it
 * much later.
 */
export async function recogniseCaller(ctx: SkillContext): Promise<void> {
  const locationId = connectedLocation(ctx);
  if (locationId === "" || !readSwitch(ctx, existingAppointmentsEnabled) || !hasUserToken(ctx)) {
    return;
  }
  const desk = deskOf(ctx, readLocationFacts(ctx, locationId));
  const { phone, verified } = callerNumber(ctx, "", desk.phone);
  if (!verified) {
    return;
  }
  const planned = await plannedAppointments(ctx, desk, { phone, fullName: "", verified });
  const isNothing = planned.appointments.length === 0;
  if (planned.problem !== "none" || !isOnePerson(planned.clients) || (isNothing && planned.isCut)) {
    return;
  }
  const known = !isNothing
    ? `upcoming appointments of this caller: ${heldAppointmentsText(planned.appointments, desk.clock.today)}`
    : "this caller has no upcoming appointment";
  sendCallerAppointments(
    ctx,
    `As of ${speakMoment(desk.clock.today, desk.clock.now)}, ${known}. Mention this only when it helps the caller.`,
  );
}
