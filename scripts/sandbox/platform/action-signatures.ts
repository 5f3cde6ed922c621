/**
 * The platform's actions as a skill may call them: by keyword, with exactly these names
 * (docs/platform.md, "Actions"). The worker refuses everything else, so does the Node side.
 */

/**
 * What an argument may hold. `id` is text or a UUID object; `schema` is an object or its JSON text; `any` is
 * any JSON value. Everything else on the platform is text (docs/platform.md, "Actions").
 */
type ArgumentKind = "text" | "id" | "list" | "object" | "schema" | "any";

/** One action. */
export interface ActionSignature {
  readonly arguments: Readonly<Record<string, ArgumentKind>>;
  readonly required: readonly string[];
  /** Takes further keyword arguments of any name, all text (the payload of an event or a command). */
  readonly free: boolean;
  /** What the skill has printed so far is sent along as `prompt`. */
  readonly prompt: boolean;
}

/** Kinds of arguments that are not text, by name; they mean the same in every action. */
const kinds: Readonly<Record<string, ArgumentKind>> = {
  id: "id",
  personaId: "id",
  actorIds: "list",
  settings: "object",
  eventIdns: "list",
  allowedIps: "list",
  commandIdns: "list",
  jsonSchema: "schema",
  searchFields: "list",
  labels: "list",
  filterByActorIds: "list",
  filterByPersonaIds: "list",
  fields: "list",
  facts: "list",
  ids: "list",
};

function action(names: string, required = "", more: Partial<ActionSignature> = {}): ActionSignature {
  const words = (list: string): string[] => list.split(" ").filter((word) => word !== "");
  return {
    arguments: Object.fromEntries(words(names).map((name) => [name, kinds[name] ?? "text"])),
    required: words(required),
    free: false,
    prompt: false,
    ...more,
  };
}

const metadata: ActionSignature = {
  ...action("", "idn field value"),
  arguments: { idn: "text", field: "text", value: "any" },
};
const generate = "temperature topP thinkingBudget maxTokens skipFilter jsonSchema validateSchema";

/** Every action a skill may call, by name. */
export const actionSignatures: Readonly<Record<string, ActionSignature>> = {
  GetCustomerAttribute: action("field", "field"),
  SetCustomerAttribute: action("field value", "field value"),
  DeleteCustomerAttribute: action("field", "field"),
  SetCustomerMetadataAttribute: metadata,
  GetCustomerMetadataAttribute: action("idn field", "idn"),
  GetProjectAttribute: action("field", "field"),
  SetProjectAttribute: action("field value", "field value"),
  SetProjectMetadataAttribute: metadata,
  GetPersonaAttribute: action("id field", "id field"),
  SetPersonaAttribute: action("id field value", "id field value"),
  DeletePersonaAttribute: action("id field", "id field"),
  GetState: action("name", "name"),
  SetState: action("name value", "name value"),
  GetUser: action("field"),
  UpdateUser: action("field value", "value"),
  GetAgentPersona: action("field"),
  GetActors: action("integrationIdn personaId connectorIdn externalId"),
  GetActor: action("id field"),
  CreateActor: action(
    "integrationIdn connectorIdn externalId personaId timeZone",
    "integrationIdn connectorIdn externalId personaId",
  ),
  CreatePersona: action("name", "name"),
  GetTriggeredAct: action("fields"),
  GetAct: action("id fields", "id"),
  SendSystemEvent: action("eventIdn connectorIdn actorIds global", "eventIdn", { free: true }),
  SendCommand: action(
    "commandIdn integrationIdn connectorIdn personaId",
    "commandIdn integrationIdn connectorIdn",
    { free: true },
  ),
  CreateConnector: action(
    "integrationIdn title connectorIdn settings start",
    "integrationIdn connectorIdn title settings",
  ),
  DeleteConnector: action("integrationIdn connectorIdn", "integrationIdn connectorIdn"),
  GetConnectorInfo: action("integrationIdn connectorIdn", "integrationIdn connectorIdn"),
  SetConnectorInfo: action(
    "integrationIdn connectorIdn field value",
    "integrationIdn connectorIdn field value",
  ),
  CreateWebhook: action(
    "idn connectorIdn webhookType description eventIdns allowedIps commandIdns url",
    "idn connectorIdn webhookType",
  ),
  GetWebhook: action("webhookIdn webhookType", "webhookIdn webhookType"),
  DeleteWebhook: action("webhookId webhookType", "webhookId webhookType"),
  GetDateTime: action("format timezone weekday"),
  Gen: action(generate, "", { prompt: true }),
  GenStream: action(`${generate} interruptMode interruptWindow sendTo actorIds`, "", { prompt: true }),
  SearchFuzzyAkb: action(
    "query searchFields numberTopics filterByPersonaIds scoreThreshold labels fields fromPerson",
    "query",
  ),
  SetManualAkb: action("personaId name summary facts labels source confidence", "personaId"),
  UpdateAkb: action("id name summary facts labels source confidence", "id"),
  DeleteAkb: action("ids", "ids"),
  GetMemory: action("count maxLen filterByActorIds fromDate toDate"),
  SendMessage: action("message actorIds", "message"),
  CreateMessageAct: action("text from userActorId userPersonaId", "text"),
  Do: action("actionName", "actionName", { free: true }),
  IsSimilar: action("val1 val2 strategy threshold", "val1 val2"),
  Sleep: action("duration interruptible", "duration"),
  GetAgent: action("idn field"),
  GetCustomer: action(""),
  GetCustomerInfo: action(""),
  GetSessionInfo: action(""),
  GetCurrentPrompt: action(""),
  DUMMY: action("", "", { free: true }),
};

/**
 * Checks a call's keyword arguments, for callers that do not come through the worker.
 *
 * @returns what is wrong, or null
 */
export function checkArguments(name: string, kwargs: Readonly<Record<string, unknown>>): string | null {
  const signature = actionSignatures[name];
  if (signature === undefined) {
    return "is not an action of the platform";
  }
  for (const [key, value] of Object.entries(kwargs)) {
    const isText = signature.free || (signature.prompt && key === "prompt");
    const kind = Object.hasOwn(signature.arguments, key)
      ? signature.arguments[key]
      : isText
        ? "text"
        : undefined;
    if (kind === undefined) {
      return `unknown argument ${key}`;
    }
    if (!fits(value, kind)) {
      return `argument ${key} must be ${kind}`;
    }
  }
  const missing = signature.required.find((key) => !Object.hasOwn(kwargs, key));
  return missing === undefined ? null : `argument ${missing} is missing`;
}

function fits(value: unknown, kind: ArgumentKind): boolean {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  switch (kind) {
    case "text":
    case "id":
      return typeof value === "string";
    case "list":
      return Array.isArray(value);
    case "object":
      return isObject;
    case "schema":
      return isObject || typeof value === "string";
    case "any":
      return value !== undefined && value !== null;
  }
}
