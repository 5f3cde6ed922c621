/** The true reason why there is no free time. */
import { addDays } from "#sdk";
import { laterHalf } from "../domain/day-halves.ts";
import type { Span } from "../domain/span.ts";
import type { FreeDates } from "../lookups/free-times.ts";
import { speakDay, speakList, speakMoment } from "../text/speak-date.ts";
import type { Enquiry } from "./enquiry.ts";

/**
 * One sentence about a day or a span without free times: in the past, too far ahead, closed, over, or fully booked.
 * Where the dates around it do not tell, it only says that there is nothing.
 *
 * @param found the dates from today until some time after the span
 */
export function whyNothing(enquiry: Enquiry, span: Span, found: FreeDates): string {
  const { plan, wish, clock, only } = enquiry;
  const isDay = span.from === span.to;
  const gone = isDay && span.from === clock.today && wish.time !== "" && laterHalf(wish.time) <= clock.now;
  const past = gone ? `${speakMoment(span.from, wish.time)} is in the past. ` : "";
  const none = `${past}${isDay ? `On ${speakDay(span.from, clock.today)}` : capital(speakSpan(span, clock.today))} there is no free time for ${plan.subject}`;
  const last = found.working.at(-1) ?? "";
  if (found.problem !== "none" || last === "") {
    return `${none}.`;
  }
  if (last < span.from) {
    return `${capital(speakSpan(span, clock.today))} is too far ahead: online booking for ${plan.subject} is open until ${speakDay(last, clock.today)} at present.`;
  }
  const working = found.working.filter((date) => date >= span.from && date <= span.to);
  if (working.length === 0) {
    const when = isDay ? `on ${speakDay(span.from, clock.today)}` : speakSpan(span, clock.today);
    return enquiry.among.length > 0
      ? `${past}None of ${speakList(enquiry.team.map((member) => member.name))} works ${when}.`
      : only === ""
        ? `${past}${capital(when)} the location is closed, or nobody who does ${plan.subject} works.`
        : `${past}${only}${plan.staffName === "" ? `, the only one who does ${plan.serviceNames.length === 1 ? "it" : "all of it"},` : ""} does not work ${when}.`;
  }
  if (working.every((date) => date === clock.today)) {
    return `${none}: it is too late for today, or the rest of today is booked.`;
  }
  // Online booking may end up to 23 hours before a time, and how many is not known
  // (docs/altegio-api.md, "Rules of a location").
  const tomorrow = addDays(clock.today, 1);
  if (working.every((date) => date <= tomorrow) && !found.dates.some((date) => date < span.from)) {
    return `${none}: all of it is taken, or it is too late to book it online.`;
  }
  // Whose working days these are is known of one member, and of everybody: of some it is not.
  return only !== "" || enquiry.byEverybody
    ? `${none}: everything is booked.`
    : `${none}: whoever does it is booked or off.`;
}

/**
 * `Sunday, October 25` or `from Sunday, October 25 to Monday, October 26`.
 *
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function speakSpan(span: Span, today: string): string {
  return span.from === span.to
    ? speakDay(span.from, today)
    : `from ${speakDay(span.from, today)} to ${speakDay(span.to, today)}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
