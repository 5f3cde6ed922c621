/** Ways in which real Altegio differs from its documentation, each off unless asked for. */

/** Settings of the simulator that a test or demo turns on. */
export interface Quirks {
  /**
   * Numbers in `data` arrive as text, as in older examples and the sister product
   * (docs/altegio-api.md, "Values on the wire").
   */
  readonly stringTypes: boolean;
  /**
   * How a taken slot and "nobody free" are reported: with codes 433 and 436, or as seen in production as
   * a generic 422 with English text and a stub in `meta.errors` (docs/altegio-api.md, "Refusal codes").
   */
  readonly slotErrors: "codes" | "generic-text";
  /**
   * Minutes by which the offset in `datetime` of B2B records is wrong; the wall clock stays
   * (docs/altegio-api.md, "Dates and times").
   */
  readonly recordOffsetErrorMinutes: number;
  /**
   * `GET /book_record/...` answers the bare object, as the documentation shows it
   * (docs/altegio-api.md, "A visitor's appointment").
   */
  readonly unwrappedDetails: boolean;
  /**
   * `client.phone` of B2B records is a number, as in one documented example
   * (docs/altegio-api.md, "Values on the wire").
   */
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
