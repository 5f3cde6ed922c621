/** Step 2 of the publish hook: the connector all requests go through exists and runs. */
import { connectorRunning, connectorStatusField } from "#sdk";
import type { SkillContext } from "#sdk";
import { connector } from "../altegio/connector.ts";

/**
 * Creates the connector, started, when there is none, and starts one that is said not to run: where the platform does
 * not tell the status, it is taken to run, and the line does not claim it. It is never created twice: what the platform does then is not documented
 * (docs/platform.md, "An existing connector").
 */
export function startConnector(ctx: SkillContext): string {
  const status = ctx.getConnectorStatus(connector.integrationIdn, connector.idn);
  if (status === null) {
    ctx.createConnector(connector.integrationIdn, connector.idn, connector.title);
    return `Connector: ${connector.idn} was missing, so it is created`;
  }
  if (status !== "" && status !== connectorRunning) {
    ctx.setConnectorInfo(connector.integrationIdn, connector.idn, connectorStatusField, connectorRunning);
    return `Connector: ${connector.idn} was ${status}, so it is told to run`;
  }
  return standingText(status);
}

/** What is said of a connector that is there: only what was read, a platform that does not tell the status is not spoken for. */
export function standingText(status: string): string {
  return status === ""
    ? `Connector: ${connector.idn} is there; the platform does not tell whether it runs`
    : `Connector: ${connector.idn} is ${status}`;
}
