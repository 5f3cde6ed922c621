/** Runs the artifact's own NSL text in the Python worker. */
import { InstallError } from "./install-error.ts";
import type { ArtifactFlow } from "./artifact-project.ts";
import type { Dispatch } from "./dispatcher.ts";
import type { SkillExecutor } from "./executor.ts";
import { FlowLoadError, type Worker } from "./worker.ts";

/**
 * @param worker is closed with the executor
 * @param dispatch executes the actions of the skills
 */
export function createNslExecutor(worker: Worker, dispatch: Dispatch): SkillExecutor {
  // A new set of flows is loaded beside the old one, so that a faulty artifact changes nothing.
  let generation = 0;
  const key = (flow: string, of: number): string => `${String(of)}:${flow}`;
  return {
    async load(flows) {
      const next = generation + 1;
      const problems: string[] = [];
      for (const flow of flows) {
        problems.push(...(await loadFlow(worker, flow, key(flow.idn, next))));
      }
      if (problems.length > 0) {
        throw new InstallError(problems);
      }
      generation = next;
    },
    async execute(flow, skill) {
      const result = await worker.run(key(flow, generation), skill, {}, (action, kwargs, origin) =>
        dispatch(action, kwargs, { flow, skill: origin.skill }),
      );
      return result.ok ? null : result.error;
    },
    close: () => worker.close(),
  };
}

async function loadFlow(worker: Worker, flow: ArtifactFlow, key: string): Promise<string[]> {
  try {
    await worker.loadFlow(key, flow.skills);
    return [];
  } catch (error) {
    if (!(error instanceof FlowLoadError)) {
      throw error;
    }
    return error.errors.map(({ skill, line, message }) => {
      const name = skill ?? "";
      return `${flow.files[name] ?? ""}:${String(line ?? 0)}: ${flow.idn}/${name} is not NSL: ${message}`;
    });
  }
}
