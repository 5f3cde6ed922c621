/** A conversation that is written down: what is said, what the agent promises, what has to come of it. */
import type { Setting } from "./service.ts";

/**
 * What an instruction must look like; the words of `newo test` scenarios
 * (docs/platform.md, "Scripts of `newo test`").
 */
export interface Expectation {
  readonly contains?: string | readonly string[];
  readonly not_contains?: string | readonly string[];
  readonly regex?: string;
}

/**
 * One exchange. Either a tool that the agent promised fires, or an event of the platform, or nothing. Its texts may
 * hold placeholders (`placeholders.ts`).
 */
export interface WrittenTurn {
  /** What the caller says. */
  readonly message: string;
  /** What the agent says to it; its promise is what makes a tool fire. */
  readonly agent?: string;
  readonly tool?: string;
  /** What a perfect model would have understood by then. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** An event core sends instead of a tool, with its payload. */
  readonly event?: string;
  readonly payload?: Readonly<Record<string, unknown>> | string;
  /** Who speaks: another caller of the same account, by phone number or id; the first one when left out. */
  readonly caller?: string;
  /** Minutes that pass before. */
  readonly after_minutes?: number;
  /** Attributes that are changed before, without a publish. */
  readonly set?: Readonly<Record<string, string>>;
  /** What the business does before, in the words of the service. */
  readonly team?: readonly unknown[];
  /** Disturbances of the service that the next requests meet, in its words. */
  readonly faults?: readonly unknown[];
  /** What the instruction to the agent must look like. */
  readonly expect?: Expectation;
  /** How the agent passes the instruction on; it is spoken only when the instruction is as expected. */
  readonly says?: string;
  /** What the other events the module sends must look like, by name; it must send no others. */
  readonly events?: Readonly<Record<string, Expectation>>;
  /** The agent must be left alone. */
  readonly silent?: boolean;
  /** The tool must not be registered. */
  readonly unavailable?: boolean;
  /** How many requests the turn may cost; exactly that many. */
  readonly requests?: number;
}

/** A whole conversation. The words of the service stand beside these. */
export interface ConversationScript extends Setting {
  readonly name: string;
  /**
   * The day it is about, `YYYY-MM-DD`: the placeholders `{date}` and `{day}`. A conversation that does not say when it
   * begins begins at 8 o'clock UTC on the day before.
   */
  readonly date?: string;
  readonly integration: string;
  readonly connector: string;
  /** The number the caller calls from, or an opaque id on channels without numbers. */
  readonly caller: string;
  readonly turns: readonly WrittenTurn[];
  /** Everything that has to stand in the calendar afterwards, in order, what was there before included. */
  readonly calendar: readonly unknown[];
}
