/**
 * The types a skill handler is written against: JSON, events, HTTP and the context that offers the
 * platform's actions.
 *
 * One handler runs in two runtimes. In Node every method below is called as it stands; in NSL the
 * compiler turns each one into the platform action named in its comment. Platform facts are taken from
 * the vendor's pages on actions, events and connectors (docs/platform.md, "Events", "Requests" and "NSL").
 */

/** Any JSON value. What comes from outside is typed so, and read with the helpers of `json.ts`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. A property that is absent reads as `undefined`; use `property()` to read it safely. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The event that started a skill. `arguments` holds text on the platform, but nested values are seen too. */
export interface SkillEvent {
  readonly idn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly arguments: JsonObject;
}

/** An HTTP request a handler may `await ctx.send(...)`. `url` is absolute and already percent-encoded. */
export interface HttpRequest<Authorization extends string = string> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  /** JSON text, or "" for no body. */
  readonly body: string;
  /**
   * Which credentials it carries, by a name of the module's own; "none" for none. They are added when it is sent
   * (`sendRequest` of `module/runtime.ts`) and never reach a handler.
   */
  readonly authorization: Authorization;
  /**
   * What the request changes, as a short text without `|`; left out for one that only reads. It comes back with an
   * answer whose skill no longer waits (`lostFrame` of `module/runtime.ts`).
   */
  readonly mark?: string;
}

/** The answer to a request. `status` is 0 when no HTTP answer arrived (unreachable, time-out). */
export interface HttpResult {
  readonly status: number;
  /** The body as text, "" when there was none. Nothing is promised about its form. */
  readonly body: string;
}

/** One way a persona is reachable. `externalId` is a phone number only on phone and SMS channels. */
export interface Actor {
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly externalId: string;
}

/** What `setCustomerMetadataAttribute(..., "multiple_fields", ...)` takes. */
export interface AttributeMetadata {
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly value_type: "string" | "number" | "bool" | "enum" | "json";
  readonly possible_values: readonly string[];
  readonly is_hidden: boolean;
}

/**
 * The platform as a handler sees it.
 *
 * A method that reads text gives "" when the platform holds nothing. No method throws.
 */
export interface SkillContext {
  /** Persona this operation works for: the caller, or the setup persona at publish. */
  readonly personaId: string;
  /**
   * The id that the log's lines of this operation's steps have in common; "" before its first answer. Only a handler and
   * async functions know it.
   */
  readonly operation: string;

  /** GetCustomerAttribute. */
  getCustomerAttribute(field: string): string;
  /** SetCustomerAttribute. */
  setCustomerAttribute(field: string, value: string): void;
  /** SetCustomerMetadataAttribute with `field="multiple_fields"`. */
  setCustomerMetadata(idn: string, metadata: AttributeMetadata): void;
  /** GetProjectAttribute. */
  getProjectAttribute(field: string): string;
  /** SetProjectAttribute. */
  setProjectAttribute(field: string, value: string): void;
  /** GetPersonaAttribute of the current persona. */
  getPersonaAttribute(field: string): string;
  /** SetPersonaAttribute of the current persona. */
  setPersonaAttribute(field: string, value: string): void;
  /** GetUser with one field (`name`, `phone`, `email`, `id`); "" when the conversation has no user. */
  getUser(field: string): string;
  /** GetActor with `field="id"`: the channel the event came through; "" where it came through none, as an answer does. */
  getActorId(): string;
  /** GetActors of the current persona on one integration (`newo_voice`, ...), on all for ""; GetActor for ids. */
  getActors(integrationIdn: string): readonly Actor[];

  /** GetConnectorInfo; null when the connector does not exist, "" when the platform does not tell its status. */
  getConnectorStatus(integrationIdn: string, connectorIdn: string): string | null;
  /** CreateConnector with empty settings, started. */
  createConnector(integrationIdn: string, connectorIdn: string, title: string): void;
  /** SetConnectorInfo. */
  setConnectorInfo(integrationIdn: string, connectorIdn: string, field: string, value: string): void;

  /** GetMemory: the last `count` messages of the conversation as text. */
  getMemory(count: number): string;
  /** GetDateTime: now as ISO 8601 with offset in an IANA zone; an unknown one or "" means the account's own. */
  getDateTime(timezone: string): string;
  /** Gen: lets the language model fill a JSON schema from an instruction; null when it gave nothing usable. */
  generate(instruction: string, schema: JsonObject): JsonValue;

  /** SendSystemEvent on connector `system`; the arguments must be an object literal of texts. */
  sendSystemEvent(eventIdn: string, args: { readonly [name: string]: string }): void;
  /** SendSystemEvent with `actorIds`: through one channel of its persona. */
  sendSystemEventTo(actorId: string, eventIdn: string, args: { readonly [name: string]: string }): void;
  /** Sends an HTTP request and waits for its answer. The only suspension point of a skill. */
  send(request: HttpRequest): Promise<HttpResult>;
  /** Sleep, not interruptible: the skill goes on after so many seconds, `"1"`. */
  sleep(duration: string): void;
  /** uuid.uuid4() as text. */
  newId(): string;
  /** DUMMY: one line in the platform's log. Never give it a token, a phone number or a raw body. */
  log(message: string): void;
}

/** The extra actions that only the runtime functions (frames, credentials) use. */
export interface RuntimeContext extends SkillContext {
  /** CreatePersona; gives the new persona's id. */
  createPersona(name: string): string;
  /** GetPersonaAttribute of any persona. */
  getPersonaAttributeOf(personaId: string, field: string): string;
  /** SetPersonaAttribute of any persona. */
  setPersonaAttributeOf(personaId: string, field: string, value: string): void;
  /** DeletePersonaAttribute of any persona. */
  deletePersonaAttributeOf(personaId: string, field: string): void;
  /** GetAct(id of the command that caused this event, fields=["targetAction"]); "" when there is none. */
  getCommandTarget(): string;
  /** GetTriggeredAct: what came with the event that runs the skill; `{}` when nothing did. */
  getEventArguments(): JsonObject;
  /** SendCommand `send_request` on an http connector; `headers` and `body` are JSON text. */
  sendRequest(connectorIdn: string, command: RequestCommand): void;
  /** SendCommand `set_timer`: fires an event once. A timer of the same name and persona is replaced. */
  setTimer(timer: TimerCommand): void;
}

/** The arguments of `set_timer` (docs/platform.md, "Timers"). All text; given as an object literal. */
export interface TimerCommand {
  readonly name: string;
  /** Whose timer it is, and the user of the event. */
  readonly personaId: string;
  /** The event it fires, on `timerIntegration`/`timerConnector` of `contract.ts`. Nothing comes with it. */
  readonly eventIdn: string;
  /** Seconds from now, a whole number: `"90"` (docs/platform.md, "Timers"). */
  readonly interval: string;
}

/** The arguments of `send_request` (docs/platform.md, "HTTP requests"). All text. */
export interface RequestCommand {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
  readonly targetAction: string;
  readonly userPersonaId: string;
}

/** A suspended skill: where to go on and the locals it needs there. `up` is the caller's frame. */
export interface Frame {
  readonly at: string;
  readonly vars: JsonObject;
  readonly up: Frame | null;
}
