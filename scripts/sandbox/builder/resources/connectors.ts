/** Integrations and their connectors. */
import { stableId } from "../../../registry/index.ts";
import type { Account } from "../../platform/index.ts";
import { Fields } from "../http/fields.ts";
import { integrations } from "../guesses.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { LocalBuilder } from "../local-builder.ts";

type Connector = Account["connectors"] extends Map<string, infer Value> ? Value : never;

function integrationIdns({ account }: LocalBuilder): string[] {
  const used = [...account.connectors.values()].map(({ integrationIdn }) => integrationIdn);
  return [...new Set([...Object.keys(integrations), ...used])].sort();
}

function integrationId(idn: string): string {
  return stableId("integration", idn);
}

/** @throws Refusal 404 */
function integration({ builder, param }: Call): string {
  const idn = integrationIdns(builder).find((one) => integrationId(one) === param("id"));
  if (idn === undefined) {
    throw Refusal.notFound("integration", param("id"));
  }
  return idn;
}

function connectorId({ state }: LocalBuilder, { integrationIdn, connectorIdn }: Connector): string {
  return stableId("connector", state.customer.id, integrationIdn, connectorIdn);
}

/** @throws Refusal 404 */
function find({ builder, param }: Call): Connector {
  const found = [...builder.account.connectors.values()].find(
    (connector) => connectorId(builder, connector) === param("id"),
  );
  if (found === undefined) {
    throw Refusal.notFound("connector", param("id"));
  }
  return found;
}

function shown(builder: LocalBuilder, connector: Connector) {
  const { title, connectorIdn, integrationIdn, status, settings } = connector;
  return {
    id: connectorId(builder, connector),
    title,
    connector_idn: connectorIdn,
    integration_idn: integrationIdn,
    status,
    settings: [...settings].map(([idn, value]) => ({ idn, value })),
  };
}

function settingsOf(settings: readonly Fields[]): [idn: string, value: string][] {
  return settings.map((setting) => [setting.text("idn"), setting.textOr("value", "")]);
}

/** A new connector is stopped until somebody starts it. */
function create(call: Call): Reply {
  const { builder, fields } = call;
  const integrationIdn = integration(call);
  const body = fields();
  const connectorIdn = body.idn("connector_idn");
  const key = `${integrationIdn}/${connectorIdn}`;
  if (builder.account.connectors.has(key)) {
    throw Refusal.exists("connector", key);
  }
  const connector: Connector = {
    integrationIdn,
    connectorIdn,
    title: body.textOr("title", connectorIdn),
    status: "stopped",
    settings: new Map(settingsOf(body.list("settings"))),
  };
  builder.account.connectors.set(key, connector);
  return Reply.created({ id: connectorId(builder, connector) });
}

function put(call: Call): null {
  const connector = find(call);
  const body = call.fields();
  const status = body.has("status") ? body.oneOf("status", ["running", "stopped"]) : connector.status;
  const settings = settingsOf(body.list("settings"));
  connector.title = body.textOr("title", connector.title);
  connector.status = status === "running" ? "running" : "stopped";
  settings.forEach(([idn, value]) => connector.settings.set(idn, value));
  return null;
}

/** The body is the list itself. */
function putSettings(call: Call): null {
  const connector = find(call);
  const value = call.json();
  if (!Array.isArray(value)) {
    throw Refusal.invalid("The body has to be a list of settings.");
  }
  const settings = settingsOf(value.map((item) => new Fields(item)));
  settings.forEach(([idn, text]) => connector.settings.set(idn, text));
  return null;
}

function setStatus(status: Connector["status"]): (call: Call) => null {
  return (call) => {
    find(call).status = status;
    return null;
  };
}

function remove(call: Call): null {
  const { integrationIdn, connectorIdn } = find(call);
  call.builder.account.connectors.delete(`${integrationIdn}/${connectorIdn}`);
  return null;
}

/** Integrations and connectors. */
export const connectorRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/integrations",
    handle: ({ builder }) =>
      integrationIdns(builder).map((idn) => ({
        id: integrationId(idn),
        title: integrations[idn] ?? idn,
        idn,
        description: "",
        is_disabled: false,
        channel: idn,
        integration_settings_descriptions: [],
        connector_settings_descriptions: [],
      })),
  },
  {
    at: "GET /api/v1/integrations/:id/settings",
    handle: (call) => {
      integration(call);
      return [];
    },
  },
  {
    at: "GET /api/v1/integrations/:id/connectors",
    handle: (call) => {
      const idn = integration(call);
      return [...call.builder.account.connectors.values()]
        .filter(({ integrationIdn }) => integrationIdn === idn)
        .map((connector) => shown(call.builder, connector));
    },
  },
  { at: "POST /api/v1/integrations/:id/connectors", handle: create },
  { at: "PUT /api/v1/integrations/connectors/:id", handle: put },
  { at: "DELETE /api/v1/integrations/connectors/:id", handle: remove },
  { at: "POST /api/v1/integrations/connectors/:id/settings", handle: putSettings },
  { at: "POST /api/v1/integrations/connectors/:id/run", handle: setStatus("running") },
  { at: "POST /api/v1/integrations/connectors/:id/stop", handle: setStatus("stopped") },
];
