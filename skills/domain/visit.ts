/** A visit: what is looked for and booked. */
import type { Clock } from "./clock.ts";

/** What is to be booked: at which location, which services in one visit, by whom ("0" = anybody). */
export interface Visit {
  readonly locationId: string;
  readonly serviceIds: readonly string[];
  readonly staffId: string;
}

/** A search for free times: what for, and from which moment on. */
export interface Search {
  readonly visit: Visit;
  readonly clock: Clock;
  /** Ids of members any of whom will do, in place of the visit's one; left out or empty where that one counts. */
  readonly among?: readonly string[];
}

/** The staff id that means anybody (docs/altegio-api.md, "Free times"). */
export const anyStaffId = "0";
