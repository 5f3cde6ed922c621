/** Free times by service, staff member and date. */
import { availabilityEnabled } from "../../attributes/index.ts";
import {
  answerChannel,
  answerIn,
  beginLongOperation,
  coreEvents,
  namedChannel,
  sendAvailableSlots,
} from "#sdk";
import type { JsonObject, SkillContext, SkillEvent } from "#sdk";
import { clockAt } from "../domain/clock.ts";
import type { Clock } from "../domain/clock.ts";
import { connectedLocation } from "../domain/location-facts.ts";
import { ending } from "../domain/outcome.ts";
import type { Ending } from "../domain/outcome.ts";
import { readSwitch } from "../domain/settings.ts";
import { payloadOrHeard, readPayload } from "../hearing/hear-wish.ts";
import { says, textField } from "../hearing/read-fields.ts";
import { currentCatalog } from "../lookups/current-catalog.ts";
import { freeTimesSubject } from "../lookups/free-times.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { lookAgain, mayBeNew } from "../lookups/second-look.ts";
import { chooseTeam } from "../matching/choose-team.ts";
import type { TeamChoice } from "../matching/choose-team.ts";
import { planVisit } from "../matching/plan-visit.ts";
import { numberedList } from "../wording/appointment-text.ts";
import { lookUpFailed, notConnectedText } from "../wording/problem-text.ts";
import { availabilitySchema, readAvailabilityWish } from "./availability-wish.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import { describeAvailability } from "./describe-availability.ts";
import { meantToMove, movable, wishToMove } from "./own-place.ts";
import { enquiryOf } from "./enquiry.ts";

/** Serves the module's tool and core's own event; each ends in exactly one answer, in its own form. */
export async function checkAvailability(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const fromCore = event.idn === coreEvents.availability;
  const payload = fromCore ? readPayload(event, availabilitySchema.required) : null;
  const named = namedChannel(event.arguments);
  beginLongOperation(ctx, fromCore);
  let answer = await answerAvailability(ctx, payload);
  if (answer.text === "") {
    answer = await answerAvailability(ctx, payload);
  }
  const channel = answerChannel(ctx, ctx.operation, named);
  if (fromCore) {
    sendAvailableSlots(ctx, channel, answer.text);
  } else {
    answerIn(ctx, channel, answer.text);
  }
  noteOutcome(ctx, ctx.operation, "availability", answer.why);
}

/** The answer; without a text after a second look at the catalogue, with which it is to be asked for anew. */
async function answerAvailability(ctx: SkillContext, payload: JsonObject | null): Promise<Ending> {
  if (!readSwitch(ctx, availabilityEnabled)) {
    return ending(
      "switched-off",
      "Checking free times is switched off here. Tell the caller and offer to pass the request to the team. Do not name any time as free.",
    );
  }
  const location = connectedLocation(ctx);
  if (location === "") {
    return ending("not-connected", notConnectedText);
  }
  const loaded = await currentCatalog(ctx, location);
  const catalog = loaded.catalog;
  if (catalog === null) {
    return ending("no-catalogue", lookUpFailed(loaded.problem, freeTimesSubject));
  }
  const clock = clockAt(loaded.moment ?? ctx.getDateTime(catalog.location.zone));
  const entries = movable(ctx, { locationId: location, phone: catalog.location.phone, clock });
  const heard = readWish(ctx, payload, clock, numberedList(entries));
  const own = meantToMove(entries, heard, clock.today);
  const wish = own === null ? heard : wishToMove(heard, own);
  const plan = planVisit(catalog, wish.services, wish.staff);
  const isLeftOpen = wish.staffOptions.length === 0 && wish.staffExcluded.length === 0;
  const choice: TeamChoice =
    isLeftOpen || plan.question !== "" || plan.staffName !== ""
      ? { question: plan.question, isUnknown: plan.isUnknown, ids: [] }
      : chooseTeam(catalog, plan, wish.staffOptions, wish.staffExcluded);
  const { question, isUnknown, ids } = choice;
  if (mayBeNew(ctx, isUnknown, catalog)) {
    // One of several who would do is a name that is not known.
    const denied = plan.question === "" ? { ...plan.visit, serviceIds: [] } : plan.visit;
    return ending("asked-which", (await lookAgain(ctx, catalog.location, denied)) ? "" : question);
  }
  if (question !== "") {
    return ending("asked-which", question);
  }
  if (ids.length === 0) {
    const enquiry = enquiryOf(ctx, catalog, { plan, wish, clock, among: [], own });
    return ending("told", await describeAvailability(ctx, enquiry));
  }
  // To whoever will not do nothing is asked and nothing is offered.
  const team = { ...catalog, staff: catalog.staff.filter((member) => ids.includes(member.id)) };
  const one = ids.length === 1 ? (ids[0] ?? "") : "";
  const chosen = { ...planVisit(team, wish.services, one), isOnly: true };
  const among = one === "" ? ids : [];
  const enquiry = enquiryOf(ctx, team, { plan: chosen, wish, clock, among, own });
  return ending("told", await describeAvailability(ctx, enquiry));
}

/**
 * Core's payload; the conversation is heard when it names no service, or a date or time that cannot be read.
 *
 * @param appointments the caller's, as a numbered list, for one of them may be what is to be moved
 */
function readWish(
  ctx: SkillContext,
  payload: JsonObject | null,
  clock: Clock,
  appointments: string,
): AvailabilityWish {
  const given = readAvailabilityWish(payload);
  const isEnough =
    (given.services.length > 0 || given.toMove !== "") &&
    availabilitySchema.required.every((name) => textField(payload, name) === "" || says(payload, name));
  const task = "looking up free appointment times";
  return readAvailabilityWish(
    payloadOrHeard(ctx, payload, isEnough, { task, schema: availabilitySchema, clock, appointments }),
  );
}
