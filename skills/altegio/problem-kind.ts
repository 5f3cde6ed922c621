/** How each reason a request can fail for is recognised (docs/altegio-api.md, "Reasons of a failure"). */
import type { ProblemKind } from "../domain/problem.ts";

/** The codes of online booking (docs/altegio-api.md, "Refusal codes"). Codes that only repeat HTTP give "none". */
export function kindOfCode(code: number): ProblemKind {
  switch (code) {
    case 431:
      return "bad_phone";
    case 432:
      return "bad_code";
    case 433:
      return "slot_taken";
    case 434:
      return "blacklisted";
    case 435:
      return "no_name";
    case 436:
      return "no_staff";
    case 437:
      return "overlap";
    case 438:
      return "service_gone";
    default:
      return "none";
  }
}

/**
 * The English texts that come instead of a code: with code 422 for a taken slot, and with 402 or 403 for an
 * expired licence (docs/altegio-api.md, "Access refused" and "Refusal codes").
 *
 * @param text lower-case text of the refusal
 */
export function kindOfMessage(text: string): ProblemKind {
  if (text.includes("renew the license")) {
    return "license";
  }
  if (text.includes("not available at the selected time") || text.includes("already taken")) {
    return "slot_taken";
  }
  if (/no (?:staff|team) members/u.test(text)) {
    return "no_staff";
  }
  return /invalid e-?mail/u.test(text) ? "bad_email" : "none";
}

/**
 * True for a 400 or a 404 whose text speaks of a service or a person: what was wanted cannot be had so. A 404 that means
 * that there is no such address says nothing (docs/altegio-api.md, "Refusal codes").
 *
 * @param text lower-case text of the refusal
 */
export function isAboutVisit(status: number, text: string): boolean {
  return (
    [400, 404].includes(status) &&
    /service|staff|team member|master|employee|specialist|услуг|сотрудник|мастер/u.test(text)
  );
}

/** The HTTP status alone. 0 means that no answer arrived. */
export function kindOfStatus(status: number): ProblemKind {
  switch (status) {
    case 401:
      return "auth";
    case 402:
      return "license";
    case 403:
      return "rights";
    case 404:
      return "not_found";
    case 408:
      return "transport";
    case 409:
      return "slot_taken";
    case 400:
      return "validation";
    case 422:
      return "validation";
    case 429:
      return "rate";
    default:
      return status === 0 || status >= 500 ? "transport" : "unknown";
  }
}
