/**
 * Finds out on which terms most members do a service, so that only what differs is kept. Without a call for each entry,
 * because there may be hundreds of services for each of dozens of members.
 */
import { asInteger, asText, emptyRecord, property } from "#sdk";
import type { JsonObject } from "#sdk";
import type { StaffService } from "./terms.ts";

/** The links of a staff. */
export interface StaffLinks {
  readonly known: boolean;
  /** For each member, in the order of the staff: ids of services. */
  readonly services: readonly (readonly string[])[];
  /** For each member: terms where they are not the usual ones, as `termsWith` reads them. */
  readonly terms: readonly string[];
  /** By service id: `terms`, with `shortest` and `longest`, the durations with all members, 0 when none is known. */
  readonly usual: JsonObject;
}

/** What one member does, as a line without its end: `331:3600:40:60 333:1800:20:20`. */
export function linksLine(done: readonly StaffService[]): string {
  return done.map(({ id, terms }) => `${id}:${terms}`).join(" ");
}

/**
 * The links from the lines of all members, each with its end. The first member who does a service decides which terms
 * are the usual ones.
 */
export function joinLinks(lines: string): StaffLinks {
  const usual = emptyRecord<JsonObject>();
  const services: (readonly string[])[] = [];
  const terms: string[] = [];
  for (const line of lines.split("\n").slice(0, -1)) {
    const done = line.split(" ").filter((entry) => entry !== "");
    const others: string[] = [];
    for (const entry of done) {
      const parts = entry.split(":");
      const id = parts[0] ?? "";
      const own = `${parts[1] ?? ""}:${parts[2] ?? ""}:${parts[3] ?? ""}`;
      const seconds = asInteger(parts[1] ?? "");
      const known = usual[id] ?? null;
      if (known === null) {
        usual[id] = { terms: own, shortest: seconds, longest: seconds };
      } else {
        const shortest = asInteger(asText(property(known, "shortest")));
        const longest = asInteger(asText(property(known, "longest")));
        usual[id] = {
          terms: asText(property(known, "terms")),
          shortest: shortest === 0 || (seconds > 0 && seconds < shortest) ? seconds : shortest,
          longest: seconds > longest ? seconds : longest,
        };
        if (asText(property(known, "terms")) !== own) {
          others.push(entry);
        }
      }
    }
    services.push(done.map((entry) => entry.split(":")[0] ?? ""));
    terms.push(others.join(" "));
  }
  return { known: true, services, terms, usual };
}
