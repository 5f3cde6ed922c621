/** One thing that a push does. */
import type { BuilderApi } from "../api.ts";

/** What happens to something. */
type StepKind = "create" | "change" | "remove";

/** A step. */
export interface Step {
  readonly kind: StepKind;
  /** `Agent/Flow/skills/Skill`. */
  readonly path: string;
  /** What it is afterwards; null for nothing. */
  readonly value: unknown;
  /** Somebody has edited what it would overwrite since the last push from here. */
  readonly isConflict: boolean;
  /** Sends it; null while that in which it stands is not there yet. */
  readonly run: ((api: BuilderApi) => Promise<unknown>) | null;
}

/** `Agent/Flow` of a path within a flow; "" for an agent's or a project's own. */
export function flowOf(path: string): string {
  return path.split("/").length < 2 ? "" : path.split("/").slice(0, 2).join("/");
}
