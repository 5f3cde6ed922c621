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
import type { Catalog } from "../domain/catalog.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { loadLinks } from "./catalog-links.ts";
import type { StaffLinks } from "./catalog-links.ts";
import { storeCatalog } from "./store-catalog.ts";
import type { LoadedCatalog } from "./store-catalog.ts";

/**
 * Loads location, phone code, services, staff and who does what, and stores them only when the essential
 * parts arrived: a catalogue that was loaded earlier outlives a failure. The phone code and the links are
 * not essential.
 */
export async function loadCatalog(ctx: SkillContext, locationId: string): Promise<LoadedCatalog> {
  const locationAnswer = await lookUp(ctx, locationRequest(locationId));
  const bare = readLocation(locationAnswer.data);
  if (!locationAnswer.ok || bare === null) {
    return failure(locationAnswer.ok ? "not_found" : locationAnswer.problem, "the location");
  }
  const countries = await lookUp(ctx, countriesRequest());
  const phone = { ...bare.phone, code: readPhoneCode(countries.data, bare.countryId) };
  const location = { ...bare, id: locationId, phone };
  const staffAnswer = await lookUp(ctx, staffRequest(locationId, []));
  if (!staffAnswer.ok) {
    return failure(staffAnswer.problem, "the staff");
  }
  const staff = readStaff(staffAnswer.data);
  const staffIds = staff.map((member) => member.id);
  // The services come last: a long list would be stored again with each of the requests before.
  const links = await loadLinks(ctx, locationId, staffIds);
  const servicesAnswer = await lookUp(ctx, servicesRequest(locationId, ""));
  if (!servicesAnswer.ok) {
    return failure(servicesAnswer.problem, "the services");
  }
  const services = readServices(servicesAnswer.data);
  return storeCatalog(ctx, { location, services, staff, links });
}

/**
 * Asks for services and staff again and keeps the rest; only when one came or went are the links asked for
 * anew. Two requests as a rule, because a caller is waiting. On a failure the known catalogue stays.
 */
export async function renewCatalog(ctx: SkillContext, known: Catalog): Promise<LoadedCatalog> {
  const locationId = known.location.id;
  const staffAnswer = await lookUp(ctx, staffRequest(locationId, []));
  if (!staffAnswer.ok) {
    return { catalog: known, problem: staffAnswer.problem, failed: "the staff", textsChanged: false };
  }
  const servicesAnswer = await lookUp(ctx, servicesRequest(locationId, ""));
  if (!servicesAnswer.ok) {
    return { catalog: known, problem: servicesAnswer.problem, failed: "the services", textsChanged: false };
  }
  const staff = readStaff(staffAnswer.data);
  const services = readServices(servicesAnswer.data);
  // A success without the lists must not take away what is known.
  if (!Array.isArray(staffAnswer.data) || !holdsServices(servicesAnswer.data)) {
    return { catalog: known, problem: "transport", failed: "the services", textsChanged: false };
  }
  const staffIds = staff.map((member) => member.id);
  const sameStaff = staffIds.join(",") === known.staff.map((member) => member.id).join(",");
  // A price that has changed may have changed for some members only.
  const knownServices = known.services.map((one) => `${one.id} ${one.priceMin} ${one.priceMax}`);
  const sameServices =
    services.length === knownServices.length &&
    services.every((one) => knownServices.includes(`${one.id} ${one.priceMin} ${one.priceMax}`));
  let links: StaffLinks = {
    known: known.linksKnown,
    services: known.staff.map((member) => member.services),
    terms: known.staff.map((member) => member.terms),
    usual: Object.fromEntries(
      known.services.map((service) => [
        service.id,
        { terms: service.usual, shortest: service.seconds, longest: service.longest },
      ]),
    ),
  };
  if (!sameStaff || !sameServices) {
    links = await loadLinks(ctx, locationId, staffIds);
  }
  return storeCatalog(ctx, { location: known.location, services, staff, links });
}

function failure(problem: ProblemKind, failed: string): LoadedCatalog {
  return { catalog: null, problem, failed, textsChanged: false };
}
