/**
 * Events, commands and the acts they leave behind (docs/platform.md, "Events and skills" and "The command behind
 * a result").
 */
import { timerIntegration } from "../../../sdk/contract.ts";
import { actionSignatures } from "../action-signatures.ts";
import { type Action, type ActionEnvironment, type Kwargs, fieldOf, listOf, textOf, uuid } from "./action.ts";
import { setTimer } from "./timers.ts";

/** The free arguments of a call: what is left without the action's own. */
function payload(action: string, kwargs: Kwargs): Record<string, unknown> {
  const own = actionSignatures[action]?.arguments ?? {};
  return Object.fromEntries(Object.entries(kwargs).filter(([name]) => !Object.hasOwn(own, name)));
}

/** The event goes to the running event's user, or to the user of the first actor named. */
function receiver(env: ActionEnvironment, kwargs: Kwargs): { personaId: string; actorId: string } {
  const [named] = listOf(kwargs, "actorIds") ?? [];
  if (named === undefined) {
    const { personaId, actorId } = env.current.event;
    return { personaId, actorId };
  }
  const actor = env.account.actors.get(named);
  if (actor === undefined) {
    throw new Error(`there is no actor ${named}`);
  }
  return { personaId: actor.personaId, actorId: actor.id };
}

/** Headers arrive as JSON text of an object of texts. */
function readHeaders(text: string): Record<string, string> {
  let headers: unknown;
  try {
    headers = JSON.parse(text === "" ? "{}" : text);
  } catch {
    headers = null;
  }
  if (typeof headers !== "object" || headers === null || Array.isArray(headers)) {
    throw new Error("headers must be the JSON text of an object");
  }
  const entries = Object.entries(headers);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) {
    throw new Error("header values must be text");
  }
  return Object.fromEntries(entries);
}

/** The triggered act as the vendor documents it (docs/platform.md, "The triggered act"). */
function triggeredAct(env: ActionEnvironment): Record<string, unknown> {
  const { event, datetime } = env.current;
  const text = event.arguments["text"];
  return {
    commandActId: uuid(event.commandActId),
    referenceIdn: event.idn,
    integrationIdn: event.integrationIdn,
    connectorIdn: event.connectorIdn,
    person: event.personaId === "" ? "" : "User",
    timeInterval: "",
    datetime,
    text: typeof text === "string" ? text : "",
    englishText: "",
    originalText: "",
    languageCode: "en",
    arguments: event.arguments,
  };
}

/** The command `send_request` (docs/platform.md, "HTTP requests"). */
function sendRequest(env: ActionEnvironment, kwargs: Kwargs, args: Kwargs): void {
  const connectorIdn = textOf(kwargs, "connectorIdn");
  const command = {
    method: textOf(args, "method"),
    url: textOf(args, "url"),
    headers: readHeaders(textOf(args, "headers")),
    body: textOf(args, "body"),
  };
  if (command.method === "" || command.url === "") {
    throw new Error("send_request needs method and url");
  }
  const personaId = textOf(args, "userPersonaId");
  if (personaId !== "") {
    env.account.persona(personaId);
  }
  const actId = env.newId();
  env.account.acts.set(actId, {
    id: actId,
    kind: "command",
    referenceIdn: "send_request",
    integrationIdn: "http",
    connectorIdn,
    personaId,
    commandActId: "",
    datetime: new Date(env.now()).toISOString(),
    arguments: args,
  });
  env.sendRequest({ command, connectorIdn, actId, personaId });
}

/** What carries out a command; takes all arguments of the action, and the command's own. */
const commands: Readonly<Record<string, (env: ActionEnvironment, kwargs: Kwargs, args: Kwargs) => void>> = {
  "send_request on http": sendRequest,
  [`set_timer on ${timerIntegration}`]: setTimer,
};

/** The actions on events and commands, by name. */
export const eventActions: Readonly<Record<string, Action>> = {
  SendSystemEvent: (env, kwargs) => {
    env.sendEvent({
      idn: textOf(kwargs, "eventIdn"),
      integrationIdn: "system",
      connectorIdn: textOf(kwargs, "connectorIdn") || "system",
      arguments: payload("SendSystemEvent", kwargs),
      ...receiver(env, kwargs),
      commandActId: "",
    });
  },
  SendCommand: (env, kwargs) => {
    const command = `${textOf(kwargs, "commandIdn")} on ${textOf(kwargs, "integrationIdn")}`;
    const carryOut = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (carryOut === undefined) {
      throw new Error(`command ${command} is not offered by the sandbox`);
    }
    carryOut(env, kwargs, payload("SendCommand", kwargs));
  },
  GetTriggeredAct: (env, kwargs) => {
    const act = triggeredAct(env);
    const fields = listOf(kwargs, "fields");
    return fields === null ? act : Object.fromEntries(fields.map((name) => [name, fieldOf(act, name)]));
  },
  // Whether one asked field comes as an object or bare is not documented: the result shape decides.
  GetAct: (env, kwargs) => {
    const act = env.account.acts.get(textOf(kwargs, "id"));
    if (act === undefined) {
      return "";
    }
    const record: Record<string, unknown> = {
      id: uuid(act.id),
      referenceIdn: act.referenceIdn,
      integrationIdn: act.integrationIdn,
      connectorIdn: act.connectorIdn,
      datetime: act.datetime,
      ...act.arguments,
    };
    const fields = listOf(kwargs, "fields") ?? Object.keys(record);
    const [only] = fields;
    return fields.length === 1 && only !== undefined && env.shape.act === "value"
      ? (record[only] ?? "")
      : Object.fromEntries(fields.map((name) => [name, record[name] ?? ""]));
  },
};
