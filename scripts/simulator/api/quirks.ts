/** Ways in which real Altegio differs from its documentation, each off unless asked for. */

/** Settings of the simulator that a test or demo turns on. */
export interface Quirks {
  /** Numbers in `data` arrive as text, as in older examples and the sister product (section 9, trap 5). */
  readonly stringTypes: boolean;
  /**
   * How a taken slot and "nobody free" are reported: with codes 433 and 436, or as seen in production as
   * a generic 422 with English text and a stub in `meta.errors` (section 3.9).
   */
  readonly slotErrors: "codes" | "generic-text";
  /** Minutes by which the offset in `datetime` of B2B records is wrong; the wall clock stays (trap 3). */
  readonly recordOffsetErrorMinutes: number;
  /** `GET /book_record/...` answers the bare object, as the documentation shows it (section 3.10). */
  readonly unwrappedDetails: boolean;
  /** `client.phone` of B2B records is a number, as in one documented example (section 4.2). */
  readonly numericPhones: boolean;
}

/** No quirk. */
export const NO_QUIRKS: Quirks = {
  stringTypes: false,
  slotErrors: "codes",
  recordOffsetErrorMinutes: 0,
  unwrappedDetails: false,
  numericPhones: false,
};
