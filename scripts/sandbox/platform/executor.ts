/** What runs the skills of an installed artifact. */
import type { ArtifactFlow } from "./artifact-project.ts";
import type { HandledEvent } from "./event-bus.ts";
import type { Turn } from "./lanes.ts";
import type { SkillError } from "./worker.ts";

/** What a skill runs for. */
export interface Run extends HandledEvent {
  /** Awaited before each action, where other skills run beside it; null where none do. */
  readonly turn: Turn | null;
}

/** Runs skills. Two implementations exist: the artifact's NSL, and the handlers as JavaScript. */
export interface SkillExecutor {
  /**
   * Takes the flows of an artifact instead of those it had.
   *
   * @throws InstallError when a skill does not parse; the former flows then stay
   */
  load(flows: readonly ArtifactFlow[]): Promise<void>;
  /**
   * Runs a skill for an event until it ends or waits for an HTTP result.
   *
   * @returns the error that stopped the skill, or null
   */
  execute(flow: string, skill: string, run: Run): Promise<SkillError | null>;
  /** Ends whatever it runs on. */
  close(): Promise<void>;
}
