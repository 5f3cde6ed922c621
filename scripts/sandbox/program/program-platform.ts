/** The platform a program runs on: an account in memory, answers from a script, one event after another. */
import { programNames } from "../../sdk/bare-runtime.ts";
import { Account, type UserField } from "../platform/account.ts";
import type { OutgoingRequest } from "../platform/actions/action.ts";
import { createDispatcher, type Dispatch } from "../platform/dispatcher.ts";
import type { SandboxEvent } from "../platform/event-bus.ts";
import type { SkillExecutor } from "../platform/executor.ts";
import type { HttpOutcome } from "../platform/http.ts";
import { defaultPlatformShape } from "../platform/platform-shape.ts";
import { defaultResultShape, shapeResult } from "../platform/result-shape.ts";
import { Secrets } from "../../secrets/index.ts";
import { sequentialIds } from "../platform/sequential-ids.ts";
import { Trace } from "../platform/trace.ts";
import type { ProgramInput } from "./program-input.ts";

/** The flow and the skills a program consists of. */
export interface ProgramSkills {
  readonly flow: string;
  readonly entrySkill: string;
  /** Serves the results of requests; null when the program sends none. */
  readonly resultSkill: string | null;
}

const nothing: SandboxEvent = {
  ...{ idn: "", integrationIdn: "", connectorIdn: "", arguments: {} },
  ...{ personaId: "", actorId: "", commandActId: "" },
};

/** More results than any program waits for. */
const mostResults = 1000;

/** One run's platform. Make a new one for every run. */
export class ProgramPlatform {
  readonly account: Account;
  readonly trace: Trace;
  /** Executes and records an action. */
  readonly dispatch: Dispatch;
  /** Results that wait to be delivered; a test may reorder, repeat or drop them. */
  readonly results: SandboxEvent[] = [];
  /** The user of the conversation; "" when there is none. */
  readonly personaId: string;
  readonly #newId = sequentialIds();
  readonly #responses: ProgramInput["responses"] & object;
  #answered = 0;
  readonly #datetime: string;

  constructor(input: ProgramInput) {
    const secrets = new Secrets();
    const now = Date.parse(input.now ?? "2026-01-15T10:30:00Z");
    const generated = [...(input.generated ?? [])];
    this.#datetime = new Date(now).toISOString();
    this.trace = new Trace(secrets);
    this.account = new Account(secrets, new Set());
    this.#responses = input.responses ?? [];
    this.personaId = input.user === null ? "" : this.addUser(input.user ?? {}, input.persona ?? {});
    for (const scope of ["customer", "project"] as const) {
      Object.entries(input.attributes?.[scope] ?? {}).forEach(([idn, value]) => {
        this.account[scope].setValue(idn, value);
      });
    }
    this.#addConversation(input);
    this.dispatch = createDispatcher(
      {
        account: this.account,
        brain: { generate: () => generated.shift() },
        shape: defaultResultShape,
        platform: { ...defaultPlatformShape, ...input.platform },
        now: () => now,
        sleep: () => undefined,
        newId: this.#newId,
        sendEvent: () => undefined,
        sendRequest: (request) => {
          this.#answer(request);
        },
        log: () => undefined,
      },
      this.trace,
    );
  }

  /** Adds a person; gives the persona's id. */
  addUser(
    fields: Readonly<Record<string, string>>,
    attributes: Readonly<Record<string, string>> = {},
  ): string {
    const persona = this.account.createPersona(this.#newId(), "");
    Object.entries(fields).forEach(([field, value]) => persona.fields.set(field as UserField, value));
    Object.entries(attributes).forEach(([field, value]) => persona.attributes.set(field, value));
    return persona.id;
  }

  /** Runs the program and every result it waits for. */
  async run(executor: SkillExecutor, program: ProgramSkills, input: ProgramInput["input"]): Promise<void> {
    await this.start(executor, program, input);
    for (let count = 0; count < mostResults; count += 1) {
      const event = this.results.shift();
      if (event === undefined) {
        return;
      }
      await this.deliver(executor, program, event);
    }
  }

  /** Runs the program until it waits or ends. */
  async start(
    executor: SkillExecutor,
    program: ProgramSkills,
    input: ProgramInput["input"],
    personaId = this.personaId,
  ): Promise<void> {
    const event: SandboxEvent = {
      ...{ ...nothing, idn: "program", integrationIdn: "system", connectorIdn: "system", personaId },
      arguments: { input: JSON.stringify(input) },
    };
    await this.#execute(executor, program.flow, program.entrySkill, event);
  }

  /** Delivers one result. */
  async deliver(executor: SkillExecutor, program: ProgramSkills, event: SandboxEvent): Promise<void> {
    if (program.resultSkill !== null) {
      await this.#execute(executor, program.flow, program.resultSkill, event);
    }
  }

  async #execute(executor: SkillExecutor, flow: string, skill: string, event: SandboxEvent): Promise<void> {
    const error = await executor.execute(flow, skill, { event, datetime: this.#datetime, turn: null });
    if (error !== null) {
      const { type, message, line, skill: inner } = error;
      const { personaId } = event;
      this.trace.record({ kind: "error", flow, skill: inner ?? skill, line, type, message, personaId });
    }
  }

  #answer({ connectorIdn, personaId, actId }: OutgoingRequest): void {
    const response = this.#responses[this.#answered];
    this.#answered += 1;
    const outcome: HttpOutcome =
      response === undefined || response.status === 0
        ? { kind: "failure", reason: response?.body ?? "" }
        : { kind: "answer", ...response };
    for (const event of shapeResult(outcome, defaultResultShape)) {
      this.results.push({
        ...{ ...nothing, ...event, integrationIdn: "http", connectorIdn, personaId },
        commandActId: actId,
      });
    }
  }

  #addConversation(input: ProgramInput): void {
    input.actors?.forEach((actor) => {
      this.account.createActor({ ...actor, id: this.#newId(), personaId: this.personaId, timeZone: "" });
    });
    input.memory?.forEach((message) => {
      this.account.remember(this.personaId, message);
    });
    this.account.connectors.set(`http/${programNames.connectorIdn}`, {
      ...{ integrationIdn: "http", connectorIdn: programNames.connectorIdn, title: "HTTP" },
      ...{ status: "running", settings: new Map() },
    });
  }
}
