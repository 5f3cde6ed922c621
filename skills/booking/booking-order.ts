/** A booking with everything it needs, and how one ends. */
import type { Visitor } from "../altegio/booking-requests.ts";
import type { VisitPlan } from "../shared/plan-visit.ts";

/** What is to be booked. */
export interface BookingOrder {
  readonly plan: VisitPlan;
  /** `YYYY-MM-DD` on the location's clock. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly visitor: Visitor;
  readonly smsCodeRequired: boolean;
}

/** How a booking ended: what the agent is told, and what core is. */
export interface BookingOutcome {
  readonly text: string;
  /** HTTP-like status as text. */
  readonly code: string;
  /** "" unless an appointment was made. */
  readonly bookingId: string;
}

/** The codes given to core. */
export const outcomeCodes = {
  booked: "201",
  incomplete: "422",
  taken: "409",
  failed: "502",
  unconfirmed: "504",
} as const;

/** An outcome without an appointment. */
export function notMade(code: string, text: string): BookingOutcome {
  return { text, code, bookingId: "" };
}
