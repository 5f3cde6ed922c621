/** What a service costs and how long it takes: it often depends on who does it. */
import { asInteger } from "#sdk";
import type { Service, StaffMember } from "./catalog.ts";

/** Prices are decimal texts, "" or "0" when not given. */
export interface Terms {
  /** Duration in seconds, 0 when not known. */
  readonly seconds: number;
  readonly priceMin: string;
  readonly priceMax: string;
}

/** A service one staff member does, on that member's terms. */
export interface StaffService {
  readonly id: string;
  /** Duration and prices, as `termsWith` reads them. */
  readonly terms: string;
}

/**
 * The terms of a service with one member: their own, else the usual ones. Terms are kept as short texts,
 * `3600:40:60`, and those of a member as one text, `331:3600:40:60 333:1800:20:20`: there may be thousands, the
 * catalogue is read with every question of a caller, and one conversation needs one or two of them.
 */
export function termsWith(service: Service, member: StaffMember): Terms {
  const own = member.terms.split(" ").find((entry) => entry.startsWith(`${service.id}:`));
  const parts = (own === undefined ? service.usual : own.slice(service.id.length + 1)).split(":");
  return {
    seconds: asInteger(parts[0] ?? ""),
    priceMin: parts[1] ?? "",
    priceMax: parts[2] ?? "",
  };
}
