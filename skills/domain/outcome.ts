/** How an operation that changes something ended: what the agent is told, and what core is. */

/** The end of an operation. */
export interface Outcome {
  readonly text: string;
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

/** An outcome without a change. */
export function notDone(code: string, text: string): Outcome {
  return { text, code, bookingId: "" };
}
