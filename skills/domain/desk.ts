/** Where an operation is served. */
import type { SkillContext } from "#sdk";
import { readClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { LocationFacts } from "./location-facts.ts";
import type { PhonePlan } from "./phone.ts";

/**
 * The front desk of a location, as far as it needs no look at the whole catalogue. It is kept while an operation
 * waits for Altegio, the catalogue is not: that may be long, and would be stored again with each request.
 */
export interface Desk {
  readonly locationId: string;
  /** How phone numbers are written there. */
  readonly phone: PhonePlan;
  /** When the operation began, on the location's clock. */
  readonly clock: Clock;
}

/** The desk of the location the facts are of. One expression, so that it costs no skill of its own. */
export function deskOf(ctx: SkillContext, facts: LocationFacts): Desk {
  return { locationId: facts.id, phone: facts.phone, clock: readClock(ctx, facts.zone) };
}
