/** Step 4 of the publish hook: services and staff are loaded into the agent's context. */
import { catalog as catalogAttribute, servicesText, staffText } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { endRenewal, markImported, renewalOf } from "../domain/catalog-renewal.ts";
import { readCatalog } from "../domain/catalog.ts";
import type { Catalog } from "../domain/catalog.ts";
import { renewInstruction } from "../domain/instruction-lists.ts";
import { loadCatalog } from "../lookups/load-catalog.ts";
import { reportText } from "../wording/problem-text.ts";

/** What the step did. */
export interface CatalogStep {
  /** For the set-up status. */
  readonly line: string;
  /** The id of the location, "" where partner token or location is missing. */
  readonly location: string;
  /** The texts the agent reads are not what they were. */
  readonly textsChanged: boolean;
}

const underWayLine =
  "Catalogue: being loaded by an operation that began a moment ago. Publish again in a few minutes if the services are not there by then";

/**
 * Loads the catalogue anew. When that fails, an earlier catalogue of the same location stays; that of
 * another location goes, so that the agent never speaks of services that cannot be booked here. What is being loaded, or
 * was by the import that a publish follows, is not asked for again.
 *
 * @param isImport the step belongs to an import, not to a publish
 */
export async function refreshCatalog(
  ctx: SkillContext,
  locationId: string,
  isImport: boolean,
): Promise<CatalogStep> {
  const renewal = renewalOf(ctx, locationId);
  if (renewal === "loading") {
    return { line: underWayLine, location: locationId, textsChanged: false };
  }
  const imported = renewal === "imported" ? readCatalog(ctx, locationId) : null;
  if (imported !== null) {
    // A second publish loads anew: it may have been made for what has changed in Altegio.
    if (!isImport) {
      endRenewal(ctx);
    }
    return { line: loadedLine(imported), location: locationId, textsChanged: false };
  }
  const loaded = await loadCatalog(ctx, locationId);
  if (loaded.catalog !== null) {
    if (isImport) {
      markImported(ctx, locationId);
    }
    return {
      line: loadedLine(loaded.catalog),
      location: locationId,
      textsChanged: loaded.textsChanged,
    };
  }
  if (loaded.failed === "") {
    return { line: underWayLine, location: locationId, textsChanged: false };
  }
  const reason = `Catalogue: ${loaded.failed} could not be loaded. ${reportText(loaded.problem)}`;
  if (readCatalog(ctx, locationId) !== null) {
    return {
      location: locationId,
      line: `${reason}. The services and staff of an earlier publish stay in use`,
      textsChanged: false,
    };
  }
  const texts = `${ctx.getCustomerAttribute(servicesText.idn)}${ctx.getCustomerAttribute(staffText.idn)}`;
  renewInstruction(ctx, "", "");
  ctx.setCustomerAttribute(catalogAttribute.idn, "");
  ctx.setCustomerAttribute(servicesText.idn, "");
  ctx.setCustomerAttribute(staffText.idn, "");
  return { line: reason, location: locationId, textsChanged: texts !== "" };
}

/** What was loaded, for the set-up status. */
function loadedLine(catalog: Catalog): string {
  const { location, services, staff } = catalog;
  const zone = location.zone === "" ? "time zone not given" : location.zone;
  const nothing = services.length === 0 || staff.length === 0;
  const hint = nothing ? "; nothing can be booked until both are set up for online booking in Altegio" : "";
  const links =
    catalog.linksKnown || nothing
      ? ""
      : "; who does which service could not be loaded, so it is left to Altegio";
  return `Catalogue: ${services.length} services and ${staff.length} staff of ${location.title} (${zone}) loaded${links}${hint}`;
}
