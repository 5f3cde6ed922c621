/** Cancels an appointment that the agent made. */
import { cancellationEnabled } from "../../attributes/index.ts";
import {
  answerChannel,
  answerIn,
  beginLongOperation,
  coreBookingIdNames,
  coreEvents,
  namedChannel,
  sendCancellationResult,
} from "#sdk";
import type { JsonObject, SkillContext, SkillEvent } from "#sdk";
import { isSameEntry, isUnsettled } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { Clock } from "../domain/clock.ts";
import { deskOf } from "../domain/desk.ts";
import type { Desk } from "../domain/desk.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { readAppointments, upcomingAppointments, upcomingOf } from "../domain/own-appointments.ts";
import { readSwitch } from "../domain/settings.ts";
import { isSharedLine } from "../hearing/caller-number.ts";
import { payloadOrHeard, readPayload } from "../hearing/hear-wish.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { refreshAppointments } from "../lookups/refresh-appointments.ts";
import { findBookedAnew } from "../matching/find-own.ts";
import { ownOfName } from "../matching/own-of-name.ts";
import { inOrder, nearestOf, pickAppointment } from "../matching/pick-appointment.ts";
import { tellAppointments } from "../telling/tell-appointments.ts";
import { bookedAnewText, numberedList } from "../wording/appointment-text.ts";
import {
  alreadyCancelledText,
  cancellationNotConnectedText,
  cancellationOffText,
  cancellationUnknownText,
  cancelledText,
  confirmAllText,
  confirmCancellationText,
  neverConfirmedText,
  nextToCancelText,
  notAllowedText,
  notCancelledText,
  nothingToCancelText,
  stillSubmittingText,
} from "./cancellation-texts.ts";
import { cancellationSchema, readCancellationWish } from "./cancellation-wish.ts";
import type { CancellationWish } from "./cancellation-wish.ts";
import { withdraw } from "./withdraw.ts";

const cancellingAgain = "you are cancelling the appointment now";

/** Serves the module's tool and core's own event; each ends in exactly one answer, in its own form. */
export async function cancelAppointment(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const fromCore = event.idn === coreEvents.cancellation;
  const payload = fromCore
    ? readPayload(event, [...cancellationSchema.required, ...coreBookingIdNames])
    : null;
  const named = namedChannel(event.arguments);
  beginLongOperation(ctx, fromCore);
  const outcome = await answerCancellation(ctx, payload);
  tellAppointments(ctx, outcome);
  const channel = answerChannel(ctx, ctx.operation, named);
  if (fromCore) {
    sendCancellationResult(ctx, channel, outcome.code, outcome.text, outcome.bookingId);
  } else {
    answerIn(ctx, channel, outcome.text);
  }
  noteOutcome(ctx, ctx.operation, "cancellation", outcome.why);
}

async function answerCancellation(ctx: SkillContext, payload: JsonObject | null): Promise<Outcome> {
  if (!readSwitch(ctx, cancellationEnabled)) {
    return notDone(outcomeCodes.failed, "switched-off", cancellationOffText);
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    return notDone(outcomeCodes.failed, "not-connected", cancellationNotConnectedText);
  }
  const place = readLocationFacts(ctx, locationId);
  return { ...(await cancelAt(ctx, payload, deskOf(ctx, place))), place };
}

