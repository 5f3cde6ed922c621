/** Moves an appointment that the agent made to another time. */
import { rescheduleEnabled } from "../../attributes/index.ts";
import { coreBookingIdNames, coreEvents, sendUrgentMessage } from "../../module/contract.ts";
import type { JsonValue, SkillContext, SkillEvent } from "../../module/sdk/index.ts";
import { replaceAppointment } from "../shared/appointments.ts";
import type { Appointment } from "../shared/appointments.ts";
import { readClock } from "../shared/clock.ts";
import type { Clock } from "../shared/clock.ts";
import { connectedLocation } from "../shared/connection.ts";
import { hasUserToken, readLocationFacts } from "../shared/location-facts.ts";
import { pickAppointment } from "../shared/pick-appointment.ts";
import { extract, readPayload } from "../shared/read-wish.ts";
import { reconcile } from "../shared/reconcile.ts";
import { readSwitch } from "../shared/settings.ts";
import { simpleName } from "../shared/simple-name.ts";
import { numberedList, upcomingAppointments } from "../shared/upcoming.ts";
import { carryOut } from "./carry-out.ts";
import {
  goneText,
  newTimeText,
  nothingToMoveText,
  notMovableText,
  otherStaffText,
  pastTimeText,
  rescheduleInsteadText,
  rescheduleNotConnectedText,
  rescheduleOffText,
} from "./reschedule-texts.ts";
import { readRescheduleWish, rescheduleSchema } from "./reschedule-wish.ts";
import type { RescheduleWish } from "./reschedule-wish.ts";

/** Serves the module's tool and core's event; ends in exactly one answer. Core waits for none of its own. */
export async function rescheduleAppointment(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const payload =
    event.idn === coreEvents.reschedule
      ? readPayload(event, [...rescheduleSchema.required, ...coreBookingIdNames])
      : null;
  const answer = await answerReschedule(ctx, payload);
  sendUrgentMessage(ctx, answer);
}

async function answerReschedule(ctx: SkillContext, payload: JsonValue): Promise<string> {
  if (!readSwitch(ctx, rescheduleEnabled)) {
    return rescheduleOffText;
  }
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    return rescheduleNotConnectedText;
  }
  const clock = readClock(ctx, readLocationFacts(ctx, locationId).zone);
  const entries = upcomingAppointments(ctx, locationId, clock);
  if (entries.length === 0) {
    return nothingToMoveText;
  }
  if (!hasUserToken(ctx)) {
    return rescheduleInsteadText;
  }
  const heard =
    payload ?? extract(ctx, clock, "moving an appointment", rescheduleSchema, numberedList(entries));
  const wish = readRescheduleWish(heard, payload !== null);
  const pick = pickAppointment(entries, wish.appointment, "");
  if (pick.entry === null) {
    return `${pick.question} Nothing is moved.`;
  }
  return await moveChosen(ctx, pick.entry, wish, clock);
}

async function moveChosen(
  ctx: SkillContext,
  chosen: Appointment,
  wish: RescheduleWish,
  clock: Clock,
): Promise<string> {
  let entry = chosen;
  if (entry.status === "cancelled") {
    return goneText(entry);
  }
  if (entry.status !== "booked") {
    const found = await reconcile(ctx, entry);
    if (found.state !== "made") {
      return notMovableText(entry);
    }
    entry = found.entry;
  }
  if (wish.date === "" || wish.time === "") {
    const missing =
      wish.date !== "" ? "the new time" : wish.time !== "" ? "the new date" : "the new date and time";
    return newTimeText(entry, missing);
  }
  if (wish.staff !== "" && !isSameMember(wish.staff, entry)) {
    return otherStaffText(entry, wish.staff);
  }
  if (`${wish.date}T${wish.time}` <= `${clock.today}T${clock.now}`) {
    return pastTimeText(wish.date, wish.time);
  }
  const end = await carryOut(ctx, entry, wish, clock);
  if (end.entry !== null) {
    replaceAppointment(ctx, end.entry);
  }
  return end.text;
}

/** True when the words can mean the member the appointment is with; also while that is not known. */
function isSameMember(said: string, entry: Appointment): boolean {
  const name = simpleName(entry.staff.name);
  const wanted = simpleName(said);
  return name === "" || said.trim() === entry.staff.id || name.includes(wanted) || wanted.includes(name);
}
