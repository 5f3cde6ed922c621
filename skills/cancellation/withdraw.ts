/** Cancels one appointment of the agent's own and makes sure that it is gone. */
import type { SkillContext } from "#sdk";
import { cancelOwnRequest, deleteRecordRequest } from "../altegio/record-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { ask } from "../lookups/ask.ts";
import { lookUpAsBusiness, lookUpRecord } from "../lookups/look-up-record.ts";

/** How it ended. `refused`: the business does not allow it; `failed`: it stands, for want of an answer. */
export type Withdrawal = "cancelled" | "already" | "refused" | "failed" | "unknown";

const cancelling = "cancelling an appointment";

/**
 * Cancels with the appointment's own hash, which needs the partner token alone; where the location does not
 * let visitors cancel, as the business, if there is a user token
 * (docs/altegio-api.md, "A visitor's appointment" and "Changing and cancelling"). A request is only followed by
 * another one when a look-up has shown that the appointment stands.
 */
export async function withdraw(ctx: SkillContext, entry: Appointment): Promise<Withdrawal> {
  let refused = false;
  if (entry.record_hash !== "") {
    const answer = await ask(ctx, cancelOwnRequest(entry.record_id, entry.record_hash), cancelling);
    const standing = await lookUpRecord(ctx, entry);
    if (standing.state !== "stands" && answer.ok) {
      return "cancelled";
    }
    if (standing.state === "gone") {
      // A refusal and yet gone: somebody was faster.
      return answer.problem === "transport" ? "cancelled" : "already";
    }
    refused = !answer.ok && answer.problem !== "transport" && answer.problem !== "rate";
    if (standing.state !== "stands") {
      return "unknown";
    }
  }
  if (!hasUserToken(ctx)) {
    return entry.record_hash === "" || refused ? "refused" : "failed";
  }
  return await withdrawAsBusiness(ctx, entry);
}

async function withdrawAsBusiness(ctx: SkillContext, entry: Appointment): Promise<Withdrawal> {
  const answer = await ask(ctx, deleteRecordRequest(entry.location_id, entry.record_id), cancelling);
  const standing = await lookUpAsBusiness(ctx, entry);
  if (standing.state === "gone") {
    return answer.ok || answer.problem === "transport" ? "cancelled" : "already";
  }
  if (standing.state === "unknown") {
    return answer.ok ? "cancelled" : "unknown";
  }
  const unanswered = answer.ok || answer.problem === "transport" || answer.problem === "rate";
  return unanswered ? "failed" : "refused";
}
