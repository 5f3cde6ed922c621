/** Loads the catalogue of a location from Altegio and stores it, with the two texts the agent reads. */
import { catalog as catalogAttribute, servicesText, staffText } from "../../attributes/index.ts";
import { asNumber, property } from "../../module/sdk/index.ts";
import type { JsonObject, SkillContext } from "../../module/sdk/index.ts";
import { sendLookUp } from "../altegio/ask.ts";
import {
  countriesRequest,
  locationRequest,
  servicesRequest,
  staffRequest,
} from "../altegio/catalog-requests.ts";
import type { ProblemKind } from "../altegio/problem-kind.ts";
import { readAnswer } from "../altegio/read-answer.ts";
import { readLocation, readPhonePlan } from "../altegio/read-location.ts";
import { readServices, readStaff } from "../altegio/read-services.ts";
import { servicesAsText, staffAsText } from "./catalog-text.ts";
import type { Catalog, Location, Service, StaffMember } from "./catalog.ts";
import { loadLinks } from "./catalog-links.ts";
import type { StaffLinks } from "./catalog-links.ts";

/** A loaded catalogue, or the problem and what could not be loaded. */
export interface LoadedCatalog {
  readonly catalog: Catalog | null;
  readonly problem: ProblemKind;
  /** What failed, as in "the services"; "" when nothing did. */
  readonly failed: string;
  /** The texts the agent reads are not what they were. */
  readonly textsChanged: boolean;
}

/**
 * Loads location, phone code, services, staff and who does what, and stores them only when the essential
 * parts arrived: a catalogue that was loaded earlier outlives a failure. The phone code and the links are
 * not essential.
 */
export async function loadCatalog(ctx: SkillContext, locationId: string): Promise<LoadedCatalog> {
  const locationResult = await sendLookUp(ctx, locationRequest(locationId));
  const locationAnswer = readAnswer(locationResult);
  const bare = readLocation(locationAnswer.data);
  if (!locationAnswer.ok || bare === null) {
    return failure(locationAnswer.ok ? "not_found" : locationAnswer.problem, "the location");
  }
  const countriesResult = await sendLookUp(ctx, countriesRequest());
  const phone = readPhonePlan(readAnswer(countriesResult).data, bare.countryId);
  const location = { ...bare, id: locationId, phone };
  const staffResult = await sendLookUp(ctx, staffRequest(locationId, []));
  const staffAnswer = readAnswer(staffResult);
  if (!staffAnswer.ok) {
    return failure(staffAnswer.problem, "the staff");
  }
  const staff = readStaff(staffAnswer.data);
  const staffIds = staff.map((member) => member.id);
  // The services come last: a long list would be stored again with each of the requests before.
  const links = await loadLinks(ctx, locationId, staffIds);
  const servicesResult = await sendLookUp(ctx, servicesRequest(locationId, ""));
  const servicesAnswer = readAnswer(servicesResult);
  if (!servicesAnswer.ok) {
    return failure(servicesAnswer.problem, "the services");
  }
  return storeCatalog(ctx, location, readServices(servicesAnswer.data), staff, links);
}

/**
 * Asks for services and staff again and keeps the rest; only when one came or went are the links asked for
 * anew. Two requests as a rule, because a caller is waiting. On a failure the known catalogue stays.
 */
export async function renewCatalog(ctx: SkillContext, known: Catalog): Promise<LoadedCatalog> {
  const locationId = known.location.id;
  const staffResult = await sendLookUp(ctx, staffRequest(locationId, []));
  const staffAnswer = readAnswer(staffResult);
  if (!staffAnswer.ok) {
    return { catalog: known, problem: staffAnswer.problem, failed: "the staff", textsChanged: false };
  }
  const servicesResult = await sendLookUp(ctx, servicesRequest(locationId, ""));
  const servicesAnswer = readAnswer(servicesResult);
  if (!servicesAnswer.ok) {
    return { catalog: known, problem: servicesAnswer.problem, failed: "the services", textsChanged: false };
  }
  const staff = readStaff(staffAnswer.data);
  const services = readServices(servicesAnswer.data);
  const staffIds = staff.map((member) => member.id);
  const sameStaff = staffIds.join(",") === known.staff.map((member) => member.id).join(",");
  const knownServices = known.services.map((service) => service.id);
  const sameServices =
    services.length === knownServices.length &&
    services.every((service) => knownServices.includes(service.id));
  let links: StaffLinks = {
    known: known.linksKnown,
    services: known.staff.map((member) => member.services),
    lengths: known.services.map((service) => ({ id: service.id, seconds: service.seconds })),
  };
  if (!sameStaff || !sameServices) {
    links = await loadLinks(ctx, locationId, staffIds);
  }
  return storeCatalog(ctx, known.location, services, staff, links);
}

/** Puts the parts together and stores them; a service takes its duration from a member who does it. */
function storeCatalog(
  ctx: SkillContext,
  location: Location,
  services: readonly Service[],
  staff: readonly StaffMember[],
  links: StaffLinks,
): LoadedCatalog {
  // By id, because a search for each of hundreds of services takes long.
  const lengths: JsonObject = Object.fromEntries(links.lengths.map((entry) => [entry.id, entry.seconds]));
  const catalog = {
    location,
    loadedAt: ctx.getDateTime("UTC"),
    services: services.map((service) => ({
      ...service,
      seconds: service.seconds > 0 ? service.seconds : asNumber(property(lengths, service.id), 0),
    })),
    staff: staff.map((member, index) => ({ ...member, services: links.services[index] ?? [] })),
    linksKnown: links.known,
  };
  const forServices = servicesAsText(catalog);
  const forStaff = staffAsText(catalog);
  const before = [ctx.getCustomerAttribute(servicesText.idn), ctx.getCustomerAttribute(staffText.idn)];
  ctx.setCustomerAttribute(catalogAttribute.idn, JSON.stringify(catalog));
  ctx.setCustomerAttribute(servicesText.idn, forServices);
  ctx.setCustomerAttribute(staffText.idn, forStaff);
  const textsChanged = before[0] !== forServices || before[1] !== forStaff;
  return { catalog, problem: "none", failed: "", textsChanged };
}

function failure(problem: ProblemKind, failed: string): LoadedCatalog {
  return { catalog: null, problem, failed, textsChanged: false };
}
