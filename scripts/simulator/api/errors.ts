/**
 * Refusals, with their statuses and texts (docs/altegio-api.md, "Access refused", "Refusal codes" and
 * "Envelopes").
 */
import type { Json, JsonObject } from "./json.ts";

/** One entry of `meta.errors` of the `book_*` calls (docs/altegio-api.md, "Envelopes"). */
export interface BookingProblem {
  readonly code: 400 | 422 | 431 | 432 | 433 | 434 | 435 | 436 | 437 | 438;
  readonly message: string;
  /** `id` of the element of `appointments` it is about. */
  readonly id?: number;
}

/** A request that Altegio refuses. `message` "" makes the empty `meta` of a 404. */
export class Refusal extends Error {
  /** HTTP status of the answer. */
  readonly status: number;
  /** What goes into `meta.errors`; undefined leaves the key out. */
  readonly errors: Json | undefined;
  /** What is wrong with a booking, when that is the reason; the envelope needs the codes. */
  readonly problems: readonly BookingProblem[];

  constructor(status: number, message: string, errors?: Json, problems: readonly BookingProblem[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.problems = problems;
  }
}

/** 401: no Authorization header, or no usable user token where one is needed. */
export const authenticationNeeded = (): Refusal => new Refusal(401, "Authentication needed.");

/** 401: the partner token is not known. */
export const unknownPartner = (): Refusal => new Refusal(401, "Partner ID not specified");

/** 403: the documented default. */
export const accessDenied = (): Refusal => new Refusal(403, "Access denied.");

/** 403: the user token holds no rights in the location. */
export const noCompanyRights = (): Refusal => new Refusal(403, "No company management rights");

/** 403: one right is missing, or the records are those of somebody else's location. */
export const notEnoughRights = (): Refusal => new Refusal(403, "Not enough rights");

/** 403: `PUT /book_record` of a record the caller may not manage (docs/altegio-api.md, "Access refused"). */
export const cannotManage = (recordId: string): Refusal =>
  new Refusal(403, `You cannot manage the record with id ${recordId}`);

/** 402 or 403: the location's subscription ended. */
export const licenceExpired = (status: 402 | 403, locationId: number): Refusal =>
  new Refusal(status, `It is necessary to renew the license in the branch with id: ${locationId}`);

/** 404: unknown route or entity; the documented `meta` is empty. */
export const notFound = (): Refusal => new Refusal(404, "");

/** 404 with a text: the simulator's choice, what Altegio answers is not known (docs/altegio-api.md, "Services"). */
export const compositeRefused = (): Refusal =>
  new Refusal(404, "A composite service is booked by the services it consists of");

/** 405: the path exists, the verb does not. */
export const methodNotAllowed = (): Refusal => new Refusal(405, "MethodNotAllowed");

/**
 * 400: body is not a JSON object or `Content-Type` is not JSON
 * (docs/altegio-api.md, "Changing and cancelling").
 */
export const badFormat = (): Refusal => new Refusal(400, "Invalid request format");

/** 422 (400 for client search): `meta.errors` maps each field to its messages ("errors kind 2"). */
export function invalidFields(
  fields: { readonly [field: string]: string },
  status: 400 | 422 = 422,
): Refusal {
  const errors: JsonObject = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]));
  return new Refusal(status, "An error has occurred", errors);
}

/** A refused booking with its codes. 434 (blacklist) is HTTP 403, an invalid e-mail 400, all others 422. */
export function bookingRefused(problems: readonly BookingProblem[]): Refusal {
  const codes = problems.map((problem) => problem.code);
  const status = codes.includes(434) ? 403 : codes.includes(400) ? 400 : 422;
  const errors = problems.map((problem): JsonObject => ({ ...problem }));
  return new Refusal(status, "An error has occurred", errors, problems);
}
