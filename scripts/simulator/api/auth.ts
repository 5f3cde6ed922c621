/** The Authorization header and what it opens (docs/altegio-api.md, "Access"). */
import {
  authenticationNeeded,
  cannotManage,
  noCompanyRights,
  notEnoughRights,
  unknownPartner,
  type Refusal,
} from "./errors.ts";
import type { LocationData, PartnerData, Permissions, SalonData, UserData } from "./salon-data.ts";

/** Who is calling. `user` is null when only a partner token was sent. */
export interface Caller {
  readonly partner: PartnerData;
  readonly user: UserData | null;
}

/** What an Authorization header looked like; the tokens themselves are never kept. */
export type AuthorizationForm = "none" | "malformed" | "partner" | "partner+user";

const HEADER = /^Bearer ([^\s,]+)(?:, ?User ([^\s,]+))?$/;

/** The form of a header, for the request log. */
export function authorizationForm(header: string | undefined): AuthorizationForm {
  if (header === undefined || header === "") {
    return "none";
  }
  const match = HEADER.exec(header);
  return match === null ? "malformed" : match[2] === undefined ? "partner" : "partner+user";
}

/**
 * Reads the header `Bearer <partner>` or `Bearer <partner>, User <user>`.
 * Throws 401 "Authentication needed." when it is absent, and also for an unknown user token; throws
 * 401 "Partner ID not specified" when it is malformed or the partner token is unknown.
 */
export function authenticate(header: string | undefined, salon: SalonData): Caller {
  if (header === undefined || header === "") {
    throw authenticationNeeded();
  }
  const match = HEADER.exec(header);
  const partner = salon.partners.find((known) => known.token === match?.[1]);
  if (match === null || partner === undefined) {
    throw unknownPartner();
  }
  if (match[2] === undefined) {
    return { partner, user: null };
  }
  const user = salon.users.find((known) => known.token === match[2]);
  if (user === undefined) {
    throw authenticationNeeded();
  }
  return { partner, user };
}

/**
 * The caller's rights in a location. Throws 401 without a user token, and 403 when the user is not linked:
 * "Not enough rights" on `records` paths, "You cannot manage the record ..." on `book_record`,
 * "No company management rights" elsewhere (docs/altegio-api.md, "Access refused").
 */
export function permissionsIn(caller: Caller, location: LocationData, path: string): Permissions {
  if (caller.user === null) {
    throw authenticationNeeded();
  }
  const rights = caller.user.rights.find((entry) => entry.locationId === location.id);
  if (rights === undefined) {
    throw notLinked(path);
  }
  return rights.permissions;
}

function notLinked(path: string): Refusal {
  const booking = /\/book_record\/\d+\/(\d+)/.exec(path);
  if (booking !== null) {
    return cannotManage(booking[1] ?? "");
  }
  return /\/records?\//.test(path) ? notEnoughRights() : noCompanyRights();
}

/** True when a right such as `clients.clients_access` is granted. */
export function hasRight(permissions: Permissions, right: string): boolean {
  const [group = "", name = ""] = right.split(".");
  return permissions[group]?.[name] === true;
}

/** Throws 403 "Not enough rights" unless every named right is granted. */
export function demandRights(permissions: Permissions, ...rights: readonly string[]): void {
  if (!rights.every((right) => hasRight(permissions, right))) {
    throw notEnoughRights();
  }
}
