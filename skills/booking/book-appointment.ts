/** Books an appointment through public Online Booking. */
import { bookingEnabled } from "../../attributes/index.ts";
import {
  answerChannel,
  answerIn,
  beginLongOperation,
  coreEvents,
  namedChannel,
  sendBookingResult,
} from "#sdk";
import type { JsonObject, SkillContext, SkillEvent } from "#sdk";
import { isUnsettled } from "../domain/appointment.ts";
import type { Catalog, Location } from "../domain/catalog.ts";
import { clockAt } from "../domain/clock.ts";
import type { Clock } from "../domain/clock.ts";
import { laterHalf } from "../domain/day-halves.ts";
import { deskOf } from "../domain/desk.ts";
import { connectedLocation, factsOf, readLocationFacts } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { readAppointments, upcomingAppointments } from "../domain/own-appointments.ts";
import { readSwitch } from "../domain/settings.ts";
import { callerNumber } from "../hearing/caller-number.ts";
import { payloadOrHeard, readPayload } from "../hearing/hear-wish.ts";
import { says } from "../hearing/read-fields.ts";
import { currentCatalog } from "../lookups/current-catalog.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { lookAgain, mayBeNew } from "../lookups/second-look.ts";
import { planVisit } from "../matching/plan-visit.ts";
import { tellAppointments } from "../telling/tell-appointments.ts";
import { noSuchDate, speakDay } from "../text/speak-date.ts";
import { weekdayClash } from "../text/weekday-clash.ts";
import { speakPhone } from "../wording/speak-phone.ts";
import { notConnectedText } from "../wording/problem-text.ts";
import {
  emailAgainText,
  missingText,
  notBooked,
  notBookedBesideText,
  phoneAgainText,
  refusedText,
} from "./booking-texts.ts";
import { bookingSchema, readBookingWish } from "./booking-wish.ts";
import type { BookingWish } from "./booking-wish.ts";
import { placeBooking } from "./place-booking.ts";

/** Serves the module's tool and core's own event; each ends in exactly one answer, in its own form. */
export async function bookAppointment(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const fromCore = event.idn === coreEvents.booking;
  const payload = fromCore ? readPayload(event, bookingSchema.required) : null;
  const named = namedChannel(event.arguments);
  beginLongOperation(ctx, fromCore);
  let outcome = await answerBooking(ctx, payload);
  if (outcome.text === "") {
    outcome = await answerBooking(ctx, payload);
  }
  outcome = { ...outcome, text: besideOpen(ctx, outcome) };
  tellAppointments(ctx, outcome);
  const channel = answerChannel(ctx, ctx.operation, named);
  if (fromCore) {
    sendBookingResult(ctx, channel, outcome.code, outcome.text, outcome.bookingId);
  } else {
    answerIn(ctx, channel, outcome.text);
  }
  noteOutcome(ctx, ctx.operation, "booking", outcome.why);
}

/** The answer, where it says that nothing is booked without denying an appointment that may have been made. */
function besideOpen(ctx: SkillContext, { text, place }: Outcome): string {
  if (!text.includes(notBooked)) {
    return text;
  }
  const desk = deskOf(ctx, place ?? readLocationFacts(ctx, connectedLocation(ctx)));
  const open = upcomingAppointments(ctx, desk).find((entry) => isUnsettled(entry));
  return open === undefined ? text : text.split(notBooked).join(notBookedBesideText(open));
}

/** The outcome; without a text after a second look at the catalogue, with which it is to be asked for anew. */
async function answerBooking(ctx: SkillContext, payload: JsonObject | null): Promise<Outcome> {
  if (!readSwitch(ctx, bookingEnabled)) {
    return notDone(
      outcomeCodes.failed,
      "switched-off",
      `Booking is switched off here. ${notBooked} Tell the caller and offer to pass the request to the team.`,
    );
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    return notDone(outcomeCodes.failed, "not-connected", notConnectedText);
  }
  const loaded = await currentCatalog(ctx, locationId);
  const catalog = loaded.catalog;
  if (catalog === null) {
    return notDone(outcomeCodes.failed, "no-catalogue", refusedText(loaded.problem));
  }
  const place = factsOf(catalog.location);
  const clock = clockAt(loaded.moment ?? ctx.getDateTime(place.zone));
  return { ...(await bookFrom(ctx, payload, catalog, clock)), place };
}

