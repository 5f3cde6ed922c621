/** The Node runtime of the SDK: the same actions, called on any host that offers the platform's actions. */
import { extractionTemperature, schemaForm, timerConnector, timerIntegration } from "./contract.ts";
import { asObject } from "./json.ts";
import { operationId } from "./step-line.ts";
import { parseJson } from "./parse.ts";
import { isTimeZone } from "./zones.ts";
import type {
  Actor,
  AttributeMetadata,
  Frame,
  HttpRequest,
  HttpResult,
  JsonObject,
  JsonValue,
  RequestCommand,
  RuntimeContext,
  TimerCommand,
} from "./types.ts";

/**
 * Whatever executes the platform's actions: the sandbox, or a recorder in a unit test. `kwargs` are the
 * keyword arguments as the platform takes them; the answer is what the action gives, `undefined` for none.
 */
export interface ActionHost {
  call(action: string, kwargs: Readonly<Record<string, unknown>>): unknown;
}

/** How a request leaves and comes back: the sandbox suspends on it, a unit test may answer at once. */
export type Sender = (ctx: RuntimeContext, request: HttpRequest) => Promise<HttpResult>;

/**
 * Makes the context a handler runs with in Node.
 *
 * @param host executes the actions
 * @param persona the id of the persona the operation works for, asked for each time it is needed; "" while it is
 *   still to be found
 * @param send sends requests; it must resolve with the answer, never reject for an HTTP failure
 * @param operation `TakenFrame.operation` of the last answer; "" before the first
 */
export function createNodeContext(
  host: ActionHost,
  persona: () => string,
  send: Sender,
  operation: () => string = () => "",
): RuntimeContext {
  const text = (value: unknown): string => {
    if (typeof value === "string") {
      return value;
    }
    return isEmpty(value) ? "" : JSON.stringify(value);
  };
  const ctx: RuntimeContext = {
    get personaId() {
      return persona();
    },
    get operation() {
      return operationId(operation());
    },
    getCustomerAttribute: (field) => text(host.call("GetCustomerAttribute", { field })),
    setCustomerAttribute: (field, value) => void host.call("SetCustomerAttribute", { field, value }),
    setCustomerMetadata: (idn, metadata: AttributeMetadata) =>
      void host.call("SetCustomerMetadataAttribute", { idn, field: "multiple_fields", value: metadata }),
    getProjectAttribute: (field) => text(host.call("GetProjectAttribute", { field })),
    setProjectAttribute: (field, value) => void host.call("SetProjectAttribute", { field, value }),
    getPersonaAttribute: (field) => text(host.call("GetPersonaAttribute", { id: persona(), field })),
    setPersonaAttribute: (field, value) =>
      void host.call("SetPersonaAttribute", { id: persona(), field, value }),
    getUser: (field) => text(host.call("GetUser", { field })),
    getActorId: () => text(host.call("GetActor", { field: "id" })),
    getActors: (integrationIdn) =>
      readActors(
        host,
        host.call("GetActors", {
          personaId: persona(),
          ...(integrationIdn === "" ? {} : { integrationIdn }),
        }),
      ),
    getConnectorStatus: (integrationIdn, connectorIdn) =>
      readStatus(host.call("GetConnectorInfo", { integrationIdn, connectorIdn })),
    createConnector: (integrationIdn, connectorIdn, title) =>
      void host.call("CreateConnector", { integrationIdn, connectorIdn, title, settings: {}, start: "True" }),
    setConnectorInfo: (integrationIdn, connectorIdn, field, value) =>
      void host.call("SetConnectorInfo", { integrationIdn, connectorIdn, field, value }),
    getMemory: (count) => text(host.call("GetMemory", { count: String(count) })),
    getDateTime: (timezone) =>
      text(
        host.call(
          "GetDateTime",
          isTimeZone(timezone) ? { format: "datetime", timezone } : { format: "datetime" },
        ),
      ),
    generate: (instruction: string, schema: JsonObject) =>
      readGenerated(
        host.call("Gen", {
          prompt: instruction,
          jsonSchema: schemaForm === "text" ? JSON.stringify(schema) : schema,
          validateSchema: "True",
          temperature: extractionTemperature,
        }),
      ),
    sendSystemEvent: (eventIdn, args) =>
      void host.call("SendSystemEvent", { eventIdn, connectorIdn: "system", ...args }),
    sendSystemEventTo: (actorId, eventIdn, args) =>
      void host.call("SendSystemEvent", { eventIdn, connectorIdn: "system", actorIds: [actorId], ...args }),
    send: (request) => send(ctx, request),
    sleep: (duration) => void host.call("Sleep", { duration, interruptible: "False" }),
    log: (message) => void host.call("DUMMY", { message }),
    newId: () => text(host.call("uuid.uuid4", {})),
    createPersona: (name) => text(host.call("CreatePersona", { name })),
    getPersonaAttributeOf: (id, field) => text(host.call("GetPersonaAttribute", { id, field })),
    setPersonaAttributeOf: (id, field, value) => void host.call("SetPersonaAttribute", { id, field, value }),
    deletePersonaAttributeOf: (id, field) => void host.call("DeletePersonaAttribute", { id, field }),
    getCommandTarget: () => readCommandTarget(host),
    getEventArguments: () => readArguments(host),
    sendRequest: (connectorIdn, command: RequestCommand) =>
      void host.call("SendCommand", {
        commandIdn: "send_request",
        integrationIdn: "http",
        connectorIdn,
        ...command,
      }),
    setTimer: ({ name: timerName, ...timer }: TimerCommand) =>
      void host.call("SendCommand", {
        commandIdn: "set_timer",
        integrationIdn: timerIntegration,
        connectorIdn: timerConnector,
        timerName,
        ...timer,
      }),
  };
  return ctx;
}

