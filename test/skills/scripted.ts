/** A platform on which Altegio's answers are written down, one after the other. */
import {
  catalog as catalogAttribute,
  locationId as locationAttribute,
  partnerToken,
  userToken,
} from "../../attributes/index.ts";
import { createNodeContext } from "../../scripts/sdk/node-context.ts";
import type { HttpRequest, HttpResult, RuntimeContext } from "#sdk";
import { loadCatalog } from "../../skills/lookups/load-catalog.ts";
import { company, countries, servicesOf, staff } from "./altegio-shapes.ts";
import type { Appointment } from "../../skills/domain/appointment.ts";
import { kept } from "./own-appointments.ts";
import { MemoryHost } from "./memory-host.ts";
import type { HostOptions } from "./memory-host.ts";

/** An answer, or what happens while it is on its way. */
export type Step = HttpResult | ((host: MemoryHost, request: HttpRequest) => HttpResult);

/** The platform, and what was sent to Altegio. */
export interface Scripted {
  readonly host: MemoryHost;
  readonly ctx: RuntimeContext;
  readonly sent: readonly HttpRequest[];
  /** Method and path of each request. */
  readonly paths: () => readonly string[];
}

/** A success in its envelope. */
export function yes(data: unknown, status = 200): HttpResult {
  return { status, body: JSON.stringify({ success: true, data }) };
}

/** A refusal with a text. */
export function no(status: number, message = "An error has occurred"): HttpResult {
  return { status, body: JSON.stringify({ success: false, data: null, meta: { message } }) };
}

/** No answer. */
export const silence: HttpResult = { status: 0, body: "" };

/** An answer while which the caller's list becomes these entries: another event has written it. */
export function meanwhile(answer: Step, ...entries: readonly Appointment[]): Step {
  return (host, request) => {
    Object.entries(kept(...entries)).forEach(([name, list]) => host.persona.set(name, list));
    return typeof answer === "function" ? answer(host, request) : answer;
  };
}

/** A connected account whose location is in New York; with a user token where `mayLookUp` says so. */
export function account(
  mayLookUp = false,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    [partnerToken.idn]: "partner-secret",
    [locationAttribute.idn]: "Business, NY (4564)",
    [catalogAttribute.idn]: JSON.stringify({
      location: { id: "4564", zone: "America/New_York", phone: { code: "1", own: [] } },
    }),
    ...(mayLookUp ? { [userToken.idn]: "user-secret" } : {}),
    ...more,
  };
}

/** What a catalogue is loaded with. */
export const catalogue: Readonly<Record<string, Step>> = {
  "GET /company/4564": yes(company),
  "GET /countries": yes(countries),
  "GET /book_staff/4564": yes(staff),
  "GET /book_services/4564": (_, { url }) => yes(servicesOf(url)),
};

/** The same account with the catalogue of a salon; `other` answers differ from those above. */
export async function salon(
  mayLookUp = false,
  more: Readonly<Record<string, string>> = {},
  other: Readonly<Record<string, Step>> = {},
): Promise<Record<string, string>> {
  const { host, ctx } = scripted({ ...catalogue, ...other }, { customer: account(mayLookUp) });
  await loadCatalog(ctx, "4564");
  return { ...Object.fromEntries(host.customer), ...more };
}

/**
 * Answers by method and path: those of a list in turn, and its last one again. A request that is not in the script
 * fails the test.
 */
export function scripted(
  script: Readonly<Record<string, Step | readonly Step[]>>,
  options: HostOptions = {},
): Scripted {
  const host = new MemoryHost({ customer: account(), ...options });
  const sent: HttpRequest[] = [];
  const pathOf = ({ method, url }: HttpRequest): string =>
    `${method} ${url.replace(/^.*\/api\/v1/u, "").replace(/[?].*$/u, "")}`;
  const ctx = createNodeContext(
    host,
    () => "persona-1",
    (_, request) => {
      const path = pathOf(request);
      const steps = [script[path] ?? []].flat();
      const before = sent.filter((other) => pathOf(other) === path).length;
      const step = steps[before] ?? steps.at(-1);
      if (step === undefined) {
        throw new Error(`not in the script: ${path}`);
      }
      sent.push(request);
      return Promise.resolve(typeof step === "function" ? step(host, request) : step);
    },
  );
  return { host, ctx, sent, paths: () => sent.map(pathOf) };
}
