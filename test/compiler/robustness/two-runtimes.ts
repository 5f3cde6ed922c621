/** Drives one program in either runtime, result by result. */
import type { JsonValue } from "#sdk";
import { programNames } from "../../../scripts/sdk/bare-runtime.ts";
import {
  type ProgramInput,
  ProgramPlatform,
  type ProgramRunner,
} from "../../../scripts/sandbox/program/index.ts";
import type { SandboxEvent } from "../../../scripts/sandbox/platform/event-bus.ts";
import type { SkillExecutor } from "../../../scripts/sandbox/platform/executor.ts";

/** A runtime by name. */
export type Runtime = "javascript" | "nsl";
/** Both. */
export const runtimes: readonly Runtime[] = ["javascript", "nsl"];

/** A started platform with one program on it. */
export interface Drive {
  readonly platform: ProgramPlatform;
  /** Starts the program for a person; the conversation's own when left out. */
  start(input: JsonValue, personaId?: string): Promise<void>;
  /** Delivers a result. */
  deliver(event: SandboxEvent | undefined): Promise<void>;
  /** What the program reported and logged so far, in order. */
  said(): readonly string[];
  /** Errors of skills. */
  errors(): readonly string[];
  /** The attribute of each frame that is kept for any persona; those of one persona share theirs. */
  frames(): readonly string[];
}

/** Puts a program of a batch on a platform of its own. */
export async function drive(
  runner: ProgramRunner,
  name: string,
  runtime: Runtime,
  input: Partial<ProgramInput> = {},
): Promise<Drive> {
  const platform = new ProgramPlatform({ input: null, ...input });
  const executor: SkillExecutor = await runner.executor(name, runtime, platform);
  const skills = runner.skills(name);
  return {
    platform,
    start: (value, personaId) => platform.start(executor, skills, value, personaId),
    async deliver(event) {
      if (event === undefined) {
        throw new Error("no result waits");
      }
      await platform.deliver(executor, skills, event);
    },
    said: () =>
      platform.trace.of("action").flatMap(({ action, kwargs }) => {
        const told =
          action === "DUMMY" ? kwargs["message"] : action === "SendSystemEvent" ? kwargs["value"] : null;
        return typeof told === "string" ? [told] : [];
      }),
    errors: () => platform.trace.of("error").map(({ type, message }) => `${type}: ${message}`),
    frames: () =>
      [...platform.account.personas.values()].flatMap(({ attributes }) =>
        [...attributes]
          .filter(([field]) => field.startsWith(programNames.prefix))
          .flatMap(([field, lines]) => lines.split("\n").map(() => field)),
      ),
  };
}
