/** Who does which service, and on which terms: asked for member by member, because no list of online booking tells it. */
import type { JsonObject, SkillContext } from "#sdk";
import { servicesRequest } from "../altegio/catalog-requests.ts";
import { lookUp } from "../altegio/look-up.ts";
import { readStaffServices } from "../altegio/read-services.ts";
import { ownTerms, withMember } from "../domain/link-terms.ts";

/**
 * Up to this many members, each is asked for their services: a request each, 200 a minute allowed
 * (docs/altegio-api.md, "Limits").
 */
const mostStaffAsked = 80;

/** The links of a staff. */
export interface StaffLinks {
  readonly known: boolean;
  /** For each member, in the order of the staff: ids of services. */
  readonly services: readonly (readonly string[])[];
  /** For each member: terms where they are not the usual ones, as `ownTerms` makes them. */
  readonly terms: readonly string[];
  /** By service id, as `withMember` makes them. */
  readonly usual: JsonObject;
}

/** One request a member; not known when there are too many members or a request fails. */
export async function loadLinks(
  ctx: SkillContext,
  locationId: string,
  staffIds: readonly string[],
): Promise<StaffLinks> {
  let services: readonly (readonly string[])[] = [];
  let terms: readonly string[] = [];
  let usual: JsonObject = {};
  if (staffIds.length > mostStaffAsked) {
    return { known: false, services, terms, usual };
  }
  for (const staffId of staffIds) {
    const answer = await lookUp(ctx, servicesRequest(locationId, staffId));
    if (!answer.ok) {
      return { known: false, services: [], terms: [], usual };
    }
    const done = readStaffServices(answer.data);
    services = [...services, done.map((entry) => entry.id)];
    terms = [...terms, ownTerms(done, usual)];
    usual = withMember(usual, done);
  }
  return { known: true, services, terms, usual };
}
