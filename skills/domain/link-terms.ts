/**
 * Finds out on which terms most members do a service, so that only what differs is kept. Without a call for each entry,
 * because there may be hundreds of services for each of dozens of members.
 */
import { asInteger, asText, property } from "#sdk";
import type { JsonObject } from "#sdk";
import type { StaffService } from "./terms.ts";

/** The links of a staff. */
export interface StaffLinks {
  readonly known: boolean;
  /** For each member, in the order of the staff: ids of services. */
  readonly services: readonly (readonly string[])[];
  /** For each member: terms where they are not the usual ones, as `termsWith` reads them. */
  readonly terms: readonly string[];
  /** By service id: the terms with those who have none of their own. */
  readonly usual: JsonObject;
  /** By service id: the shortest and the longest duration with any member, in seconds; absent when none is known. */
  readonly shortest: JsonObject;
  readonly longest: JsonObject;
}

/** What is known when the members could not be asked. */
export const noLinks: StaffLinks = {
  known: false,
  services: [],
  terms: [],
  usual: {},
  shortest: {},
  longest: {},
};

/** What one member does, as a line without its end: `331:3600:40:60 333:1800:20:20`. */
export function linksLine(done: readonly StaffService[]): string {
  return done.map(({ id, terms }) => `${id}:${terms}`).join(" ");
}

/**
 * The links from the lines of all members, each with its end. The first member who does a service decides which terms
 * are the usual ones. By id, and each record made at once: of several entries with one id the last stays.
 */
export function joinLinks(text: string): StaffLinks {
  const lines = text.split("\n").slice(0, -1);
  const members = lines.map((line) =>
    line
      .split(" ")
      .filter((entry) => entry !== "")
      .map((entry) => entry.split(":"))
      .map((parts) => ({
        id: parts[0] ?? "",
        own: `${parts[1] ?? ""}:${parts[2] ?? ""}:${parts[3] ?? ""}`,
        seconds: asInteger(parts[1] ?? ""),
      })),
  );
  const entries = members.flat();
  const usual = Object.fromEntries(entries.toReversed().map((entry) => [entry.id, entry.own]));
  const timed = entries.filter((entry) => entry.seconds > 0).toSorted((a, b) => a.seconds - b.seconds);
  return {
    known: true,
    services: members.map((done) => done.map((entry) => entry.id)),
    terms: members.map((done) =>
      done
        .filter((entry) => asText(property(usual, entry.id)) !== entry.own)
        .map((entry) => `${entry.id}:${entry.own}`)
        .join(" "),
    ),
    usual,
    shortest: Object.fromEntries(timed.toReversed().map((entry) => [entry.id, entry.seconds])),
    longest: Object.fromEntries(timed.map((entry) => [entry.id, entry.seconds])),
  };
}
