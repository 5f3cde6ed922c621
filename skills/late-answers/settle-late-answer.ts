/** Settles an answer to a write that came when its operation was over, or had been replaced by an update. */
import { answerIn, asText, property, toInteger } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";
import { mayHaveArrived, readAnswer } from "../altegio/read-answer.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { readMadeAppointment } from "../altegio/read-records.ts";
import { isUnchanged, isUnsettled } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { changeAppointment, dropAppointment, readAppointments } from "../domain/own-appointments.ts";
import { keepMade } from "../lookups/keep-made.ts";
import { lookUpRecord } from "../lookups/look-up-record.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { keepStanding } from "../lookups/refresh-appointments.ts";
import { findBookedAnew } from "../matching/find-own.ts";
import { tellAppointments } from "../telling/tell-appointments.ts";
import { bookedAnewText } from "../wording/appointment-text.ts";
import {
  goneAfterAllText,
  neverMadeText,
  standsAfterAllText,
  stillUnknownText,
} from "./late-answer-texts.ts";

/**
 * Keeps what the answer tells and says what stands. The caller hears it when they still wait for it, and when it is
 * news: when something else was known, or nothing. `mark` names what was asked for and the number of its appointment.
 */
export async function settleLateAnswer(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const given = event.arguments;
  const [what, number] = asText(property(given, "mark")).split(":");
  const before = readAppointments(ctx).find((entry) => `${entry.number}` === number);
  if (before === undefined) {
    return noteOutcome(ctx, "", "late-answer", "nothing-there");
  }
  const status = toInteger(asText(property(given, "status"))).value;
  const answer = readAnswer({ status, body: asText(property(given, "body")) });
  const text =
    what === "book"
      ? await settleBooking(ctx, before, answer)
      : await settleChange(ctx, before, what === "cancel" && answer.ok);
  const entries = readAppointments(ctx);
  const now = entries.find((entry) => entry.number === before.number);
  tellAppointments(ctx, { entries });
  const isNews = now === undefined || !isUnchanged(before, now);
  const isTold = isNews || asText(property(given, "awaited")) === "true";
  if (isTold) {
    answerIn(ctx, asText(property(given, "channel")), text);
  }
  noteOutcome(ctx, ctx.operation, "late-answer", isTold ? "told" : "known-before");
}

/** Gives what the caller is told of a booking. */
async function settleBooking(ctx: SkillContext, entry: Appointment, answer: Answer): Promise<string> {
  const made = readMadeAppointment(answer.data);
  if (answer.ok && made.id !== "") {
    // As it was submitted: what was found out since is newer than this answer.
    const submitted = isUnsettled(entry) ? entry : { ...entry, record_id: "", status: "submitting" };
    const kept = await keepMade(ctx, submitted, made);
    return told(ctx, kept.entry, kept.state === "unknown");
  }
  if (entry.status === "given_up") {
    return neverMadeText(entry);
  }
  if (!isUnsettled(entry)) {
    return told(ctx, entry, false);
  }
  let isAlike = false;
  if (hasUserToken(ctx)) {
    const found = await reconcile(ctx, entry);
    isAlike = found.state === "perhaps";
    if (found.state === "made") {
      return told(ctx, found.entry, false);
    }
  }
  if (mayHaveArrived(answer) || isAlike) {
    return stillUnknownText(changeAppointment(ctx, entry, { ...entry, status: "unconfirmed" }));
  }
  dropAppointment(ctx, entry);
  return neverMadeText(entry);
}

/**
 * Gives what the caller is told of an appointment that was to be cancelled or moved.
 *
 * @param isDeleted Altegio has said that it is cancelled; without the right to look, that counts
 */
async function settleChange(ctx: SkillContext, entry: Appointment, isDeleted: boolean): Promise<string> {
  if (isUnsettled(entry) || entry.status === "cancelled") {
    return told(ctx, entry, false);
  }
  const standing = await lookUpRecord(ctx, entry);
  const state = isDeleted && standing.state !== "stands" ? "gone" : standing.state;
  const now = keepStanding(ctx, entry, { ...standing, state });
  return told(ctx, now, now.status !== "cancelled" && state !== "stands");
}

function told(ctx: SkillContext, entry: Appointment, isUnknown: boolean): string {
  if (isUnknown || isUnsettled(entry)) {
    return stillUnknownText(entry);
  }
  const anew = entry.status === "cancelled" ? findBookedAnew(readAppointments(ctx), entry) : null;
  return anew !== null
    ? bookedAnewText(anew)
    : entry.status === "cancelled"
      ? goneAfterAllText(entry)
      : standsAfterAllText(entry);
}
