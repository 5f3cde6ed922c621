/** The bytes of an answer, and the faults that spoil them. */
import { numbersAsText, type Rendered } from "./envelope.ts";
import type { Fault } from "./faults.ts";
import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/** A response as it is written to the socket. */
export interface WireResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

// The challenge page that bursts of book_record meet (docs/altegio-api.md, "Limits").
const CHALLENGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>";

/** The response of a rendered answer; an empty body has no content type. */
function wireResponse({ status, payload }: Rendered): WireResponse {
  if (payload === undefined) {
    return { status, headers: {}, body: "" };
  }
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { status, headers, body: JSON.stringify(payload) };
}

/**
 * A bare status. The body of a 429 is not documented (docs/altegio-api.md, "Limits"); `Retry-After` (seconds)
 * comes only when given.
 */
export function statusResponse(status: number, retryAfterSeconds?: number): WireResponse {
  const message = status === 429 ? "Too many requests" : "An error has occurred";
  const plain = wireResponse({ status, payload: { success: false, data: null, meta: { message } } });
  if (retryAfterSeconds === undefined) {
    return plain;
  }
  return { ...plain, headers: { ...plain.headers, "retry-after": String(retryAfterSeconds) } };
}

/** The response of a fault that answers instead of the service; null for every other fault. */
export function responseInstead(fault: Fault): WireResponse | null {
  if (fault.kind === "html-403") {
    return { status: 403, headers: { "content-type": "text/html; charset=UTF-8" }, body: CHALLENGE };
  }
  return fault.kind === "status" ? statusResponse(fault.status, fault.retryAfterSeconds) : null;
}

/** The response of a fault that spoils a good answer; an answer no such fault touches is passed through. */
export function spoiled(fault: Fault | null, rendered: Rendered): WireResponse {
  const { status, payload } = rendered;
  const plain = wireResponse(rendered);
  if (fault === null || payload === undefined) {
    return plain;
  }
  switch (fault.kind) {
    case "malformed-json":
      return { ...plain, body: plain.body.slice(0, Math.ceil(plain.body.length / 2)) };
    case "empty-body":
      return { ...plain, body: "" };
    case "empty-list-for-object":
      return wireResponse({ status, payload: onData(payload, listsForObjects) });
    case "numbers-as-text":
      return wireResponse({ status, payload: onData(payload, numbersAsText) });
    case "unwrapped":
      return wireResponse({ status, payload: isEnveloped(payload) ? (payload["data"] ?? null) : payload });
    default:
      return plain;
  }
}

function isEnveloped(payload: Json): payload is JsonObject {
  return isObject(payload) && "data" in payload;
}

function onData(payload: Json, change: (data: Json) => Json): Json {
  return isEnveloped(payload) ? { ...payload, data: change(payload["data"] ?? null) } : change(payload);
}

// PHP's `[]` for an object: for the data itself, or for every object inside the rows of a list.
function listsForObjects(data: Json): Json {
  if (isObject(data)) {
    return [];
  }
  if (!isList(data)) {
    return data;
  }
  return data.map((row) =>
    isObject(row)
      ? Object.fromEntries(Object.entries(row).map(([key, value]) => [key, isObject(value) ? [] : value]))
      : row,
  );
}
