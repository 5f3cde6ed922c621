/** The module's self-check: what a person would look at first, read only, as lines of the log. */
import { addDays, connectorRunning } from "#sdk";
import type { SkillContext } from "#sdk";
import { locationRequest } from "../altegio/catalog-requests.ts";
import { connector } from "../altegio/connector.ts";
import { lookUp } from "../altegio/look-up.ts";
import { readTimes } from "../altegio/read-slots.ts";
import { timesRequest } from "../altegio/slot-requests.ts";
import { readCatalog } from "../domain/catalog.ts";
import { readClock } from "../domain/clock.ts";
import { connectedLocation } from "../domain/location-facts.ts";
import { reportText } from "../wording/problem-text.ts";
import { checkSettings } from "./check-settings.ts";
import { checkUserToken } from "./check-user-token.ts";
import { standingText } from "./start-connector.ts";

/**
 * Runs on the event `integration_test`. Settings, connector, tokens, location and the free times of tomorrow are looked
 * at; each is one line, and nothing is changed, here or in Altegio. No line holds a value of a setting.
 */
export async function checkItself(ctx: SkillContext): Promise<void> {
  report(ctx, checkSettings(ctx).replaceAll("\n", "; "));
  report(ctx, connectorLine(ctx));
  const locationId = connectedLocation(ctx);
  if (locationId === "") {
    report(ctx, "Altegio: not asked, because partner token or location is missing");
    return;
  }
  const location = await lookUp(ctx, locationRequest(locationId));
  report(
    ctx,
    location.ok
      ? "Altegio: accepts the partner token and knows the location"
      : `Altegio: the location could not be read. ${reportText(location.problem)}`,
  );
  const tokenLine = await checkUserToken(ctx, locationId);
  report(ctx, tokenLine);
  const timesLine = await tomorrowsTimes(ctx, locationId);
  report(ctx, timesLine);
}

function report(ctx: SkillContext, line: string): void {
  ctx.log(`Altegio self-check. ${line}`);
}

function connectorLine(ctx: SkillContext): string {
  const status = ctx.getConnectorStatus(connector.integrationIdn, connector.idn);
  if (status === null) {
    return `Connector: ${connector.idn} is missing: publish the project`;
  }
  const isInOrder = status === "" || status === connectorRunning;
  return isInOrder ? standingText(status) : `${standingText(status)}: publish the project`;
}

/** The free times of tomorrow for the first service of the catalogue, with whoever is free. */
async function tomorrowsTimes(ctx: SkillContext, locationId: string): Promise<string> {
  const catalog = readCatalog(ctx, locationId);
  const service = catalog === null ? null : (catalog.services[0] ?? null);
  if (catalog === null || service === null) {
    return "Free times: not asked, because no services are loaded: publish the project";
  }
  const date = addDays(readClock(ctx, catalog.location.zone).today, 1);
  const visit = { locationId, serviceIds: [service.id], staffId: "0" };
  const answer = await lookUp(ctx, timesRequest(visit, date));
  return answer.ok
    ? `Free times: ${readTimes(answer.data, date).length} on ${date} for the first service`
    : `Free times: could not be read. ${reportText(answer.problem)}`;
}
