/**
 * A small core: what the vendor's own project does with a booking, as far as a module meets it. It judges the agent's
 * promises, fires the tools, and has a handler behind each tool of its own that does the thing itself or hands it to a
 * module (docs/platform.md, "Core's own tools").
 */
import { coreBookingSettings, coreEvents, coreTools, urgentMessageEvent } from "../../../sdk/contract.ts";
import type { Account } from "../account.ts";
import type { Subscription } from "../artifact-project.ts";
import type { Brain } from "../brain.ts";
import type { SandboxEvent } from "../event-bus.ts";
import { agentTools } from "./agent-tools.ts";
import { firingTools, type Judgement, toolsPrompt } from "./judge-tools.ts";

/** What core works with. */
interface CoreEnvironment {
  readonly account: Account;
  readonly brain: Brain;
  readonly sendEvent: (event: SandboxEvent) => void;
}

/** The part of an account that is core's. */
export interface SmallCore {
  readonly subscriptions: readonly Subscription[];
  /** The tools the agent has promised in the latest message of the conversation. */
  promisedTools(personaId: string): Promise<readonly string[]>;
  /** Handles an event for one of the subscriptions. */
  run(event: SandboxEvent): Promise<void>;
}

/** The flow that stands for all of core's. */
export const coreFlow = "Core";

/** One of core's tools: what it does itself, or which event it sends to a module instead. */
interface CoreStep {
  /** Sent to modules; "" when the tool is always core's own. */
  readonly toModule: string;
  /** The attribute that says who does it: `default` is core itself. */
  readonly path: string;
  /** The attribute with the schema of what a module is sent. */
  readonly schema: string;
  /** What core says that does it itself, without asking anybody. */
  readonly own: string;
}

const steps: Readonly<Record<string, CoreStep>> = {
  [coreTools.check]: {
    toModule: coreEvents.availability,
    path: coreBookingSettings.check.type,
    schema: coreBookingSettings.check.schema,
    own: "Core: offer the working hours as free times.",
  },
  [coreTools.book]: {
    toModule: coreEvents.booking,
    path: coreBookingSettings.book.type,
    schema: coreBookingSettings.book.schema,
    own: "Core: the booking request has been submitted.",
  },
  [coreTools.cancel]: {
    toModule: coreEvents.cancellation,
    path: coreBookingSettings.cancel.type,
    schema: "",
    own: "Core: the reservation has been cancelled.",
  },
  [coreTools.find]: {
    toModule: "",
    path: "",
    schema: "",
    own: "Core: there are no bookings.",
  },
};

/** Makes the core of an account. */
export function createSmallCore({ account, brain, sendEvent }: CoreEnvironment): SmallCore {
  const answer = (event: SandboxEvent, idn: string, args: Readonly<Record<string, unknown>>): void => {
    sendEvent({ ...event, idn, arguments: args, commandActId: "" });
  };
  const speak = (event: SandboxEvent, text: string): void => {
    answer(event, urgentMessageEvent, { baseInstruction: text, uninterruptible: "True" });
  };
  const ask = (prompt: string, schema: Readonly<Record<string, unknown>>, personaId: string): unknown =>
    brain.generate({ prompt, schema, validate: true, personaId });

  return {
    subscriptions: [...Object.keys(steps), coreEvents.freeTimes, coreEvents.result].map((eventIdn) => ({
      ...{ eventIdn, integrationIdn: "system", connectorIdn: "system" },
      ...{ flow: coreFlow, skill: eventIdn },
    })),
    async promisedTools(personaId) {
      const tools = agentTools(account);
      const memory = account.memory.get(personaId) ?? [];
      if (tools.length === 0 || memory.at(-1)?.from !== "agent") {
        return [];
      }
      const { system, user, schema } = toolsPrompt(tools, memory);
      return firingTools(tools, (await ask(`${system}\n\n${user}`, schema, personaId)) as Judgement);
    },
    async run(event) {
      const step = steps[event.idn];
      if (step === undefined) {
        speak(event, String(event.arguments["output"] ?? ""));
        return;
      }
      const path = account.customer.value(step.path).trim();
      if (step.toModule === "" || path === "" || path === "default") {
        speak(event, step.own);
        return;
      }
      const schema = schemaOf(account.customer.value(step.schema));
      const details = await ask("Gather the details of the booking.", schema, event.personaId);
      answer(event, step.toModule, { payload: JSON.stringify(details) });
    },
  };
}

/** The schema an account has configured; one that asks for nothing where there is none. */
function schemaOf(text: string): Readonly<Record<string, unknown>> {
  return text.trim() === ""
    ? { type: "object", properties: {} }
    : (JSON.parse(text) as Record<string, unknown>);
}
