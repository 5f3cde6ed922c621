/** Step 4 of the publish hook: services and staff are loaded into the agent's context. */
import { catalog as catalogAttribute, servicesText, staffText } from "../../attributes/index.ts";
import type { SkillContext } from "../../module/sdk/index.ts";
import { readCatalog } from "../shared/catalog.ts";
import { loadCatalog } from "../shared/load-catalog.ts";
import { reportText } from "../shared/problem-text.ts";

/**
 * Loads the catalogue anew. When that fails, an earlier catalogue of the same location stays; that of
 * another location goes, so that the agent never speaks of services that cannot be booked here.
 */
export async function refreshCatalog(ctx: SkillContext, locationId: string): Promise<string> {
  const loaded = await loadCatalog(ctx, locationId);
  if (loaded.catalog !== null) {
    const { location, services, staff } = loaded.catalog;
    const zone = location.zone === "" ? "time zone not given" : location.zone;
    const nothing = services.length === 0 || staff.length === 0;
    const hint = nothing ? "; nothing can be booked until both are set up for online booking in Altegio" : "";
    return `Catalogue: ${services.length} services and ${staff.length} staff of ${location.title} (${zone}) loaded${hint}`;
  }
  const reason = `Catalogue: ${loaded.failed} could not be loaded. ${reportText(loaded.problem)}`;
  if (readCatalog(ctx, locationId) !== null) {
    return `${reason}. The services and staff of an earlier publish stay in use`;
  }
  ctx.setCustomerAttribute(catalogAttribute.idn, "");
  ctx.setCustomerAttribute(servicesText.idn, "");
  ctx.setCustomerAttribute(staffText.idn, "");
  return reason;
}