/** A frame that only marks a Node continuation: the promise itself holds the locals. */
export const nodeFrame: Frame = { at: "node", vars: {}, up: null };

/** What Python finds empty: an absent value, 0, and lists and objects without entries. */
function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.keys(value).length === 0 : !value;
}

/** GetActors lists actors, or their ids, of which the fields are asked for (docs/platform.md, "Form of an actor"). */
function readActors(host: ActionHost, value: unknown): readonly Actor[] {
  return (Array.isArray(value) ? value : []).map((actor: unknown) => {
    const field = (name: string): string =>
      String(
        (typeof actor === "object" && actor !== null
          ? (actor as Readonly<Record<string, unknown>>)[name]
          : host.call("GetActor", { id: String(actor), field: name })) ?? "",
      );
    return {
      integrationIdn: field("integrationIdn"),
      connectorIdn: field("connectorIdn"),
      externalId: field("externalId"),
    };
  });
}

/** GetConnectorInfo gives an object, or something empty when there is no such connector. */
function readStatus(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return null;
  }
  const status: unknown = (value as { status?: unknown }).status;
  return Object.keys(value).length === 0 ? null : typeof status === "string" ? status : "";
}

/** Gen gives an object when a schema is set, or its text; either goes through the same parser. */
function readGenerated(value: unknown): JsonValue {
  return asObject(parseJson(typeof value === "string" ? value : JSON.stringify(value ?? null)).value);
}

function readCommandTarget(host: ActionHost): string {
  const act = host.call("GetTriggeredAct", {});
  const id: unknown =
    typeof act === "object" && act !== null ? (act as { commandActId?: unknown }).commandActId : undefined;
  if (typeof id !== "string" || id === "") {
    return "";
  }
  const command = host.call("GetAct", { id, fields: ["targetAction"] });
  if (typeof command === "string") {
    return command;
  }
  const target: unknown =
    typeof command === "object" && command !== null
      ? (command as { targetAction?: unknown }).targetAction
      : undefined;
  return typeof target === "string" ? target : "";
}

function readArguments(host: ActionHost): JsonObject {
  const act = host.call("GetTriggeredAct", {}) as { readonly arguments?: JsonValue } | null;
  return asObject(act?.arguments) ?? {};
}
