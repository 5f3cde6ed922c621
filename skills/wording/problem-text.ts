import type { ProblemKind } from "../domain/problem.ts";
/** What is said, and what is reported to the Builder user, when a request to Altegio fails. */

/**
 * True for problems of the set-up or the connection. They are reported in the set-up status; all others
 * are part of an ordinary conversation.
 */
export function isOperational(problem: ProblemKind): boolean {
  return ["auth", "rights", "license", "not_found", "rate", "transport", "unknown"].includes(problem);
}

/** A problem as one line for the Builder user: what is wrong and what to do. */
export function reportText(problem: ProblemKind): string {
  switch (problem) {
    case "auth":
      return "Altegio refused the partner token: check altegio_partner_token and publish again";
    case "rights":
      return "Altegio refuses access: check that the application is connected to the chosen location";
    case "license":
      return "The location's Altegio licence has expired: renew it in Altegio";
    case "not_found":
      return "Altegio does not know what was asked for: check altegio_application_id and altegio_location_id";
    case "rate":
      return "Altegio refused the request because there were too many in a short time";
    case "transport":
      return "Altegio could not be reached or gave no readable answer";
    case "validation":
      return "Altegio did not accept the request's data";
    default:
      return "Altegio refused the request for a reason it did not name";
  }
}

/**
 * An instruction for the agent after a look-up failed.
 *
 * @param what what could not be looked up, as in "The free times"
 */
export function lookUpFailed(problem: ProblemKind, what: string): string {
  if (problem === "service_gone") {
    return "Tell the caller that this service can no longer be booked online, and ask which other service they would like.";
  }
  if (problem === "not_bookable") {
    return "Tell the caller that this service cannot be booked online like this, or not with this person, and ask whether another service or staff member would suit them, or offer to pass the request to the team. Do not name any time as free.";
  }
  if (problem === "rate" || problem === "transport") {
    return `${what} cannot be checked right now because the booking system does not answer. Apologise, offer to try again in a few minutes or to pass the request to the team. Do not name any time as free.`;
  }
  return `${what} cannot be checked because the connection to the booking system needs the team's attention. Apologise and offer to pass the request to the team. Do not name any time as free.`;
}

/** Said when the token or the location is missing. */
export const notConnectedText =
  "The booking system is not connected yet, so free times cannot be checked and nothing can be booked. Apologise and offer to pass the request to the team. Do not name any time as free.";
