/**
 * The answer's body: enveloped with the v2 media type, bare without it
 * (docs/altegio-api.md, "Headers and tokens" and "Envelopes").
 */
import type { Refusal } from "./errors.ts";
import { isList, isObject, type Json, type JsonObject } from "./json.ts";
import type { Quirks } from "./quirks.ts";

/** What a route answers: HTTP status, `data` and `meta`; `body: "none"` is a 204 without content. */
export interface Answer {
  readonly status: number;
  readonly data: Json;
  readonly meta: Json;
  /** "full" = envelope with data; "no-data" = the key is left out; "bare" = never enveloped; "none" = no body. */
  readonly body: "full" | "no-data" | "bare" | "none";
}

/**
 * The shape errors take: `company` is the second one that `GET /company/{id}` documents
 * (docs/altegio-api.md, "Access refused").
 */
export type ErrorShape = "envelope" | "company";

/** A response before it is turned into text; `payload` undefined = empty body. */
export interface Rendered {
  readonly status: number;
  readonly payload: Json | undefined;
}

const SLOT_TAKEN = "The service is not available at the selected time. Please choose a different time.";
const NOBODY_FREE = "Currently, there are no staff members available for booking";

/** An answer with data; status 200 and the empty `meta` (`[]`) unless told otherwise. */
export function answer(data: Json, status = 200, meta: Json = []): Answer {
  return { status, data, meta, body: "full" };
}

/**
 * True when the client asked for the v2 media type; a charset parameter is accepted
 * (docs/altegio-api.md, "Headers and tokens").
 */
export function acceptsV2(accept: string | undefined): boolean {
  return (accept ?? "").split(",").some((part) => {
    const [type = ""] = part.split(";");
    return type.trim().toLowerCase() === "application/vnd.api.v2+json";
  });
}

/** Body of a success. Without v2 it is `data` itself, or nothing when there is no data. */
export function renderAnswer(given: Answer, v2: boolean, quirks: Quirks): Rendered {
  const data = quirks.stringTypes ? numbersAsText(given.data) : given.data;
  if (given.body === "none" || (!v2 && given.data === null)) {
    return { status: given.status, payload: undefined };
  }
  if (!v2 || given.body === "bare") {
    return { status: given.status, payload: data };
  }
  const payload: JsonObject =
    given.body === "no-data"
      ? { success: true, meta: given.meta }
      : { success: true, data, meta: given.meta };
  return { status: given.status, payload };
}

/** Body of a refusal in one of its shapes. */
export function renderRefusal(refusal: Refusal, v2: boolean, shape: ErrorShape, quirks: Quirks): Rendered {
  const { status } = refusal;
  const generic = genericText(refusal);
  if (!v2 || shape === "company") {
    const message = generic ?? refusal.problems[0]?.message ?? (refusal.message || "Not Found");
    return { status, payload: { errors: { code: status, message }, meta: { message } } };
  }
  if (generic !== null && quirks.slotErrors === "generic-text") {
    const meta = { message: generic, errors: [{}] };
    return {
      status,
      payload: { success: false, data: null, errors: { code: status, message: generic }, meta },
    };
  }
  const meta: JsonObject = { message: refusal.message };
  const full = refusal.errors === undefined ? meta : { ...meta, errors: refusal.errors };
  return { status, payload: { success: false, data: null, meta: refusal.message === "" ? [] : full } };
}

// The English texts that stand for codes 433 and 436 outside the v2 media type
// (docs/altegio-api.md, "Refusal codes").
function genericText(refusal: Refusal): string | null {
  const codes = refusal.problems.map((problem) => problem.code);
  return codes.includes(433) ? SLOT_TAKEN : codes.includes(436) ? NOBODY_FREE : null;
}

/** A copy with every number written as text. */
export function numbersAsText(value: Json): Json {
  if (typeof value === "number") {
    return String(value);
  }
  if (isList(value)) {
    return value.map(numbersAsText);
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, numbersAsText(inner)]));
  }
  return value;
}
