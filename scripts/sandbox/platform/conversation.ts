/** One caller: says something, makes the agent promise a tool, hears what the module answers. */
import { urgentMessageEvent } from "../../sdk/contract.ts";
import type { MemoryMessage, UserField } from "./account.ts";
import type { Brain, Facts, ScriptedBrain } from "./brain.ts";
import type { Sandbox } from "./sandbox.ts";
import { isRegisteredTool } from "./registered-tools.ts";
import type { ErrorEntry, EventEntry, HttpEntry } from "./trace.ts";

/** Who calls, and on which channel. */
export interface ConversationOptions {
  /** `newo_voice/newo_voice_connector` (default), `newo_chat/newo_chat`, `twilio_messenger/sms_connector`, ... */
  readonly channel?: `${string}/${string}`;
  /** The persona whose second channel this is; a new one when left out. */
  readonly personaId?: string;
  /** A phone number on phone channels, an opaque id elsewhere. */
  readonly externalId?: string;
  /** Fields of `GetUser` that are known. */
  readonly user?: Readonly<Partial<Record<UserField, string>>>;
  /**
   * true (default): an instruction counts as spoken word for word. false: whoever plays the agent passes it on in words
   * of their own, and has them remembered.
   */
  readonly speaksInstructions?: boolean;
}

/** One exchange of a conversation. */
interface Turn {
  /** "" where the agent goes on by itself. */
  readonly user: string;
  readonly agent?: string;
  /**
   * The tool the agent promised, "" for none; it fires only when it is registered. Left out: core, where the sandbox has
   * one, judges what was promised.
   */
  readonly tool?: string;
  /** What a perfect model would extract from the conversation in this turn. */
  readonly facts?: Facts;
  /** For this turn instead of what the conversation has. */
  readonly speaksInstructions?: boolean;
}

/** What a turn led to, as far as it concerns this conversation. */
export interface TurnResult {
  /** The instructions the agent was given to speak, in order. */
  readonly answers: readonly string[];
  readonly toolFired: boolean;
  /** Idns of the events that were fired, in order. */
  readonly fired: readonly string[];
  /** Why the tool did not fire; "" when it did or none was promised. */
  readonly problem: string;
  readonly events: readonly EventEntry[];
  readonly requests: readonly HttpEntry[];
  readonly errors: readonly ErrorEntry[];
}

/** A conversation with one caller. */
export interface Conversation {
  readonly personaId: string;
  readonly actorId: string;
  /** Everything that was said. */
  readonly memory: readonly MemoryMessage[];
  /** Adds a turn, fires its tool and settles. */
  say(turn: Turn): Promise<TurnResult>;
  /** Fires any system event for this caller (`session_started`, `book_slot`, ...) and settles. */
  fire(eventIdn: string, args?: Readonly<Record<string, unknown>>): Promise<TurnResult>;
  /**
   * Settles without a turn of the caller's: what concerned this conversation since its last turn ended, for
   * instance because of results that were held back, or of timers.
   */
  settle(): Promise<TurnResult>;
}

/** A turn that led to nothing. */
const nothing: TurnResult = {
  ...{ answers: [], toolFired: false, fired: [], problem: "", events: [], requests: [], errors: [] },
};

/** Starts a conversation: an actor, of a new persona unless one is named. */
export function createConversation(
  sandbox: Sandbox,
  brain: Brain,
  newId: () => string,
  options: ConversationOptions,
): Conversation {
  const { account } = sandbox;
  const {
    channel = "newo_voice/newo_voice_connector",
    externalId = "+37120000001",
    user = {},
    speaksInstructions = true,
  } = options;
  const [integrationIdn = "", connectorIdn = ""] = channel.split("/");
  // An actor's name defaults to its phone number (docs/platform.md, "Phone numbers").
  const persona =
    options.personaId === undefined
      ? account.createPersona(newId(), user.name ?? externalId)
      : account.persona(options.personaId);
  for (const [field, value] of Object.entries(user)) {
    persona.fields.set(field as UserField, value);
  }
  const actorId = newId();
  const personaId = persona.id;
  account.createActor({ id: actorId, personaId, integrationIdn, connectorIdn, externalId, timeZone: "" });

  const now = () => ({ trace: sandbox.trace.entries.length, events: sandbox.events.length });
  let ended = now();

  /** Settles, and tells what has happened since. */
  const settleSince = async (
    from: typeof ended,
    fired: readonly string[],
    speaks = speaksInstructions,
  ): Promise<TurnResult> => {
    await sandbox.settle();
    ended = now();
    const own = (entry: { readonly personaId: string }): boolean => entry.personaId === personaId;
    const answers = sandbox.events
      .slice(from.events)
      .filter((event) => event.idn === urgentMessageEvent && event.actorId === actorId)
      .map((event) => String(event.arguments["baseInstruction"] ?? ""));
    for (const text of speaks ? answers : []) {
      account.remember(personaId, { from: "agent", text });
    }
    return {
      answers,
      fired,
      toolFired: fired.length > 0,
      problem: "",
      events: sandbox.trace.of("event", from.trace).filter(own),
      requests: sandbox.trace.of("http", from.trace).filter(own),
      errors: sandbox.trace.of("error", from.trace).filter(own),
    };
  };

  const fireAll = (
    eventIdns: readonly string[],
    args: Readonly<Record<string, unknown>>,
    speaks?: boolean,
  ): Promise<TurnResult> => {
    const from = now();
    account.spokeLast.set(personaId, actorId);
    const system = { integrationIdn: "system", connectorIdn: "system" };
    for (const idn of eventIdns) {
      sandbox.deliver({ idn, ...system, arguments: args, personaId, actorId });
    }
    return settleSince(from, eventIdns, speaks);
  };

  /** The tool that is named, when it is registered; else those that core finds promised. */
  const toolsOfTurn = async (tool: string | undefined): Promise<readonly string[]> => {
    if (tool === undefined) {
      return sandbox.promisedTools(personaId);
    }
    return isRegisteredTool(account, tool) ? [tool] : [];
  };

  return {
    personaId,
    actorId,
    get memory() {
      return account.memory.get(personaId) ?? [];
    },
    fire: (eventIdn, args = {}) => fireAll([eventIdn], args),
    settle: () => settleSince(ended, []),
    async say({ user: said, agent = "", tool, facts = {}, speaksInstructions: speaks }) {
      account.spokeLast.set(personaId, actorId);
      if (said !== "") {
        account.remember(personaId, { from: "user", text: said });
      }
      if (agent !== "") {
        account.remember(personaId, { from: "agent", text: agent });
      }
      if (isScripted(brain)) {
        brain.tell(personaId, facts);
      }
      const tools = await toolsOfTurn(tool);
      if (tools.length === 0) {
        const isMissing = tool !== undefined && tool !== "";
        return { ...nothing, problem: isMissing ? `tool not registered: ${tool}` : "" };
      }
      return fireAll(tools, {}, speaks);
    },
  };
}

function isScripted(brain: Brain): brain is ScriptedBrain {
  return "tell" in brain;
}
