/**
 * The plain data that crosses from one stage of the build to the next:
 * definitions -> model -> compiled skills -> artifact tree.
 */
import type { AttributeDefinition } from "../sdk/definition.ts";

/** A place in a source file. `file` is relative to the project root, with `/`; line and column count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The identity of the module, read from `module.yaml`. */
export interface ModuleIdentity {
  readonly projectIdn: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly registry: string;
  /** What the Builder shows as *Module*. */
  readonly registryItemIdn: string;
  readonly agentIdn: string;
  /** The connector every request goes through, on integration `http`. */
  readonly connectorIdn: string;
  /** What the idns of the module's attributes and scenarios begin with, so that they never meet those of others. */
  readonly attributePrefix: string;
}

/** What a module is tried out with on this machine; file names relative to the project, "" for what there is not. */
export interface SandboxFiles {
  /** Plays the service the module talks to. */
  readonly simulator: string;
  /** Folder of the written conversations. */
  readonly conversations: string;
  /** The conversation the demo plays. */
  readonly demo: string;
}

/** A parameter of a skill. */
interface SkillParameter {
  readonly name: string;
  readonly defaultValue: string;
}

/** Where one line of a compiled skill comes from. */
export interface LineOrigin {
  /** Line of the artifact file, from 1. */
  readonly line: number;
  readonly file: string;
  readonly sourceLine: number;
}

/** A skill as the compiler gives it. */
export interface CompiledSkill {
  readonly idn: string;
  /** `placeBooking 5 · skills/booking/place-booking.ts:41`: what it was made from; shorter than 70 characters. */
  readonly title: string;
  readonly parameters: readonly SkillParameter[];
  /** The NSL text. */
  readonly text: string;
  /** The source files it was made from, sorted. */
  readonly sources: readonly string[];
  readonly lines: readonly LineOrigin[];
  /** A version 3 source map as JSON text. */
  readonly map: string;
}

/** A flow as the compiler gives it. */
export interface CompiledFlow {
  readonly idn: string;
  readonly skills: readonly CompiledSkill[];
  /** Handler name -> idn of the skill its events start. */
  readonly entrySkills: Readonly<Record<string, string>>;
  /** The skill that every HTTP result event of this flow starts; null when no handler sends requests. */
  readonly resultSkillIdn: string | null;
}

/** A subscription as it is written to the flow file. */
export interface FlowEvent {
  readonly idn: string;
  readonly skillIdn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
}

/** A flow, complete: descriptions, skills, subscriptions. */
export interface FlowModel {
  readonly idn: string;
  readonly title: string;
  readonly description: string;
  readonly skills: readonly CompiledSkill[];
  readonly events: readonly FlowEvent[];
}

/** The whole module, checked, ready to be laid out as files. */
export interface ModuleModel {
  readonly identity: ModuleIdentity;
  readonly agent: { readonly title: string; readonly description: string };
  readonly attributes: readonly AttributeDefinition[];
  readonly flows: readonly FlowModel[];
}

/** The artifact before it touches disk: path (POSIX, relative) -> text. */
export type ArtifactTree = ReadonlyMap<string, string>;

/** One thing that is wrong with the sources; all are reported at once. */
export interface Problem {
  /** Fixed code, `NSL1003` for the compiler, `MOD2001` for definitions. */
  readonly code: string;
  /** Symbolic name, `model/duplicate-idn`. */
  readonly name: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to write instead, "" when the message says it. */
  readonly advice: string;
  readonly position: SourcePosition | null;
  /** Length of the span in characters, for the caret line. */
  readonly length: number;
}
