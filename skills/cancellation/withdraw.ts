/** Cancels one appointment of the agent's own and makes sure that it is gone. */
import type { SkillContext } from "#sdk";
import { isRefusal } from "../altegio/read-answer.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { cancelOwnRequest, deleteRecordRequest } from "../altegio/record-requests.ts";
import { isUnchanged } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { currentEntry, markCancelled } from "../domain/own-appointments.ts";
import { ask } from "../lookups/ask.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { lookUpAsBusiness, lookUpRecord } from "../lookups/look-up-record.ts";
import type { Standing } from "../lookups/look-up-record.ts";
import { keepStanding } from "../lookups/refresh-appointments.ts";

/** How it ended. `refused`: the business does not allow it; `failed`: it stands, for want of an answer. */
export interface Withdrawal {
  readonly end: "cancelled" | "already" | "refused" | "failed" | "unknown";
  /** The appointment as it is kept now. */
  readonly entry: Appointment;
}

const cancelling = "cancelling an appointment";

/**
 * Cancels with the appointment's own hash, which needs the partner token alone; where the location does not
 * let visitors cancel, as the business, if there is a user token
 * (docs/altegio-api.md, "A visitor's appointment" and "Changing and cancelling"). A request is only followed by
 * another one when a look-up has shown that the appointment stands, and as it was when the caller asked for this.
 */
export async function withdraw(ctx: SkillContext, entry: Appointment): Promise<Withdrawal> {
  if (entry.record_hash !== "") {
    const request = cancelOwnRequest(entry.record_id, entry.record_hash);
    const answer = await ask(ctx, { ...request, mark: `cancel:${entry.number}` }, cancelling);
    const standing = await lookUpRecord(ctx, entry);
    if (standing.state !== "stands" && answer.ok) {
      return gone(ctx, entry, "cancelled");
    }
    if (standing.state === "gone") {
      // A refusal and yet gone: somebody was faster.
      return gone(ctx, entry, answer.problem === "transport" ? "cancelled" : "already");
    }
    if (standing.state !== "stands") {
      return kept(ctx, entry, standing, "unknown");
    }
    noteIfAnswered(ctx, ctx.operation, answer);
    const now = kept(ctx, entry, standing, isRefusal(answer) ? "refused" : "failed");
    if (!hasUserToken(ctx) || !isUnchanged(entry, now.entry)) {
      return now;
    }
  }
  return hasUserToken(ctx)
    ? await withdrawAsBusiness(ctx, entry)
    : { end: "refused", entry: currentEntry(ctx, entry) ?? entry };
}

async function withdrawAsBusiness(ctx: SkillContext, entry: Appointment): Promise<Withdrawal> {
  const request = deleteRecordRequest(entry.location_id, entry.record_id);
  const answer = await ask(ctx, { ...request, mark: `cancel:${entry.number}` }, cancelling);
  const standing = await lookUpAsBusiness(ctx, entry);
  if (standing.state === "gone") {
    return gone(ctx, entry, answer.ok || answer.problem === "transport" ? "cancelled" : "already");
  }
  if (standing.state === "unknown") {
    return answer.ok ? gone(ctx, entry, "cancelled") : kept(ctx, entry, standing, "unknown");
  }
  noteIfAnswered(ctx, ctx.operation, answer);
  return kept(ctx, entry, standing, isRefusal(answer) ? "refused" : "failed");
}

/** A success, and yet the appointment stands. */
function noteIfAnswered(ctx: SkillContext, operation: string, answer: Answer): void {
  if (answer.ok) {
    noteOutcome(ctx, operation, "cancellation-answer", "not-carried-out");
  }
}

/** It is gone, whatever else happened to it meanwhile. */
function gone(ctx: SkillContext, entry: Appointment, end: "cancelled" | "already"): Withdrawal {
  return { end, entry: markCancelled(ctx, entry) };
}

/** It stands, or that is not known: as it was just seen, unless another event has changed it meanwhile. */
function kept(
  ctx: SkillContext,
  entry: Appointment,
  standing: Standing,
  end: "refused" | "failed" | "unknown",
): Withdrawal {
  const now = keepStanding(ctx, entry, standing);
  return { end: now.status === "cancelled" ? "unknown" : end, entry: now };
}