async function cancelAt(ctx: SkillContext, payload: JsonObject | null, desk: Desk): Promise<Outcome> {
  await refreshAppointments(ctx, desk);
  const entries = upcomingAppointments(ctx, desk);
  if (entries.length === 0) {
    return notDone(outcomeCodes.unknown, "nothing-there", nothingToCancelText);
  }
  const isShared = isSharedLine(ctx, desk.phone);
  const wish = wishToCancel(ctx, payload, desk.clock, isShared ? "" : numberedList(entries));
  const own = isShared ? ownOfName(entries, wish.fullName, cancellingAgain) : { question: "", entries };
  if (own.question !== "") {
    return notDone(outcomeCodes.incomplete, "asked-who", `${own.question} Nothing is cancelled.`);
  }
  const pick = pickAppointment(own.entries, { ...wish, said: wish.appointment, today: desk.clock.today });
  if (pick.entry === null) {
    return notDone(outcomeCodes.incomplete, "asked-which", `${pick.question} Nothing is cancelled.`);
  }
  if (pick.entry.status === "cancelled") {
    return cancelled(ctx, own.entries, pick.entry, "cancelled-before");
  }
  if (!wish.confirmed || pick.assumed) {
    const standing = own.entries.filter((entry) => entry.status !== "cancelled");
    return notDone(
      outcomeCodes.incomplete,
      "asked-for-consent",
      wish.all && standing.length > 1
        ? confirmAllText(inOrder(standing))
        : confirmCancellationText(own.entries, pick.entry),
    );
  }
  const outcome = await cancelChosen(ctx, own.entries, pick.entry);
  // What was booked since, the caller cannot have agreed to cancel.
  const rest = upcomingOf(outcome.entries ?? [], desk).filter(
    (entry) => entry.status === "booked" && own.entries.some((known) => isSameEntry(known, entry)),
  );
  const next = isShared || outcome.code !== outcomeCodes.done ? null : nearestOf(rest);
  return next === null
    ? outcome
    : { ...outcome, text: `${outcome.text} ${nextToCancelText(own.entries, next)}` };
}

/**
 * Core's payload; the conversation is heard when it says nothing of which appointment.
 *
 * @param appointments the numbered list; "" where several people's would stand in it, and a name is needed
 */
function wishToCancel(
  ctx: SkillContext,
  payload: JsonObject | null,
  clock: Clock,
  appointments: string,
): CancellationWish {
  const given = readCancellationWish(payload, true);
  const clues = [given.appointment, given.services.join(""), given.staff, given.date, given.time];
  const isEnough = clues.some((clue) => clue !== "") && (appointments !== "" || given.fullName !== "");
  const task = "cancelling an appointment";
  const extraction = { task, schema: cancellationSchema, clock, appointments, withoutLists: true };
  const wanted = payloadOrHeard(ctx, payload, isEnough, extraction);
  return readCancellationWish(wanted, payload !== null);
}

async function cancelChosen(
  ctx: SkillContext,
  own: readonly Appointment[],
  chosen: Appointment,
): Promise<Outcome> {
  const made = isUnsettled(chosen) ? await findMade(ctx, chosen) : chosen;
  if (made === null) {
    const text = chosen.status === "submitting" ? stillSubmittingText(chosen) : neverConfirmedText(chosen);
    return notDone(outcomeCodes.unconfirmed, "unconfirmed", text);
  }
  if (made.status === "cancelled") {
    return cancelled(ctx, own, made, "cancelled-before");
  }
  const { end, entry } = await withdraw(ctx, made);
  switch (end) {
    case "cancelled":
      return cancelled(ctx, own, entry, "cancelled");
    case "already":
      return cancelled(ctx, own, entry, "cancelled-before");
    case "refused":
      return notDone(outcomeCodes.failed, "refused", notAllowedText(entry));
    case "failed":
      return notDone(outcomeCodes.failed, "not-carried-out", notCancelledText(entry));
    default:
      return notDone(outcomeCodes.unconfirmed, "unconfirmed", cancellationUnknownText(entry));
  }
}

function cancelled(
  ctx: SkillContext,
  own: readonly Appointment[],
  entry: Appointment,
  why: "cancelled" | "cancelled-before",
): Outcome {
  const entries = readAppointments(ctx);
  const anew = findBookedAnew(entries, entry);
  const text = why === "cancelled" ? cancelledText(own, entry) : alreadyCancelledText(entry);
  return {
    text: anew === null ? text : bookedAnewText(anew),
    why: anew === null ? why : "booked-anew",
    code: outcomeCodes.done,
    bookingId: entry.record_id,
    entries,
  };
}

/** The appointment of a booking whose answer has not come; null while nobody knows whether there is one. */
async function findMade(ctx: SkillContext, entry: Appointment): Promise<Appointment | null> {
  if (!hasUserToken(ctx)) {
    return null;
  }
  const found = await reconcile(ctx, entry);
  return found.state === "made" ? found.entry : null;
}
