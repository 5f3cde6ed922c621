/** The publish hook: everything the module needs is made or brought up to date. */
import {
  applicationId,
  locationId,
  moduleVersion,
  partnerToken,
  replaceCoreTools,
  setupStatus,
  userToken,
} from "../../attributes/index.ts";
import type { SkillContext, SkillEvent } from "#sdk";
import { isOn, locationIdOf, readSetting, wholeNumber } from "../domain/settings.ts";
import { activeTools, waysOpen } from "./active-tools.ts";
import { checkSettings } from "./check-settings.ts";
import { checkUserToken } from "./check-user-token.ts";
import { declareAttributes, valueOf } from "./declare-attributes.ts";
import { discoverLocations } from "./discover-locations.ts";
import { mergeTools } from "./merge-tools.ts";
import { migrate, migrations } from "./migrations.ts";
import { replacedTools } from "./plan-stand-ins.ts";
import { refreshCatalog } from "./refresh-catalog.ts";
import type { CatalogStep } from "./refresh-catalog.ts";
import { reportCore } from "./report-core.ts";
import { setUpScenarios } from "./set-up-scenarios.ts";
import { startConnector } from "./start-connector.ts";
import { definitionsVersion } from "../../attributes/version.ts";
import { isVersion, versionNumber } from "./version.ts";

/**
 * Runs at publish, import and update: attributes, connector, locations, catalogue, tools, scenarios, version.
 * Each step is independent of the others' success and adds a line to the set-up status. Running it again
 * changes nothing that is in order.
 */
export async function setUp(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const trigger = event.idn;
  const before = readSetting(ctx, moduleVersion.idn);
  if (versionNumber(before) > versionNumber(definitionsVersion)) {
    writeStatus(ctx, [
      `Version: this account was set up by ${before}, which is newer, so nothing was changed. Update the project to ${before} or later and publish again`,
    ]);
    ctx.log(`Altegio set-up after ${trigger}: refused, because the account has a newer version`);
    return;
  }
  // Before the defaults are written: a renamed attribute would look as if it had a value of its own.
  const steps = migrate(ctx, migrations, before, definitionsVersion);
  const declared = declareAttributes(ctx, before);
  const settings = declared.settings;
  const attributesLine = declared.line;
  // Now, not at the end: what runs beside this one, for an import and its publish, finds the declarations made.
  ctx.setCustomerAttribute(moduleVersion.idn, definitionsVersion);
  const connectorLine = startConnector(ctx);
  // The tools need no answer from Altegio: they are registered even if none ever arrives.
  const hasUserToken = readSetting(ctx, userToken.idn) !== "";
  const tools = mergeTools(ctx, activeTools(settings, hasUserToken), replacedTools(settings, hasUserToken));
  const coreLine = reportCore(ctx, tools, isOn(valueOf(settings, replaceCoreTools.idn)));
  writeStatus(ctx, [
    attributesLine,
    connectorLine,
    tools.line,
    coreLine,
    "Locations, catalogue and scenarios: waiting for Altegio's answers; publish again if this line stays",
  ]);
  const locationsLine = await locationsStep(ctx);
  const catalog = await catalogStep(ctx, trigger.endsWith("import_finish"));
  const tokenLine =
    catalog.location === ""
      ? "User token: not checked, because partner token or location is missing"
      : await checkUserToken(ctx, catalog.location);
  const scenariosLine = setUpScenarios(ctx, waysOpen(ctx, tools.registered), catalog.textsChanged);
  writeStatus(ctx, [
    attributesLine,
    connectorLine,
    locationsLine,
    catalog.line,
    tokenLine,
    tools.line,
    coreLine,
    scenariosLine,
    versionText(before, steps),
    checkSettings(ctx),
  ]);
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
  const id = wholeNumber(application);
  if (id === "") {
    return "Locations: not loaded. Application ID is not a number: correct altegio_application_id and publish again";
  }
  return await discoverLocations(ctx, id);
}

async function catalogStep(ctx: SkillContext, isImport: boolean): Promise<CatalogStep> {
  const stored = readSetting(ctx, locationId.idn);
  const location = locationIdOf(stored);
  if (readSetting(ctx, partnerToken.idn) === "") {
    return skipped("Partner token is missing: set altegio_partner_token and publish again");
  }
  if (stored === "") {
    return skipped("Location is missing: set altegio_location_id and publish again");
  }
  if (location === "") {
    return skipped("Location is not recognised: choose altegio_location_id from the list and publish again");
  }
  return await refreshCatalog(ctx, location, isImport);
}

function skipped(reason: string): CatalogStep {
  return { line: `Catalogue: not loaded. ${reason}`, location: "", textsChanged: false };
}

function versionText(before: string, steps: number): string {
  if (before === "") {
    return `Version: ${definitionsVersion}, set up for the first time`;
  }
  if (!isVersion(before)) {
    return `Version: ${definitionsVersion}; altegio_module_version held no version, so ${steps} migrations were run from the beginning`;
  }
  return before === definitionsVersion
    ? `Version: ${definitionsVersion}`
    : `Version: ${definitionsVersion}, updated from ${before} with ${steps} migrations`;
}

function writeStatus(ctx: SkillContext, lines: readonly string[]): void {
  const moment = ctx.getDateTime("").slice(0, 16).replaceAll("T", " ");
  const head = `AltegioIntegration ${definitionsVersion}, last publish ${moment}`;
  ctx.setCustomerAttribute(setupStatus.idn, [head, ...lines].join("\n"));
}
