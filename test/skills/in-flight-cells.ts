/** What the matrix of writes in flight is made of: the write, what the caller does meanwhile, and its answer's fate. */
import type {
  Conversation,
  HeldResults,
  RequestToHold,
  SandboxEvent,
  TurnResult,
} from "../../scripts/sandbox/platform/index.ts";
import type { Stage } from "../../scripts/sandbox/conversations/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { book, say, wish } from "./fault-cells.ts";

/** What a caller asks for, agreed to and all. */
type Act = (conversation: Conversation) => Promise<TurnResult>;

const bookAnother = say("altegio_book_appointment_tool", { ...wish, time: "10:30" });

/** Moves it to a time of Thursday. */
export const move = (time: string): Act =>
  say("altegio_reschedule_appointment_tool", { date: "2026-10-22", time, confirmed: true });

/** Cancels it. */
export const cancel = say("altegio_cancel_appointment_tool", { confirmed: true });

/** A write whose answer is disturbed. */
export interface First {
  readonly name: "book" | "move" | "cancel";
  /** Done before, undisturbed. */
  readonly before: Act | null;
  readonly act: Act;
}

/** The writes. */
export const firsts: readonly First[] = [
  { name: "book", before: null, act: book },
  { name: "move", before: book, act: move("14:00") },
  { name: "cancel", before: book, act: cancel },
];

/** What the caller asks for while the answer is awaited. */
export const meanwhiles: readonly (readonly [name: string, act: (first: First) => Act])[] = [
  ["book the same", () => book],
  ["book another time", () => bookAnother],
  ["move", () => move("16:00")],
  ["cancel", () => cancel],
  ["ask again", (first) => first.act],
];

/** What a delivery works with. */
interface Scenery {
  readonly stage: Stage<SalonService>;
  readonly held: HeldResults;
  readonly caller: Conversation;
  readonly other: Conversation;
  /** The module as it is, and with the skills changed that wait for writes. */
  readonly trees: readonly [now: ArtifactTree, changed: ArtifactTree];
}

/** A write of an appointment, not a check. */
export function isWrite({ method, url }: RequestToHold): boolean {
  return method !== "GET" && /[/](?:book_record|record|user[/]records)[/]/u.test(url);
}

const deliver = (
  { stage }: Scenery,
  event: SandboxEvent | undefined,
  change: Partial<SandboxEvent> = {},
): void => {
  if (event !== undefined) {
    stage.sandbox.deliver({ ...event, ...change });
  }
};

/** What becomes of the answer. `holdsAll`: those of what the caller does meanwhile are held too. */
export interface Fate {
  readonly name: string;
  readonly holdsAll?: boolean;
  readonly deliver: (scenery: Scenery) => Promise<void>;
}

/** The fates. Each ends with the caller's conversation settled. */
export const fates: readonly Fate[] = [
  {
    name: "late",
    deliver: async ({ held, stage }) => {
      held.release();
      await stage.sandbox.settle();
    },
  },
  {
    name: "lost",
    deliver: async (scenery) => {
      const [event] = scenery.held.events;
      deliver(scenery, event, { idn: "result_error", arguments: { output: "connection reset" } });
      await scenery.stage.sandbox.settle();
    },
  },
  {
    name: "never",
    deliver: async ({ stage }) => {
      // Each look that follows is watched too.
      for (let minute = 0; minute < 3; minute += 1) {
        stage.pass(1.1);
        await stage.sandbox.settle();
      }
    },
  },
  {
    name: "twice",
    deliver: async (scenery) => {
      deliver(scenery, scenery.held.events[0]);
      scenery.held.release();
      await scenery.stage.sandbox.settle();
    },
  },
  {
    name: "out of order",
    holdsAll: true,
    deliver: async (scenery) => {
      for (const event of [...scenery.held.events].reverse()) {
        deliver(scenery, event);
        await scenery.stage.sandbox.settle();
      }
    },
  },
  {
    name: "after an update",
    deliver: async ({ stage, held, trees: [now, changed] }) => {
      await stage.sandbox.forceUpdate(changed);
      held.release();
      await stage.sandbox.settle();
      await stage.sandbox.forceUpdate(now);
    },
  },
  {
    name: "given up, and come after all",
    deliver: async ({ stage, held }) => {
      for (let minute = 0; minute < 3; minute += 1) {
        stage.pass(1.1);
        await stage.sandbox.settle();
      }
      held.release();
      await stage.sandbox.settle();
    },
  },
  {
    name: "in another conversation first",
    deliver: async (scenery) => {
      const { held, stage, other } = scenery;
      deliver(scenery, held.events[0], { personaId: other.personaId, actorId: other.actorId });
      await stage.sandbox.settle();
      held.release();
      await stage.sandbox.settle();
    },
  },
];
