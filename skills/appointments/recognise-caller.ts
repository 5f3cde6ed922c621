/** Tells the agent what a recognised caller has planned, before anybody asks. */
import { existingAppointmentsEnabled } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { deskOf } from "../domain/desk.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { readSwitch } from "../domain/settings.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { keepShown, keepTold } from "../telling/known-appointments.ts";
import { tellKnown } from "../telling/tell-appointments.ts";
import { heldText } from "../wording/held-text.ts";
import { isOnePerson } from "./meant-clients.ts";
import { plannedAppointments } from "./planned-appointments.ts";

/**
 * Runs at the start of a session. Nothing is spoken, and nothing is told for a number that the channel does
 * not vouch for or that several people use.
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
  const own = readAppointments(ctx).map((entry) => entry.record_id);
  const rows = planned.appointments.map((item) => ({
    id: item.id,
    start: `${item.date} ${item.time}`,
    text: heldText(item, desk.clock.today),
    own: own.includes(item.id),
  }));
  keepShown(ctx, desk.clock, rows);
  keepTold(ctx, "");
  tellKnown(ctx, desk.clock, rows, true);
}
