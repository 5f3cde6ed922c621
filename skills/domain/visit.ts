/** A visit: what is looked for and booked. */

/** What is to be booked: at which location, which services in one visit, by whom ("0" = anybody). */
export interface Visit {
  readonly locationId: string;
  readonly serviceIds: readonly string[];
  readonly staffId: string;
}

/** The staff id that means anybody (altegio-api reference, section 3.5). */
export const anyStaffId = "0";
