/**
 * The shapes of the default conversation content of a module. Definitions are plain object literals (`as const satisfies
 * ...`); what they refer to (tools, attributes, each other) is put in by value, so that a renamed tool or
 * attribute is a type error. The formats are the platform's (docs/platform.md, "Intents and scenarios").
 */

/** One step: a single thing the agent says or does. */
export interface ScenarioStep {
  readonly text: string;
  /** Idns of tools, or of substitutes, of which at least one must be there for the step to be; empty: always. */
  readonly needs: readonly string[];
}

/** What every kind has in common. */
interface ContentDefinition {
  /** The canvas item; stable for ever, with the module's prefix. */
  readonly idn: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly description: string;
  /** As for a step. */
  readonly needs: readonly string[];
}

/** A goal of the caller, and the scenario it starts. */
export interface IntentDefinition extends ContentDefinition {
  /** `T` is what the team has to follow up after the conversation; `L` is everything the agent does itself. */
  readonly prefix: "L" | "T";
  /** How the goal is recognised. */
  readonly goal: string;
  /** Title of the scenario. */
  readonly scenario: string;
}

/** A part of a conversation that several scenarios use. */
export interface ProcedureDefinition extends ContentDefinition {
  /** When it is invoked: `Invoked when ...`. Stands before the first step. */
  readonly start: string;
  readonly steps: readonly ScenarioStep[];
}

/** A whole conversation about one goal. */
export interface ScenarioDefinition extends ContentDefinition {
  /** When it starts and what it collects: `Starts when ... Collects ...`. Stands before the first step. */
  readonly start: string;
  /** Its number on the canvas where that is free; high, to stay clear of the user's own. */
  readonly number: number;
  readonly steps: readonly ScenarioStep[];
}

/** The words that make the platform call a tool. */
export interface CodePhrase {
  /** Idn of the tool. */
  readonly tool: string;
  /** Said word for word, in the language of the conversation. */
  readonly phrase: string;
  /** The tool changes something: it is promised only after a clear yes to what was read back. */
  readonly needsConsent: boolean;
}

/** A way of doing what a tool would do, with others, where that tool cannot be had although it is wanted. */
export interface Substitute {
  /** What steps name in `needs`. */
  readonly idn: string;
  /** Idn of the tool that is not there. */
  readonly insteadOf: string;
  /** Idns of tools that must all be there. */
  readonly uses: readonly string[];
}

/** Everything in `scenarios/`. */
export interface ScenarioDefinitions {
  readonly phrases: readonly CodePhrase[];
  readonly intents: readonly IntentDefinition[];
  readonly procedures: readonly ProcedureDefinition[];
  readonly scenarios: readonly ScenarioDefinition[];
  readonly substitutes?: readonly Substitute[];
}
