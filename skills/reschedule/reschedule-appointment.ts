/** Moves an appointment that the agent made to another time. */
import { bookingEnabled, cancellationEnabled, rescheduleEnabled } from "../../attributes/index.ts";
import {
  answerChannel,
  answerIn,
  beginLongOperation,
  coreBookingIdNames,
  coreEvents,
  namedChannel,
} from "#sdk";
import type { JsonObject, SkillContext, SkillEvent } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import type { Clock } from "../domain/clock.ts";
import { laterHalf } from "../domain/day-halves.ts";
import { deskOf } from "../domain/desk.ts";
import type { Desk } from "../domain/desk.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../domain/location-facts.ts";
import { ending } from "../domain/outcome.ts";
import type { Ending } from "../domain/outcome.ts";
import { upcomingAppointments } from "../domain/own-appointments.ts";
import { readSwitch } from "../domain/settings.ts";
import { isSharedLine } from "../hearing/caller-number.ts";
import { payloadOrHeard, readPayload } from "../hearing/hear-wish.ts";
import { textField } from "../hearing/read-fields.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { refreshAppointments } from "../lookups/refresh-appointments.ts";
import { meansAnybody } from "../matching/anybody.ts";
import { ownOfName } from "../matching/own-of-name.ts";
import { pickAppointment } from "../matching/pick-appointment.ts";
import { tellAppointments } from "../telling/tell-appointments.ts";
import { weekdayClash } from "../text/weekday-clash.ts";
import { numberedList } from "../wording/appointment-text.ts";
import { carryOut } from "./carry-out.ts";
import {
  goneText,
  newTimeText,
  noNewDateText,
  nothingToMoveText,
  notMovableText,
  pastTimeText,
  rescheduleInsteadText,
  rescheduleNotConnectedText,
  rescheduleOffText,
} from "./reschedule-texts.ts";
import { readRescheduleWish, rescheduleSchema } from "./reschedule-wish.ts";
import type { RescheduleWish } from "./reschedule-wish.ts";

const movingAgain = "you are moving the appointment now";

/** Serves the module's tool and core's event; ends in exactly one answer. Core waits for none of its own. */
export async function rescheduleAppointment(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const payload =
    event.idn === coreEvents.reschedule
      ? readPayload(event, [...rescheduleSchema.required, ...coreBookingIdNames])
      : null;
  // Core has no answer of its own for it: either way it ends in an urgent message.
  const named = namedChannel(event.arguments);
  beginLongOperation(ctx, false);
  const answer = await answerReschedule(ctx, payload);
  tellAppointments(ctx, answer);
  const channel = answerChannel(ctx, ctx.operation, named);
  answerIn(ctx, channel, answer.text);
  noteOutcome(ctx, ctx.operation, "reschedule", answer.why);
}

async function answerReschedule(ctx: SkillContext, payload: JsonObject | null): Promise<Ending> {
  if (!readSwitch(ctx, rescheduleEnabled)) {
    return ending("switched-off", rescheduleOffText);
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    return ending("not-connected", rescheduleNotConnectedText);
  }
  const place = readLocationFacts(ctx, locationId);
  return { ...(await moveAt(ctx, payload, deskOf(ctx, place))), place };
}

async function moveAt(ctx: SkillContext, payload: JsonObject | null, desk: Desk): Promise<Ending> {
  let entries = upcomingAppointments(ctx, desk);
  if (entries.length === 0) {
    await refreshAppointments(ctx, desk);
    entries = upcomingAppointments(ctx, desk);
  }
  if (entries.length === 0) {
    return ending("nothing-there", nothingToMoveText);
  }
  if (!hasUserToken(ctx)) {
    const canRebook = readSwitch(ctx, bookingEnabled) && readSwitch(ctx, cancellationEnabled);
    return ending("not-connected", rescheduleInsteadText(canRebook));
  }
  const isShared = isSharedLine(ctx, desk.phone);
  const wish = wishToMove(ctx, payload, desk.clock, isShared ? "" : numberedList(entries));
  const own = isShared ? ownOfName(entries, wish.fullName, movingAgain) : { question: "", entries };
  if (own.question !== "") {
    return ending("asked-who", `${own.question} Nothing is moved.`);
  }
  const clues = {
    said: wish.appointment,
    services: [],
    staff: "",
    date: "",
    time: "",
    today: desk.clock.today,
    fullName: wish.fullName,
  };
  let pick = pickAppointment(own.entries, clues);
  if (pick.entry === null) {
    // What was said may be true of an appointment as the team has changed it.
    await refreshAppointments(ctx, desk);
    const now = upcomingAppointments(ctx, desk);
    pick = pickAppointment(isShared ? ownOfName(now, wish.fullName, movingAgain).entries : now, clues);
  }
  if (pick.entry === null) {
    return ending("asked-which", `${pick.question} Nothing is moved.`);
  }
  return await moveChosen(ctx, pick.entry, wish, desk.clock);
}

/**
 * Core's payload; the conversation is heard when it does not say where to: a moment, or another member.
 *
 * @param appointments the numbered list; "" where several people's would stand in it, and a name is needed
 */
function wishToMove(
  ctx: SkillContext,
  payload: JsonObject | null,
  clock: Clock,
  appointments: string,
): RescheduleWish {
  const given = readRescheduleWish(payload, true);
  const hasMoment = given.date !== "" && given.time !== "";
  const isEnough =
    (hasMoment ||
      (textField(payload, "date") === "" && textField(payload, "time") === "" && given.staff !== "")) &&
    (appointments !== "" || given.fullName !== "");
  const task = "moving an appointment";
  const extraction = { task, schema: rescheduleSchema, clock, appointments, withoutLists: true };
  const wanted = payloadOrHeard(ctx, payload, isEnough, extraction);
  return readRescheduleWish(wanted, payload !== null);
}

async function moveChosen(
  ctx: SkillContext,
  chosen: Appointment,
  wish: RescheduleWish,
  clock: Clock,
): Promise<Ending> {
  let entry = chosen;
  if (entry.status === "cancelled") {
    return ending("cancelled-since", goneText(entry));
  }
  if (entry.status !== "booked") {
    const found = await reconcile(ctx, entry);
    if (found.state !== "made") {
      return ending("not-movable", notMovableText(entry));
    }
    entry = found.entry;
    if (entry.status === "cancelled") {
      return ending("cancelled-since", goneText(entry));
    }
  }
  if (wish.noDate) {
    return ending("no-such-date", noNewDateText);
  }
  const clash = weekdayClash(wish.date, wish.weekday, clock.today);
  if (clash !== "") {
    return ending("no-such-date", `${clash} Nothing is moved.`);
  }
  // Who only wants to go to somebody else keeps the day and the time.
  const staysPut = wish.date === "" && wish.time === "" && !meansAnybody(wish.staff);
  const date = staysPut ? entry.datetime.slice(0, 10) : wish.date;
  const time = staysPut ? entry.datetime.slice(11, 16) : wish.time;
  if (date === "" || time === "") {
    const missing = date !== "" ? "the new time" : time !== "" ? "the new date" : "the new date and time";
    return ending("details-missing", newTimeText(entry, missing));
  }
  if (`${date}T${laterHalf(time)}` <= `${clock.today}T${clock.now}`) {
    return ending("in-the-past", pastTimeText(date, time, clock.today));
  }
  return await carryOut(ctx, entry, { ...wish, date, time }, clock);
}
