/** An in-memory platform for unit tests: keeps attributes, answers actions, and logs every call. */
import { requestHeaders } from "../../module/authorization.ts";
import { createNodeContext } from "../../scripts/sdk/node-context.ts";
import type { ActionHost } from "../../scripts/sdk/node-context.ts";
import { extendSessionEvent, userDataEvent, waitingModeEvent } from "#sdk";
import type { HttpRequest, JsonObject, JsonValue, RuntimeContext } from "#sdk";

/** One logged call. */
export interface LoggedAction {
  readonly action: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
}

/** What a test sets up before a handler runs. */
export interface HostOptions {
  readonly customer?: Readonly<Record<string, string>>;
  readonly project?: Readonly<Record<string, string>>;
  readonly persona?: Readonly<Record<string, string>>;
  readonly user?: Readonly<Record<string, string>>;
  /** Actors of each integration. */
  readonly actors?: Readonly<Record<string, readonly string[]>>;
  readonly connectorStatus?: string;
  readonly now?: string;
  /** What the language model fills in. */
  readonly generated?: JsonObject | null;
}

/** The platform, with what it holds open to assertions. */
export class MemoryHost implements ActionHost {
  readonly customer: Map<string, string>;
  readonly project: Map<string, string>;
  readonly persona: Map<string, string>;
  readonly metadata = new Map<string, JsonObject>();
  readonly log: LoggedAction[] = [];
  generated: JsonValue;
  connectorStatus: string | undefined;
  readonly #options: HostOptions;

  constructor(options: HostOptions = {}) {
    this.customer = new Map(Object.entries(options.customer ?? {}));
    this.project = new Map(Object.entries(options.project ?? {}));
    this.persona = new Map(Object.entries(options.persona ?? {}));
    this.generated = options.generated ?? null;
    this.connectorStatus = options.connectorStatus;
    this.#options = options;
  }

  call(action: string, kwargs: Readonly<Record<string, unknown>>): unknown {
    this.log.push({ action, kwargs });
    const field = String(kwargs["field"] ?? "");
    const value = String(kwargs["value"] ?? "");
    switch (action) {
      case "GetCustomerAttribute":
        return this.customer.get(field) ?? "";
      case "SetCustomerAttribute":
        return void this.customer.set(field, value);
      case "SetCustomerMetadataAttribute":
        return void this.metadata.set(String(kwargs["idn"]), kwargs["value"] as JsonObject);
      case "GetProjectAttribute":
        return this.project.get(field) ?? "";
      case "GetPersonaAttribute":
        return this.persona.get(field) ?? "";
      case "SetPersonaAttribute":
        return void this.persona.set(field, value);
      case "GetUser":
        return this.#options.user?.[field] ?? "";
      case "GetActors": {
        const asked = kwargs["integrationIdn"];
        return Object.entries(this.#options.actors ?? {})
          .filter(([integrationIdn]) => asked === undefined || asked === integrationIdn)
          .flatMap(([integrationIdn, ids]) =>
            ids.map((externalId) => ({ integrationIdn, connectorIdn: "connector", externalId })),
          );
      }
      case "GetConnectorInfo":
        return this.connectorStatus === undefined ? "" : { status: this.connectorStatus };
      case "CreateConnector":
        this.connectorStatus = "running";
        return {};
      case "SetConnectorInfo":
        this.connectorStatus = value;
        return undefined;
      case "GetMemory":
        return "User: I would like an appointment.";
      case "GetDateTime":
        return this.#options.now ?? "2026-09-18T15:04:05-05:00";
      case "Gen":
        return this.generated ?? "";
      default:
        return undefined;
    }
  }

  /** The arguments of all calls of an action. */
  calls(action: string): readonly Readonly<Record<string, unknown>>[] {
    return this.log.filter((entry) => entry.action === action).map((entry) => entry.kwargs);
  }

  /** The system events of a name, or all. */
  events(eventIdn?: string): readonly Readonly<Record<string, unknown>>[] {
    return this.calls("SendSystemEvent").filter(
      (event) => eventIdn === undefined || event["eventIdn"] === eventIdn,
    );
  }

  /** What was answered: the system events that are more than a note to the agent or a plea for patience. */
  answers(): readonly Readonly<Record<string, unknown>>[] {
    const others: readonly unknown[] = [userDataEvent, extendSessionEvent, waitingModeEvent];
    return this.events().filter((event) => !others.includes(event["eventIdn"]));
  }

  /** The one answer given to the agent; fails when there is none or more than one. */
  answer(): string {
    const events = this.answers();
    if (events.length !== 1 || events[0]?.["eventIdn"] !== "urgent_message") {
      throw new Error(`expected one urgent_message, got ${JSON.stringify(events)}`);
    }
    return String(events[0]["baseInstruction"]);
  }

  /** Everything logged as one text, for searching: requests without their headers. */
  searchable(): string {
    return JSON.stringify(this.log.map(({ action, kwargs }) => ({ action, ...kwargs, headers: undefined })));
  }

  /** A context whose requests go out through the global `fetch`. */
  context(): RuntimeContext {
    return createNodeContext(
      this,
      () => "persona-1",
      (ctx, request) => this.#send(ctx, request),
    );
  }

  async #send(ctx: RuntimeContext, request: HttpRequest): Promise<{ status: number; body: string }> {
    // Reading a token is no part of what the handler did.
    const length = this.log.length;
    const headers = requestHeaders(ctx, request.authorization);
    this.log.splice(length);
    const { method, url, body } = request;
    this.log.push({ action: "SendCommand", kwargs: { method, url, body, headers } });
    try {
      const answer = await fetch(url, { method, headers, ...(body === "" ? {} : { body }) });
      return { status: answer.status, body: await answer.text() };
    } catch {
      return { status: 0, body: "" };
    }
  }
}
