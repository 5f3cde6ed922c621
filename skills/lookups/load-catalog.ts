/** Loads the catalogue of a location from Altegio. */
import type { SkillContext } from "#sdk";
import {
  countriesRequest,
  locationRequest,
  servicesRequest,
  staffRequest,
} from "../altegio/catalog-requests.ts";
import { lookUp } from "../altegio/look-up.ts";
import { readLocation, readPhoneCode } from "../altegio/read-location.ts";
import { holdsServices, readServices, readStaff } from "../altegio/read-services.ts";
import { awaitRenewal, beginRenewal, endRenewal, hasRenewal } from "../domain/catalog-renewal.ts";
import { readCatalog } from "../domain/catalog.ts";
import type { Catalog, Location, Service, StaffMember } from "../domain/catalog.ts";
import type { StaffLinks } from "../domain/link-terms.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { dropDraft, keepDraft, readDraft } from "./catalog-draft.ts";
import { loadLinks, takeLinks } from "./catalog-links.ts";
import { storeCatalog } from "./store-catalog.ts";
import type { LoadedCatalog } from "./store-catalog.ts";

/**
 * Loads location, phone code, services, staff and who does what, and stores them only when the essential
 * parts arrived: a catalogue that was loaded earlier outlives a failure. The phone code and the links are
 * not essential.
 */
export async function loadCatalog(ctx: SkillContext, locationId: string): Promise<LoadedCatalog> {
  const mark = beginRenewal(ctx, locationId);
  if (!hasRenewal(ctx, mark)) {
    return awaitOther(ctx, locationId);
  }
  const locationAnswer = await lookUp(ctx, locationRequest(locationId));
  if (!hasRenewal(ctx, mark)) {
    return awaitOther(ctx, locationId);
  }
  const bare = readLocation(locationAnswer.data);
  if (!locationAnswer.ok || bare === null) {
    return failure(ctx, locationAnswer.ok ? "not_found" : locationAnswer.problem, "the location");
  }
  const countries = await lookUp(ctx, countriesRequest());
  const phone = { ...bare.phone, code: readPhoneCode(countries.data, bare.countryId) };
  return await loadLists(ctx, { ...bare, id: locationId, phone }, false);
}

/**
 * Asks for services and staff again and keeps the rest; only when one came or went, or the catalogue was found to be
 * outdated, are the links asked for anew. Two requests as a rule, because a caller is waiting. On a failure the known catalogue stays.
 *
 * @param location that of the stored catalogue
 */
export async function renewCatalog(ctx: SkillContext, location: Location): Promise<LoadedCatalog> {
  const mark = beginRenewal(ctx, location.id);
  return hasRenewal(ctx, mark) ? await loadLists(ctx, location, true) : awaitOther(ctx, location.id);
}

/**
 * What somebody else is loading: the catalogue, or null where it takes longer than a few seconds. The problem is none of
 * Altegio's, so that nothing has failed.
 */
function awaitOther(ctx: SkillContext, locationId: string): LoadedCatalog {
  const catalog = awaitRenewal(ctx, locationId) ? readCatalog(ctx, locationId) : null;
  return { catalog, problem: catalog === null ? "rate" : "none", failed: "", textsChanged: false };
}

/**
 * Services, staff and links. What is large waits for the next answer in an attribute, because a frame that held it would
 * be written anew with each of the requests.
 *
 * @param isRenewal a catalogue is known, whose links stay where nothing came or went
 */
async function loadLists(ctx: SkillContext, location: Location, isRenewal: boolean): Promise<LoadedCatalog> {
  const staffAnswer = await lookUp(ctx, staffRequest(location.id, []));
  if (!staffAnswer.ok) {
    return failure(ctx, staffAnswer.problem, "the staff");
  }
  // A success without the lists must not take away what is known.
  if (isRenewal && !Array.isArray(staffAnswer.data)) {
    return failure(ctx, "transport", "the staff");
  }
  keepDraft(ctx, location, { services: [], staff: readStaff(staffAnswer.data) });
  const servicesAnswer = await lookUp(ctx, servicesRequest(location.id, ""));
  if (!servicesAnswer.ok) {
    return failure(ctx, servicesAnswer.problem, "the services");
  }
  if (isRenewal && !holdsServices(servicesAnswer.data)) {
    return failure(ctx, "transport", "the services");
  }
  const services = readServices(servicesAnswer.data);
  const staff = readDraft(ctx, location).staff;
  const known = isRenewal ? readCatalog(ctx, location.id) : null;
  if (known !== null && known.loadedAt !== "" && isSame(known, services, staff)) {
    dropDraft(ctx);
    return storeCatalog(ctx, { location, services, staff, links: linksOf(known) });
  }
  keepDraft(ctx, location, { services, staff });
  const staffIds = staff.map((member) => member.id);
  const linksKnown = await loadLinks(ctx, location.id, staffIds);
  const draft = readDraft(ctx, location);
  dropDraft(ctx);
  return storeCatalog(ctx, {
    location,
    services: draft.services,
    staff: draft.staff,
    links: takeLinks(ctx, linksKnown),
  });
}

/** True when nobody and nothing came or went, and no price has changed: it may have changed for some members only. */
function isSame(known: Catalog, services: readonly Service[], staff: readonly StaffMember[]): boolean {
  const knownServices = known.services.map((one) => `${one.id} ${one.priceMin} ${one.priceMax}`);
  return (
    staff.map((member) => member.id).join(",") === known.staff.map((member) => member.id).join(",") &&
    services.length === knownServices.length &&
    services.every((one) => knownServices.includes(`${one.id} ${one.priceMin} ${one.priceMax}`))
  );
}

function linksOf(known: Catalog): StaffLinks {
  return {
    known: known.linksKnown,
    services: known.staff.map((member) => member.services),
    terms: known.staff.map((member) => member.terms),
    usual: Object.fromEntries(known.services.map((service) => [service.id, service.usual])),
    shortest: Object.fromEntries(known.services.map((service) => [service.id, service.seconds])),
    longest: Object.fromEntries(known.services.map((service) => [service.id, service.longest])),
  };
}

function failure(ctx: SkillContext, problem: ProblemKind, failed: string): LoadedCatalog {
  endRenewal(ctx);
  return { catalog: null, problem, failed, textsChanged: false };
}
