/**
 * What the page and the server tell each other. Types only: both sides are checked against the same ones.
 *
 * The page opens `events` (server-sent events; each holds a `WorkbenchState`) and posts a `Command` to `do`. It gets
 * `trace`, `skill` and `conversation` when it shows them.
 */

/** Whoever answers a skill that asks the language model. */
export type BrainName = "person" | "facts" | "model";

/** Something that was done at the workbench. A list of these is all there is to a session. */
export type Step =
  | { readonly kind: "set"; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "publish" }
  | SayStep
  /** The next exchange of the written conversation that is open, counted from 0. */
  | { readonly kind: "turn"; readonly index: number }
  | { readonly kind: "team"; readonly title: string; readonly action: unknown }
  | { readonly kind: "fault"; readonly title: string; readonly fault: unknown }
  /** Switches this disturbance off; "" for all. */
  | { readonly kind: "calm"; readonly name: string }
  | { readonly kind: "pass"; readonly minutes: number }
  /** Brings the project to this version; it runs with the next publish. */
  | { readonly kind: "install"; readonly version: string }
  | { readonly kind: "edit"; readonly idn: string; readonly text: string }
  /** Force Update, to the newest version, and a publish. */
  | { readonly kind: "update" };

/** One exchange with a caller. */
export interface SayStep {
  readonly kind: "say";
  /** `integration/connector`. */
  readonly channel: `${string}/${string}`;
  /** Phone number or id. */
  readonly caller: string;
  readonly message: string;
  /** What the agent says to it; "" for nothing. */
  readonly agent: string;
  /** The tool that the agent has promised; "" for none. */
  readonly tool: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly brain: BrainName;
  /** The agent passes the result on in words of its own, in a step after this one. */
  readonly inOwnWords?: boolean;
}

/** What was said in a step, and the tool or event that fired. What was not is "". */
export interface Said {
  readonly caller: string;
  readonly message: string;
  readonly agent: string;
  readonly tool: string;
}

/** What the page asks for. A move or a cancellation names the entry by its line. */
export type Command =
  | { readonly do: "step"; readonly step: Exclude<Step, { readonly kind: "team" | "fault" | "turn" }> }
  /** A caller says this; a real model is the agent, and decides what it promises. */
  | {
      readonly do: "talk";
      readonly channel: `${string}/${string}`;
      readonly caller: string;
      readonly message: string;
    }
  /** Begins anew with a written conversation: one of `scripts`, or the text of a file of this name. */
  | { readonly do: "open"; readonly name: string; readonly text: string }
  /** Plays its next exchange. */
  | { readonly do: "next" }
  | { readonly do: "connect" }
  | { readonly do: "move"; readonly line: string; readonly to: Place }
  | { readonly do: "cancel"; readonly line: string }
  | { readonly do: "disturb"; readonly name: string; readonly request: string; readonly times: number }
  | { readonly do: "answer"; readonly value: unknown }
  | { readonly do: "undo" }
  | { readonly do: "restart" };

/** What came of a command: "" or why it was refused, for people. */
export interface Outcome {
  readonly problem: string;
}

/** A place in the calendar. */
interface Place {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Minutes after midnight, on the clock of the business. */
  readonly start: number;
  readonly column: string;
}

/** An attribute as the Builder's form has it. */
export interface AttributeShown {
  readonly idn: string;
  readonly title: string;
  readonly description: string;
  /** Who keeps it: the user, the module, or something else in the account. */
  readonly owner: "user" | "module" | "account";
  readonly isHidden: boolean;
  /** `string`, `number`, `bool`, `enum` or `json`. */
  readonly type: string;
  /** In which the Builder lists it; "" before it is declared, and for none. */
  readonly group: string;
  readonly choices: readonly string[];
  /** "" for a secret. */
  readonly value: string;
  readonly isSecret: boolean;
  readonly isSet: boolean;
}

/** A tool the agent may promise. */
interface ToolShown {
  readonly idn: string;
  readonly description: string;
  readonly conditions: readonly string[];
}

/** A request as it is shown. */
export interface RequestShown {
  readonly method: string;
  readonly path: string;
  /** 0 when no answer arrived. */
  readonly status: number;
}

/** A step that was played. */
export interface StepShown {
  readonly step: Step;
  /** For a list of steps. */
  readonly title: string;
  /** null where nobody speaks. */
  readonly said: Said | null;
  /** The instructions the agent was given. */
  readonly heard: readonly string[];
  readonly requests: readonly RequestShown[];
  /** What went wrong; none when nothing did. */
  readonly problems: readonly string[];
  /** The first row of the trace that belongs to it. */
  readonly traceFrom: number;
}

