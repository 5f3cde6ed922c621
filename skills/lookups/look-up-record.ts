/** Whether an appointment of the agent still stands. */
import type { SkillContext } from "#sdk";
import type { Answer } from "../altegio/read-answer.ts";
import { readHeldAppointment } from "../altegio/read-records.ts";
import { ownRecordRequest, recordRequest } from "../altegio/record-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { look } from "./ask.ts";

/**
 * What a look-up found. `missing`: Altegio does not show it to a visitor, which may mean that the hash has
 * expired (docs/altegio-api.md, "The answer to a booking"). `unknown`: no dependable answer came.
 */
export interface Standing {
  readonly state: "stands" | "gone" | "missing" | "unknown";
  readonly held: HeldAppointment | null;
}

const during = "looking an appointment up";

/** Looks an appointment up with its hash; where that shows nothing, as the business, if that is allowed. */
export async function lookUpRecord(ctx: SkillContext, entry: Appointment): Promise<Standing> {
  let standing: Standing = { state: "missing", held: null };
  if (entry.record_hash !== "") {
    const answer = await look(
      ctx,
      ownRecordRequest(entry.location_id, entry.record_id, entry.record_hash),
      during,
    );
    standing = standingOf(answer);
  }
  if (standing.state === "stands" || standing.state === "gone" || !hasUserToken(ctx)) {
    return standing;
  }
  return await lookUpAsBusiness(ctx, entry);
}

/** Looks an appointment up as the business, which needs the user token. */
export async function lookUpAsBusiness(ctx: SkillContext, entry: Appointment): Promise<Standing> {
  const answer = await look(ctx, recordRequest(entry.location_id, entry.record_id), during);
  const standing = standingOf(answer);
  return standing.state === "missing" ? { state: "gone", held: null } : standing;
}

function standingOf(answer: Answer): Standing {
  const held = readHeldAppointment(answer.data);
  if (answer.ok && held !== null) {
    return { state: held.deleted ? "gone" : "stands", held };
  }
  return { state: answer.problem === "not_found" ? "missing" : "unknown", held: null };
}
