/** The publish hook: everything the module needs is made or brought up to date. */
import {
  applicationId,
  locationId,
  moduleVersion,
  partnerToken,
  setupStatus,
} from "../../attributes/index.ts";
import { definitionsVersion } from "../../module/contract.ts";
import type { SkillContext, SkillEvent } from "../../module/sdk/index.ts";
import { locationIdOf, readSetting } from "../shared/settings.ts";
import { declareAttributes } from "./declare-attributes.ts";
import { discoverLocations } from "./discover-locations.ts";
import { mergeTools } from "./merge-tools.ts";
import { refreshCatalog } from "./refresh-catalog.ts";
import { startConnector } from "./start-connector.ts";

/**
 * Runs at publish, import and update: attributes, connector, locations, catalogue, tools. Each step is
 * independent of the others' success and adds one line to the set-up status. Running it again changes
 * nothing that is in order.
 */
export async function setUp(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const trigger = event.idn;
  const attributesLine = declareAttributes(ctx);
  const connectorLine = startConnector(ctx);
  // The tools need no answer from Altegio: they are registered even if none ever arrives.
  const toolsLine = mergeTools(ctx);
  writeStatus(ctx, [attributesLine, connectorLine, toolsLine, "Locations and catalogue: loading"]);
  const locationsLine = await locationsStep(ctx);
  const catalogLine = await catalogStep(ctx);
  ctx.setCustomerAttribute(moduleVersion.idn, definitionsVersion);
  writeStatus(ctx, [attributesLine, connectorLine, locationsLine, catalogLine, toolsLine]);
  ctx.log(`Altegio set-up after ${trigger}: done`);
}

async function locationsStep(ctx: SkillContext): Promise<string> {
  const application = readSetting(ctx, applicationId.idn);
  if (readSetting(ctx, partnerToken.idn) === "") {
    return "Locations: not loaded. Partner token is missing: set altegio_partner_token and publish again";
  }
  if (application === "") {
    return "Locations: not loaded. Application ID is missing: set altegio_application_id and publish again";
  }
  if (!/^[0-9]+$/u.test(application)) {
    return "Locations: not loaded. Application ID is not a number: correct altegio_application_id and publish again";
  }
  return await discoverLocations(ctx, application);
}

async function catalogStep(ctx: SkillContext): Promise<string> {
  const stored = readSetting(ctx, locationId.idn);
  const location = locationIdOf(stored);
  if (readSetting(ctx, partnerToken.idn) === "") {
    return "Catalogue: not loaded. Partner token is missing: set altegio_partner_token and publish again";
  }
  if (stored === "") {
    return "Catalogue: not loaded. Location is missing: set altegio_location_id and publish again";
  }
  if (location === "") {
    return "Catalogue: not loaded. Location is not recognised: choose altegio_location_id from the list and publish again";
  }
  return await refreshCatalog(ctx, location);
}

function writeStatus(ctx: SkillContext, lines: readonly string[]): void {
  const moment = ctx.getDateTime("").slice(0, 16).replaceAll("T", " ");
  const head = `AltegioIntegration ${definitionsVersion}, last publish ${moment}`;
  ctx.setCustomerAttribute(setupStatus.idn, [head, ...lines].join("\n"));
}
