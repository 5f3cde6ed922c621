/** Tells the agent what a recognised caller has planned, before anybody asks. */
import { existingAppointmentsEnabled, userToken } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { deskOf } from "../domain/desk.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { readSwitch } from "../domain/settings.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { keepShown } from "../telling/known-appointments.ts";
import { tellKnown } from "../telling/tell-appointments.ts";
import { heldText } from "../wording/held-text.ts";
import { reportText } from "../wording/problem-text.ts";
import { isOnePerson } from "./meant-clients.ts";
import { plannedAppointments } from "./planned-appointments.ts";

/**
 * Runs at the start of a session. Nothing is spoken, and nothing is told for a number that the channel does
 * not vouch for or that several people use. Why nothing is told stands in the log: nobody hears that it is missing.
 */
export async function recogniseCaller(ctx: SkillContext): Promise<void> {
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    return notTold(ctx, "partner token or location is missing");
  }
  if (!readSwitch(ctx, existingAppointmentsEnabled)) {
    return notTold(ctx, `${existingAppointmentsEnabled.idn} is off`);
  }
  if (!hasUserToken(ctx)) {
    return notTold(ctx, `${userToken.idn} is not set`);
  }
  const desk = deskOf(ctx, readLocationFacts(ctx, locationId));
  const { phone, verified, shared } = callerNumber(ctx, "", desk.phone);
  if (!verified) {
    return notTold(
      ctx,
      shared ? "several people call from this number" : "the channel vouches for no phone number",
    );
  }
  const planned = await plannedAppointments(ctx, desk, { phone, fullName: "", verified });
  const isNothing = planned.appointments.length === 0;
  if (planned.problem !== "none") {
    return notTold(ctx, reportText(planned.problem));
  }
  if (!isOnePerson(planned.clients)) {
    const isNobody = planned.clients.length === 0;
    return notTold(ctx, isNobody ? "no client has this number" : "several clients have this number");
  }
  if (isNothing && planned.isCut) {
    return notTold(ctx, "not all appointments could be searched");
  }
  const own = readAppointments(ctx).map((entry) => entry.record_id);
  const rows = planned.appointments.map((item) => ({
    id: item.id,
    start: `${item.date} ${item.time}`,
    text: heldText(item, desk.clock.today),
    own: own.includes(item.id),
  }));
  keepShown(ctx, desk.clock, rows);
  // In a new session it is told again, whatever was told in the last one.
  tellKnown(ctx, desk.clock, { rows, isAll: true, told: "" });
  noteOutcome(ctx, ctx.operation, "session-start", rows.length === 0 ? "nothing-there" : "told");
}

function notTold(ctx: SkillContext, reason: string): void {
  ctx.log(`Altegio, start of a session: nothing told, because ${reason}`);
}
