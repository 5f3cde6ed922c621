/** Starts simulators for tests, calls them over HTTP and describes the shape of what comes back. */
import { onTestFinished } from "vitest";
import {
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  demoSalon,
  startAltegio,
  type AltegioOptions,
  type LocationData,
  type SalonData,
} from "../../../scripts/simulator/api/index.ts";

/** Monday, 19 October 2026, 10:00 in Berlin; the clocks go back on the 25th. */
const NOW = new Date("2026-10-19T08:00:00Z");

export const PARTNER = `Bearer ${DEMO_PARTNER_TOKEN}`;
export const USER = `${PARTNER}, User ${DEMO_USER_TOKEN}`;
export const V2 = "application/vnd.api.v2+json";

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly auth?: string | null;
  readonly accept?: string | null;
  readonly contentType?: string | null;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A running simulator with a shorthand for calls; it is closed after the test. */
export async function start(options: Partial<AltegioOptions> = {}) {
  const server = await startAltegio({ now: () => NOW, ...options });
  onTestFinished(() => server.close());
  const call = async (method: string, path: string, options: CallOptions = {}): Promise<Reply> => {
    const { auth = PARTNER, accept = V2, contentType = "application/json", body, signal } = options;
    const headers: { [name: string]: string } = {};
    for (const [name, value] of Object.entries({
      authorization: auth,
      accept,
      "content-type": contentType,
    })) {
      if (value !== null) {
        headers[name] = value;
      }
    }
    const payload = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(`${server.url}${path.startsWith("/marketplace") ? "" : "/api/v1"}${path}`, {
      method,
      headers,
      body: payload,
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    return { status: response.status, text, json: parse(text), headers: response.headers };
  };
  return {
    server,
    call,
    get: (path: string, options?: CallOptions) => call("GET", path, options),
    post: (path: string, body: unknown, options?: CallOptions) => call("POST", path, { ...options, body }),
    asUser: (method: string, path: string, body?: unknown) => call(method, path, { auth: USER, body }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at a path inside parsed JSON; undefined when a step is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) {
      return undefined;
    }
    current = (current as { readonly [key: string]: unknown })[step];
  }
  return current;
}

/** The list at a path; a missing list is an error, so that a test on its rows cannot pass unseen. */
export function rows(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) {
    throw new Error(`no list at ${path.join(".")} of ${JSON.stringify(value)}`);
  }
  return found;
}

/** The types of a value: `{id: "number", tags: ["string"]}`; a list is described by its first element. */
export function shape(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : [shape(value[0])];
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
  }
  return value === null ? null : typeof value;
}

/** The demo salon with the main location changed. */
export function salonWith(changes: (berlin: LocationData) => Partial<LocationData>): SalonData {
  const salon = demoSalon();
  const locations = salon.locations.map((one, index) => (index === 0 ? { ...one, ...changes(one) } : one));
  return { ...salon, locations };
}

/** The demo salon with other online-booking rules in the main location. */
export function salonWithRules(rules: Partial<LocationData["rules"]>): SalonData {
  return salonWith((berlin) => ({ rules: { ...berlin.rules, ...rules } }));
}

export const LOC = 720441;
export const WOMENS_CUT = 61001;
export const MENS_CUT = 61002;
export const KIDS_CUT = 61003;
export const GEL_MANICURE = 61022;
export const WITHDRAWN = 61099;
export const ANNA = 7101;
export const JONAS = 7102;
export const SOFIA = 7104;
export const LENA = 7105;
export const PAUL = 7106;

/** Tuesday at 10:00 in Berlin, Anna's first slot. */
export const TUESDAY_TEN = "2026-10-20T10:00:00+02:00";

/** A `book_record` body for one visit with Anna; parts of it can be replaced. */
export function booking(changes: { readonly [key: string]: unknown } = {}) {
  return {
    phone: "4915511223344",
    fullname: "Nina Roth",
    appointments: [{ id: 1, services: [WOMENS_CUT], staff_id: ANNA, datetime: TUESDAY_TEN }],
    ...changes,
  };
}

/** A `POST /records` body for one visit with Anna. */
export function crmBooking(changes: { readonly [key: string]: unknown } = {}) {
  return {
    staff_id: ANNA,
    services: [{ id: WOMENS_CUT }],
    client: { name: "Nina Roth", phone: "4915511223344" },
    datetime: "2026-10-20 10:00:00",
    seance_length: 3600,
    ...changes,
  };
}
