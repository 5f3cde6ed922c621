/** A booking with everything it needs. */
import type { Visitor } from "../altegio/booking-requests.ts";
import type { Clock } from "../domain/clock.ts";
import type { VisitPlan } from "../matching/plan-visit.ts";

/** What is to be booked. */
export interface BookingOrder {
  readonly plan: VisitPlan;
  /** `YYYY-MM-DD` on the location's clock. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** When it is asked for. */
  readonly clock: Clock;
  readonly visitor: Visitor;
  /** How long the visit takes at least, in seconds; 0 when that is not known. */
  readonly seconds: number;
  /** The visitor's number as it is read back; "" for that of the call, which needs no proof. */
  readonly spokenPhone: string;
  readonly smsCodeRequired: boolean;
  /** The caller wants it booked although there is another appointment for the same services, or in a name that is alike. */
  readonly despiteOther: boolean;
  /** The caller agreed to exactly this. */
  readonly confirmed: boolean;
}