/** An entry of the calendar. */
export interface EntryShown extends Place {
  readonly line: string;
  readonly minutes: number;
  readonly title: string;
  readonly who: string;
}

/** The calendar of the business. */
export interface CalendarShown {
  readonly zone: string;
  /** Today on the clock of the business, `YYYY-MM-DD`. */
  readonly today: string;
  /** Minutes after midnight now. */
  readonly minute: number;
  readonly columns: readonly string[];
  readonly entries: readonly EntryShown[];
}

/** What a skill asks the model. */
export interface Question {
  /** Counts upwards. */
  readonly id: number;
  readonly prompt: string;
  /** JSON schema of the answer; null for free text. */
  readonly schema: Readonly<Record<string, unknown>> | null;
}

/** What goes on while something is played. */
export interface Progress {
  readonly title: string;
  readonly requests: number;
  readonly actions: number;
}

/** Where the updates stand. */
export interface UpdatesShown {
  readonly registry: string;
  readonly item: string;
  /** Released ones and the one of the sources, the newest first. */
  readonly versions: readonly { readonly version: string; readonly day: string }[];
  readonly installed: string;
  /** The one that was published last; "" before. */
  readonly running: string;
  /** The one that the sources have here. */
  readonly sources: string;
  readonly scenarios: readonly {
    readonly idn: string;
    readonly name: string;
    readonly text: string;
    readonly isEdited: boolean;
  }[];
  /** What the last Force Update has done; null before. */
  readonly report: UpdateReport | null;
}

/** What a Force Update has done. */
export interface UpdateReport {
  readonly from: string;
  readonly to: string;
  /** Sentences: what was kept and what is new. */
  readonly kept: readonly string[];
  /** Lines of the differences, each beginning with `+`, `-` or a blank, by name. */
  readonly changed: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

/** Everything the page shows but the trace. */
export interface WorkbenchState {
  /** Counts upwards. */
  readonly revision: number;
  readonly module: string;
  readonly version: string;
  readonly service: string;
  readonly business: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly progress: Progress | null;
  /** What is being said, until it has been played. */
  readonly saying: Said | null;
  readonly question: Question | null;
  readonly attributes: readonly AttributeShown[];
  readonly status: readonly string[];
  /** Attributes were changed since the last publish, or nothing was published yet. */
  readonly isUnpublished: boolean;
  /** Whether the business has values to connect with that were not all entered. */
  readonly canConnect: boolean;
  readonly steps: readonly StepShown[];
  readonly tools: readonly ToolShown[];
  readonly calendar: CalendarShown | null;
  /** The calendar for services that have none to look at. */
  readonly lines: readonly string[];
  readonly disturbances: readonly { readonly name: string; readonly title: string }[];
  /** Requests that were made, without their queries. */
  readonly requestsSeen: readonly string[];
  /** The disturbances that are on: which requests they meet ("" for any), and how many are left. */
  readonly disturbing: readonly { readonly name: string; readonly request: string; readonly times: number }[];
  /** The real model that is configured; "" for none. */
  readonly model: string;
  /** Names of the written conversations of the project. */
  readonly scripts: readonly string[];
  /** The one that is open, and how many of its exchanges were played; null for none. */
  readonly script: { readonly name: string; readonly turns: number; readonly played: number } | null;
  readonly updates: UpdatesShown;
}

/** One row of the trace. */
export interface TraceRow {
  readonly kind: "event" | "action" | "http" | "error" | "log" | "calls";
  readonly title: string;
  /** Where it happened: `Flow/Skill`; "" for what no skill does. */
  readonly skill: string;
  /** Milliseconds since the row before. */
  readonly took: number;
  /** Milliseconds since the session began. */
  readonly at: number;
  /** JSON or text; long ones are cut. */
  readonly detail: string;
  /** From 1; null when it is not known. */
  readonly line: number | null;
}

/** A skill beside its source. */
export interface SkillShown {
  readonly flow: string;
  readonly skill: string;
  readonly nsl: readonly string[];
  /** Path below the project -> its lines. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  /** For each line of `nsl` where it comes from; null for what the compiler wrote. */
  readonly origins: readonly ({ readonly file: string; readonly line: number } | null)[];
}
