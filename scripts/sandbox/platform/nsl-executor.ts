/** Runs the artifact's own NSL text in the Python worker. */
import { InstallError } from "./install-error.ts";
import type { ArtifactFlow } from "./artifact-project.ts";
import type { Kwargs } from "./actions/action.ts";
import type { Dispatch } from "./dispatcher.ts";
import type { SkillExecutor } from "./executor.ts";
import {
  type CallOrigin,
  FlowLoadError,
  type FlowSources,
  type SkillCalls,
  type Worker,
  WorkerError,
  type WorkerHost,
} from "./worker.ts";

/** A worker of the executor's own. */
interface Lent {
  readonly worker: Worker;
  /** The flows it has compiled. */
  readonly loaded: Set<string>;
  isFree: boolean;
}

/**
 * Skills that run side by side each have a worker: one executes a single skill at a time. Workers are closed with the
 * executor.
 *
 * @param first the worker that is enough while skills run one after another
 * @param lendAnother starts one more like it
 * @param dispatch executes the actions of the skills
 * @param count is told after each run how often it has called each skill of its flow
 * @param redact takes secrets out of what a process wrote before it ended
 */
export function createNslExecutor(
  first: Worker,
  lendAnother: () => Promise<Worker>,
  dispatch: Dispatch,
  count: (flow: string, calls: SkillCalls) => void = () => undefined,
  redact: (text: string) => string = (text) => text,
): SkillExecutor {
  const lend = (worker: Worker): Lent => ({ worker, loaded: new Set(), isFree: true });
  const main = lend(first);
  const lent = [main];
  const sources = new Map<string, FlowSources>();
  // A new set of flows is loaded beside the old one, so that a faulty artifact changes nothing.
  let generation = 0;
  const keyOf = (flow: string, of: number): string => `${String(of)}:${flow}`;
  const takeFree = async (): Promise<Lent> => {
    let free = lent.find(({ isFree }) => isFree);
    if (free === undefined) {
      free = lend(await lendAnother());
      lent.push(free);
    }
    free.isFree = false;
    return free;
  };
  return {
    async load(flows) {
      const next = generation + 1;
      const problems: string[] = [];
      for (const flow of flows) {
        const key = keyOf(flow.idn, next);
        problems.push(...(await loadFlow(first, flow, key)));
        main.loaded.add(key);
        sources.set(key, flow.skills);
      }
      if (problems.length > 0) {
        throw new InstallError(problems);
      }
      generation = next;
    },
    async execute(flow, skill, run) {
      const key = keyOf(flow, generation);
      const using = await takeFree();
      const act = (action: string, kwargs: Kwargs, origin: CallOrigin): unknown =>
        dispatch(action, kwargs, { flow, skill: origin.skill }, run);
      const { turn } = run;
      const host: WorkerHost = turn === null ? act : (...call) => turn().then(() => act(...call));
      try {
        const result = using.loaded.has(key)
          ? await using.worker.run(key, skill, {}, host)
          : await using.worker.loadAndRun(key, sources.get(key) ?? {}, skill, {}, host);
        using.loaded.add(key);
        count(flow, result.calls);
        return result.ok ? null : result.error;
      } catch (thrown) {
        throw thrown instanceof WorkerError
          ? new WorkerError(redact(thrown.message), { cause: redact(String(thrown.cause ?? "")) })
          : thrown;
      } finally {
        using.isFree = true;
      }
    },
    async close() {
      await Promise.all(lent.map(({ worker }) => worker.close()));
    },
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
