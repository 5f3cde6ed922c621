/** Connectors (docs/platform.md, "Connectors"). */
import type { Account, Connector } from "../account.ts";
import { type Action, type Kwargs, textOf } from "./action.ts";

function keyOf(kwargs: Kwargs): string {
  return `${textOf(kwargs, "integrationIdn")}/${textOf(kwargs, "connectorIdn")}`;
}

function existing(account: Account, kwargs: Kwargs): Connector {
  const connector = account.connectors.get(keyOf(kwargs));
  if (connector === undefined) {
    throw new Error(`there is no connector ${keyOf(kwargs)}`);
  }
  return connector;
}

function show({ settings, ...connector }: Connector): Record<string, unknown> {
  return { ...connector, settings: Object.fromEntries(settings) };
}

/** The actions on connectors, by name. */
export const connectorActions: Readonly<Record<string, Action>> = {
  // A second connector of the same name is refused: what the platform does is not documented
  // (docs/platform.md, "An existing connector").
  CreateConnector: (env, kwargs) => {
    if (env.account.connectors.has(keyOf(kwargs))) {
      throw new Error(`there already is a connector ${keyOf(kwargs)}`);
    }
    const settings = Object.entries(kwargs["settings"] as Record<string, unknown>);
    if (!settings.every((entry): entry is [string, string] => typeof entry[1] === "string")) {
      throw new Error("settings are text");
    }
    const connector: Connector = {
      integrationIdn: textOf(kwargs, "integrationIdn"),
      connectorIdn: textOf(kwargs, "connectorIdn"),
      title: textOf(kwargs, "title"),
      status: ["", "True"].includes(textOf(kwargs, "start")) ? "running" : "stopped",
      settings: new Map(settings),
    };
    env.account.connectors.set(keyOf(kwargs), connector);
    return show(connector);
  },
  // "Empty if not found".
  GetConnectorInfo: (env, kwargs) => {
    const connector = env.account.connectors.get(keyOf(kwargs));
    if (connector === undefined) {
      return "";
    }
    const { status, ...info } = show(connector);
    return env.platform.connectorStatus === "shown" ? { ...info, status } : info;
  },
  SetConnectorInfo: (env, kwargs) => {
    const connector = existing(env.account, kwargs);
    const field = textOf(kwargs, "field");
    const value = textOf(kwargs, "value");
    if (field === "title") {
      connector.title = value;
    } else if (field !== "status") {
      connector.settings.set(field, value);
    } else if (value === "running" || value === "stopped") {
      connector.status = value;
    } else {
      throw new Error(`a connector cannot be ${value}`);
    }
  },
  DeleteConnector: (env, kwargs) => {
    existing(env.account, kwargs);
    env.account.connectors.delete(keyOf(kwargs));
  },
};
