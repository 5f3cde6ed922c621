/** Loads the catalogue of a location from Altegio and stores it, with the two texts the agent reads. */
import { catalog as catalogAttribute, servicesText, staffText } from "../../attributes/index.ts";
import type { SkillContext } from "../../module/sdk/index.ts";
import {
  countriesRequest,
  locationRequest,
  servicesRequest,
  staffRequest,
} from "../altegio/catalog-requests.ts";
import type { ProblemKind } from "../altegio/problem-kind.ts";
import { readAnswer } from "../altegio/read-answer.ts";
import { readLocation, readPhonePlan } from "../altegio/read-location.ts";
import { readServices, readStaff, readStaffServices } from "../altegio/read-services.ts";
import type { StaffService } from "../altegio/read-services.ts";
import { servicesAsText, staffAsText } from "./catalog-text.ts";
import type { Catalog, Location, Service, StaffMember } from "./catalog.ts";

/** Up to this many members, each is asked for their services: a request each, 5 a second allowed (section 7). */
const mostStaffAsked = 15;

/** A loaded catalogue, or the problem and what could not be loaded. */
export interface LoadedCatalog {
  readonly catalog: Catalog | null;
  readonly problem: ProblemKind;
  /** What failed, as in "the services"; "" when nothing did. */
  readonly failed: string;
}

interface StaffLinks {
  readonly known: boolean;
  /** For each member, in the order of the staff. */
  readonly services: readonly (readonly StaffService[])[];
}

/**
 * Loads location, phone code, services, staff and who does what, and stores them only when the essential
 * parts arrived: a catalogue that was loaded earlier outlives a failure. The phone code and the links are
 * not essential.
 */
export async function loadCatalog(ctx: SkillContext, locationId: string): Promise<LoadedCatalog> {
  const locationResult = await ctx.send(locationRequest(locationId));
  const locationAnswer = readAnswer(locationResult);
  const bare = readLocation(locationAnswer.data);
  if (!locationAnswer.ok || bare === null) {
    return failure(locationAnswer.ok ? "not_found" : locationAnswer.problem, "the location");
  }
  const countriesResult = await ctx.send(countriesRequest());
  const phone = readPhonePlan(readAnswer(countriesResult).data, bare.countryId);
  const location = { ...bare, id: locationId, phone };
  const servicesResult = await ctx.send(servicesRequest(locationId, ""));
  const servicesAnswer = readAnswer(servicesResult);
  if (!servicesAnswer.ok) {
    return failure(servicesAnswer.problem, "the services");
  }
  const services = readServices(servicesAnswer.data);
  const staffResult = await ctx.send(staffRequest(locationId, []));
  const staffAnswer = readAnswer(staffResult);
  if (!staffAnswer.ok) {
    return failure(staffAnswer.problem, "the staff");
  }
  const staff = readStaff(staffAnswer.data);
  const staffIds = staff.map((member) => member.id);
  const links = await loadLinks(ctx, locationId, staffIds);
  const catalog = assemble(location, services, staff, links);
  ctx.setCustomerAttribute(catalogAttribute.idn, JSON.stringify(catalog));
  ctx.setCustomerAttribute(servicesText.idn, servicesAsText(catalog));
  ctx.setCustomerAttribute(staffText.idn, staffAsText(catalog));
  return { catalog, problem: "none", failed: "" };
}

/** Who does what, one request a member; not known when there are too many or a request fails. */
async function loadLinks(
  ctx: SkillContext,
  locationId: string,
  staffIds: readonly string[],
): Promise<StaffLinks> {
  let services: readonly (readonly StaffService[])[] = [];
  if (staffIds.length > mostStaffAsked) {
    return { known: false, services };
  }
  for (const staffId of staffIds) {
    const result = await ctx.send(servicesRequest(locationId, staffId));
    const answer = readAnswer(result);
    if (!answer.ok) {
      return { known: false, services: [] };
    }
    services = [...services, readStaffServices(answer.data)];
  }
  return { known: true, services };
}

/** Puts the parts together; a service takes its duration from the first member who does it. */
function assemble(
  location: Location,
  services: readonly Service[],
  staff: readonly StaffMember[],
  links: StaffLinks,
): Catalog {
  const lengths = links.services.flatMap((list) => list.filter((entry) => entry.seconds > 0));
  return {
    location,
    services: services.map((service) => ({
      ...service,
      seconds:
        service.seconds > 0
          ? service.seconds
          : (lengths.find((entry) => entry.id === service.id)?.seconds ?? 0),
    })),
    staff: staff.map((member, index) => ({
      ...member,
      services: (links.services[index] ?? []).map((entry) => entry.id),
    })),
    linksKnown: links.known,
  };
}

function failure(problem: ProblemKind, failed: string): LoadedCatalog {
  return { catalog: null, problem, failed };
}
