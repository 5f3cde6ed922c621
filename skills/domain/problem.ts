/** The reasons a request to Altegio can fail for. */

/** Why a request failed; "none" when it did not, or when a clue says nothing. */
export type ProblemKind =
  | "none"
  | "auth"
  | "rights"
  | "license"
  | "not_found"
  | "slot_taken"
  | "no_staff"
  | "overlap"
  | "service_gone"
  | "not_bookable"
  | "bad_phone"
  | "bad_code"
  | "bad_email"
  | "no_name"
  | "blacklisted"
  | "validation"
  | "rate"
  | "transport"
  | "unknown";
