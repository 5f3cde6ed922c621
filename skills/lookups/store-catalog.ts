/** Stores a catalogue that was loaded, with the two texts the agent reads. */
import { catalog as catalogAttribute, servicesText, staffText } from "../../attributes/index.ts";
import { asNumber, asText, property } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Catalog, Location, Service, StaffMember } from "../domain/catalog.ts";
import { endRenewal } from "../domain/catalog-renewal.ts";
import type { StaffLinks } from "../domain/link-terms.ts";
import { renewInstruction } from "../domain/instruction-lists.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { servicesAsText, staffAsText, toldApart } from "../wording/catalog-text.ts";

/** A loaded catalogue, or the problem and what could not be loaded. */
export interface LoadedCatalog {
  readonly catalog: Catalog | null;
  readonly problem: ProblemKind;
  /** What failed, as in "the services"; "" when nothing did, also where somebody else is still loading it. */
  readonly failed: string;
  /** The texts the agent reads are not what they were. */
  readonly textsChanged: boolean;
  /** The moment on the location's clock, where it was asked for and nothing was waited for since. */
  readonly moment?: string;
}

/** What a catalogue is made of. */
export interface CatalogParts {
  readonly location: Location;
  readonly services: readonly Service[];
  readonly staff: readonly StaffMember[];
  /** Of the staff, in the same order. */
  readonly links: StaffLinks;
}

/**
 * Puts the parts together and stores them. A service takes its duration from the members who do it, and its usual
 * terms only when all members were asked.
 */
export function storeCatalog(
  ctx: SkillContext,
  { location, services, staff, links }: CatalogParts,
): LoadedCatalog {
  // By id and without a call each, because there may be hundreds of services.
  const timed = services.map((service) => ({
    ...service,
    seconds: service.seconds > 0 ? service.seconds : asNumber(property(links.shortest, service.id), 0),
    longest: service.longest > 0 ? service.longest : asNumber(property(links.longest, service.id), 0),
    usual:
      links.known && property(links.usual, service.id) !== null
        ? asText(property(links.usual, service.id))
        : service.usual,
  }));
  const catalog = {
    location,
    loadedAt: ctx.getDateTime("UTC"),
    services: toldApart(timed, location.currency),
    staff: staff.map((member, index) => ({
      ...member,
      services: links.services[index] ?? [],
      terms: links.terms[index] ?? "",
    })),
    linksKnown: links.known,
  };
  const forServices = servicesAsText(catalog);
  const forStaff = staffAsText(catalog);
  const servicesChanged = ctx.getCustomerAttribute(servicesText.idn) !== forServices;
  const staffChanged = ctx.getCustomerAttribute(staffText.idn) !== forStaff;
  const textsChanged = servicesChanged || staffChanged;
  if (textsChanged) {
    renewInstruction(ctx, forServices, forStaff);
  }
  ctx.setCustomerAttribute(catalogAttribute.idn, JSON.stringify(catalog));
  if (servicesChanged) {
    ctx.setCustomerAttribute(servicesText.idn, forServices);
  }
  if (staffChanged) {
    ctx.setCustomerAttribute(staffText.idn, forStaff);
  }
  endRenewal(ctx);
  return { catalog, problem: "none", failed: "", textsChanged };
}
