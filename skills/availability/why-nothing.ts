/** The true reason why a day has no free time. */
import type { VisitPlan } from "../shared/plan-visit.ts";
import { speakDate } from "../shared/speak-date.ts";
import type { FreeDates } from "./free-times.ts";

/**
 * One sentence about a day without free times: too far ahead, closed, or fully booked. Where the dates around
 * it do not tell, it only says that there is nothing.
 *
 * @param found the dates from today until some time after that day
 */
export function whyNothing(plan: VisitPlan, date: string, found: FreeDates): string {
  const day = speakDate(date);
  const last = found.working.at(-1) ?? "";
  if (found.problem !== "none" || last === "") {
    return `On ${day} there is no free time for ${plan.subject}.`;
  }
  if (last < date) {
    return `${day} is too far ahead: online booking for ${plan.subject} is open until ${speakDate(last)} at present.`;
  }
  if (!found.working.includes(date)) {
    return plan.staffName === ""
      ? `On ${day} the location is closed, or nobody who does ${plan.subject} works.`
      : `${plan.staffName} does not work on ${day}.`;
  }
  return `On ${day} there is no free time for ${plan.subject}: everything is booked.`;
}
