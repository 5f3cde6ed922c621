/** A real account of the service that the module talks to, as the environment or `.env` gives it. */
import { request } from "undici";
import type { Project } from "../project/index.ts";
import type { AccountOptions } from "../sandbox/conversations/index.ts";
import { envPlaces } from "./env-values.ts";

/** Longest time for an answer, in milliseconds. */
const timeout = 20_000;

/** What the settings give. */
interface ServiceAccount extends AccountOptions {
  /** Origin in the module's urls -> where it is. */
  readonly hosts: Readonly<Record<string, string>>;
}

/**
 * The values of attributes, by idn: each in the variable of its name in capitals. All come from one place, the first that
 * has any: a token is never sent to an address that it does not belong to. `<PREFIX>API_URL` stands for the service's own.
 *
 * @param idns attributes a person enters
 * @param origins the service's own addresses
 */
export function serviceAccount(
  project: Project,
  idns: readonly string[],
  origins: readonly string[],
): ServiceAccount {
  const variable = (idn: string): string => idn.toUpperCase();
  const place =
    envPlaces(project).find((values) => idns.some((idn) => (values[variable(idn)] ?? "") !== "")) ?? {};
  const address = (place[`${variable(project.attributePrefix)}API_URL`] ?? "").replace(/\/+$/u, "");
  const hosts = Object.fromEntries(origins.map((origin) => [origin, address === "" ? origin : address]));
  return {
    hosts,
    values: Object.fromEntries(idns.map((idn) => [idn, place[variable(idn)] ?? ""])),
    send: async (url, { method, headers }) => {
      const origin = origins.find((one) => url.startsWith(one));
      const to = origin === undefined ? url : `${hosts[origin] ?? origin}${url.slice(origin.length)}`;
      const { statusCode, body } = await request(to, {
        method: method === "POST" ? "POST" : "GET",
        headers,
        headersTimeout: timeout,
        bodyTimeout: timeout,
      });
      return { status: statusCode, body: await body.text() };
    },
  };
}
