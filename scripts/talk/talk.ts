/** A talk: a caller who wants something, played by a model, and what has to have come of it. */
import type { Expectation, Setting } from "../sandbox/conversations/index.ts";

/** A sentence of the agent's that is only true while the calendar is as it says. */
export interface Claim {
  /**
   * A regular expression for what the agent says, in the caller's language; case does not matter. `{booked}` stands for
   * one of the service's own, if it has one of that name.
   */
  readonly says: string;
  /** When it is said, an entry of the calendar has to look like this. */
  readonly holds?: Expectation;
  /** When it is said, no entry of the calendar may look like this. */
  readonly lacks?: Expectation;
  /** It must not be said at all. */
  readonly never?: true;
  /** It need not be said. A claim that is neither this nor `never` has to be said once. */
  readonly optional?: true;
}

/** What the goal is judged by. */
export interface Outcome {
  /**
   * What the lines of the service's calendar look like afterwards, one expectation each and no line beside them. Each
   * takes the first line that is left, so the strictest stands first.
   */
  readonly calendar: readonly Expectation[];
  readonly claims?: readonly Claim[];
}

/** Something the agent did for the caller in an earlier conversation. */
export interface EarlierAction {
  readonly tool: string;
  /** What was understood of that conversation; what is not written was empty. */
  readonly extraction: Readonly<Record<string, unknown>>;
}

/** A talk as it is written. The words of the service stand beside these. */
export interface Talk extends Setting {
  readonly name: string;
  readonly integration: string;
  readonly connector: string;
  /** The number the caller calls from, or an opaque id on channels without numbers. */
  readonly caller: string;
  /** Who the caller is, and how they speak; read by the model that plays them. */
  readonly persona: string;
  /** What the caller wants, and what they know; read by the model that plays them. */
  readonly goal: string;
  /** What the module has done for this caller before, and keeps of it. */
  readonly before?: readonly EarlierAction[];
  /** How often the caller may speak; 16 when left out. */
  readonly most_turns?: number;
  readonly outcome: Outcome;
}