async function bookFrom(
  ctx: SkillContext,
  payload: JsonObject | null,
  catalog: Catalog,
  clock: Clock,
): Promise<Outcome> {
  const location = catalog.location;
  const wish = wishToBook(ctx, payload, clock);
  const plan = planVisit(catalog, wish.services, wish.staff);
  if (mayBeNew(ctx, plan.isUnknown, catalog)) {
    const isRenewed = await lookAgain(ctx, location, plan.visit);
    const question = isRenewed ? "" : `${plan.question} ${notBooked}`;
    return notDone(outcomeCodes.incomplete, "asked-which", question);
  }
  if (plan.question !== "") {
    return notDone(outcomeCodes.incomplete, "asked-which", `${plan.question} ${notBooked}`);
  }
  if (wish.noDate) {
    return notDone(
      outcomeCodes.incomplete,
      "no-such-date",
      `${noSuchDate} ${notBooked} Tell the caller and ask which date they mean.`,
    );
  }
  const clash = weekdayClash(wish.date, wish.weekday, clock.today);
  if (clash !== "") {
    return notDone(outcomeCodes.incomplete, "no-such-date", `${clash} ${notBooked}`);
  }
  const caller = callerNumber(ctx, wish.phone, location.phone);
  const phone = caller.shared ? "" : caller.phone;
  const name = wish.fullName.toLowerCase();
  // The model may have put the service where the name belongs.
  const isService =
    plan.serviceNames.some((title) => title.toLowerCase() === name) ||
    catalog.services.some((service) => service.name.toLowerCase() === name);
  const missing = missingDetails(isService ? { ...wish, fullName: "" } : wish, location, phone);
  if (missing.length > 0) {
    return notDone(outcomeCodes.incomplete, "details-missing", missingText(plan.subject, missing));
  }
  if (phone === "") {
    return notDone(outcomeCodes.incomplete, "details-missing", phoneAgainText);
  }
  // Altegio would refuse the whole booking for it, after a code was sent and said.
  if (wish.email !== "" && !/^[^@ ]+@[^@ ]+[.][^@ .]+$/u.test(wish.email)) {
    return notDone(outcomeCodes.incomplete, "details-missing", emailAgainText);
  }
  if (wish.date < clock.today || (wish.date === clock.today && laterHalf(wish.time) <= clock.now)) {
    const moment = `${speakDay(wish.date, clock.today)} at ${wish.time}`;
    return notDone(
      outcomeCodes.incomplete,
      "in-the-past",
      `${moment} is in the past. ${notBooked} Ask the caller for another date and time.`,
    );
  }
  const { fullName, email, comment, smsCode } = wish;
  const order = {
    plan,
    date: wish.date,
    time: wish.time,
    clock,
    visitor: { name: fullName, phone, email, comment, smsCode },
    seconds: catalog.services
      .filter((service) => plan.visit.serviceIds.includes(service.id))
      .reduce((sum, service) => sum + service.seconds, 0),
    spokenPhone: caller.verified ? "" : speakPhone(phone, location.phone),
    smsCodeRequired: location.smsCodeRequired,
    despiteOther: wish.despiteOther,
    confirmed: wish.confirmed,
  };
  return await placeBooking(ctx, order);
}

/** Core's payload; what it lacks of the essentials is heard in the conversation. */
function wishToBook(ctx: SkillContext, payload: JsonObject | null, clock: Clock): BookingWish {
  const given = readBookingWish(payload, true);
  const essentials = [given.services.join(""), given.date, given.time, given.fullName];
  // Whether it is meant instead of another appointment core does not say.
  const isEnough = !essentials.includes("") && (says(payload, "despite_other") || !hasAnother(ctx, clock));
  const task = "booking an appointment";
  const extraction = { task, schema: bookingSchema, clock, appointments: "" };
  const wanted = payloadOrHeard(ctx, payload, isEnough, extraction);
  return readBookingWish(wanted, payload !== null);
}

function hasAnother(ctx: SkillContext, clock: Clock): boolean {
  const now = `${clock.today}T${clock.now}`;
  return readAppointments(ctx).some(
    (entry) => entry.status === "booked" && entry.datetime.slice(0, 16) > now,
  );
}

/** What is still to be asked for, in the words the agent is given. */
function missingDetails(wish: BookingWish, location: Location, phone: string): readonly string[] {
  return [
    wish.date === "" ? "the date" : "",
    wish.time === "" ? "the time" : "",
    wish.fullName === "" ? "the full name" : "",
    wish.phone === "" && phone === "" ? "the phone number" : "",
    location.emailRequired && wish.email === "" ? "the e-mail address" : "",
    location.commentRequired && wish.comment === "" ? "a short note for the team" : "",
  ].filter((name) => name !== "");
}
