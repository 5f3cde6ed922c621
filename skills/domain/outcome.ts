/** How an operation ended: what the agent is told, what core is, and what the log says of it. */
import type { Appointment } from "./appointment.ts";
import type { LocationFacts } from "./location-facts.ts";

/** The end of an operation. */
export interface Ending {
  readonly text: string;
  /** For the log: how it ended, and of one that did nothing why. */
  readonly why: Why;
  /** Where it was served: what follows need not ask again. Left out where that is not known. */
  readonly place?: LocationFacts;
  /** The caller's list as it was read after the last answer and the last change; left out where it was not. */
  readonly entries?: readonly Appointment[];
}

/** The ends there are. A closed list: no word of a caller's, and none of Altegio's, can get into the log with it. */
export type Why =
  | "switched-off"
  | "not-connected"
  | "no-catalogue"
  | "asked-which"
  | "asked-who"
  | "no-such-date"
  | "details-missing"
  | "in-the-past"
  | "not-read"
  | "not-free"
  | "other-in-the-way"
  | "asked-for-consent"
  | "asked-for-code"
  | "refused"
  | "booked"
  | "booked-otherwise"
  | "booked-before"
  | "booked-anew"
  | "submitted-before"
  | "cancelled"
  | "cancelled-before"
  | "cancelled-since"
  | "moved"
  | "moved-before"
  | "changed-meanwhile"
  | "not-movable"
  | "not-carried-out"
  | "unconfirmed"
  | "nothing-there"
  | "known-before"
  | "told"
  | "deleted"
  | "other-than-asked"
  | "no-record";

/** The end of an operation that changes something. */
export interface Outcome extends Ending {
  /** HTTP-like status as text. */
  readonly code: string;
  /** Id of the appointment that was made or changed, "" when none was. */
  readonly bookingId: string;
}

/** The codes given to core. */
export const outcomeCodes = {
  booked: "201",
  done: "200",
  incomplete: "422",
  taken: "409",
  unknown: "404",
  failed: "502",
  unconfirmed: "504",
} as const;

/** The end of an operation that changes nothing. */
export function ending(why: Why, text: string): Ending {
  return { text, why };
}

/** An outcome without a change. */
export function notDone(code: string, why: Why, text: string): Outcome {
  return { text, why, code, bookingId: "" };
}
