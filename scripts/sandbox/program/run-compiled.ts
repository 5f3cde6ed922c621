/** Runs compiled programs in both runtimes: one worker for a whole batch. */
import * as runtime from "../../sdk/bare-runtime.ts";
import type { CompiledFlow } from "../../model/types.ts";
import type { SkillExecutor } from "../platform/executor.ts";
import type { NodeHandler } from "../platform/module-runtime.ts";
import { createNodeExecutor } from "../platform/node-executor.ts";
import { FlowLoadError, startWorker, type Worker, type WorkerOptions } from "../platform/worker.ts";
import type { CompiledPrograms } from "./compile-programs.ts";
import { createLoader } from "./load-javascript.ts";
import { type Outcome, readOutcome, sameOutcome } from "./outcome.ts";
import type { ProgramInput } from "./program-input.ts";
import { ProgramPlatform, type ProgramSkills } from "./program-platform.ts";
import { wrapperFile } from "./wrapper.ts";

/** What both runtimes made of one input. */
export interface Comparison {
  readonly js: Outcome;
  readonly nsl: Outcome;
  readonly equal: boolean;
}

/** A batch that is ready to run. */
export interface ProgramRunner {
  readonly jinjaVersion: string;
  /** Runs a program of the batch as JavaScript and as NSL. */
  compare(name: string, input: ProgramInput): Promise<Comparison>;
  /** Runs a program of the batch as JavaScript. */
  runJavaScript(name: string, input: ProgramInput): Promise<Outcome>;
  /** Runs a program of the batch as NSL. */
  runNsl(name: string, input: ProgramInput): Promise<Outcome>;
  /** An executor of one program, for a test that delivers results itself. */
  executor(name: string, kind: "javascript" | "nsl", platform: ProgramPlatform): Promise<SkillExecutor>;
  /** Idns of a program's skills. */
  skills(name: string): ProgramSkills;
  /** Ends the worker. */
  close(): Promise<void>;
}

/**
 * Starts a worker for a batch that compiled without problems.
 *
 * @throws WorkerError when there is no usable Python
 */
export async function createRunner(
  compiled: CompiledPrograms,
  options: WorkerOptions = {},
): Promise<ProgramRunner> {
  const worker = await startWorker(options);
  const written = compiled.sources.flatMap(({ files = {} }) => Object.entries(files));
  const load = createLoader(compiled.program, new Map(written));
  const loaded = new Set<string>();
  const flowOf = (name: string): CompiledFlow => {
    const flow = compiled.flows.get(name);
    if (flow === undefined) {
      throw new Error(`there is no compiled program ${name}`);
    }
    return flow;
  };
  const skills = (name: string): ProgramSkills => {
    const { idn, entrySkills, resultSkillIdn } = flowOf(name);
    return { flow: idn, entrySkill: entrySkills["program"] ?? "", resultSkill: resultSkillIdn };
  };
  const executor: ProgramRunner["executor"] = async (name, kind, platform) => {
    if (kind === "nsl") {
      const flow = flowOf(name);
      if (!loaded.has(name)) {
        await loadFlow(worker, flow);
        loaded.add(name);
      }
      return nslExecutor(worker, platform);
    }
    const handler = load(wrapperFile(name))["program"] as NodeHandler;
    return createNodeExecutor({ runtime, flows: { [name]: { program: handler } } }, platform.dispatch);
  };
  const run = async (name: string, kind: "javascript" | "nsl", input: ProgramInput): Promise<Outcome> => {
    const platform = new ProgramPlatform(input);
    try {
      await platform.run(await executor(name, kind, platform), skills(name), input.input);
    } catch (error) {
      return failedLoad(error);
    }
    return readOutcome(platform.trace.entries);
  };
  return {
    jinjaVersion: worker.jinjaVersion,
    skills,
    executor,
    runJavaScript: (name, input) => run(name, "javascript", input),
    runNsl: (name, input) => run(name, "nsl", input),
    async compare(name, input) {
      const js = await run(name, "javascript", input);
      const nsl = await run(name, "nsl", input);
      return { js, nsl, equal: sameOutcome(js, nsl) };
    },
    close: () => worker.close(),
  };
}

/** A skill Jinja2 cannot read is an outcome like any other; everything else is thrown on. */
function failedLoad(error: unknown): Outcome {
  const [first] = error instanceof FlowLoadError ? error.errors : [];
  if (first === undefined) {
    throw error;
  }
  const { type, message, skill, line } = first;
  return {
    value: undefined,
    text: undefined,
    actions: [],
    error: { message: `${type}: ${message}`, skill, line },
  };
}

/** Runs the skills of a flow the worker has loaded. */
function nslExecutor(worker: Worker, platform: ProgramPlatform): SkillExecutor {
  return {
    load: () => Promise.resolve(),
    async execute(flow, skill, run) {
      const result = await worker.run(flow, skill, {}, (action, kwargs, origin) =>
        platform.dispatch(action, kwargs, origin, run),
      );
      return result.ok ? null : result.error;
    },
    close: () => Promise.resolve(),
  };
}

async function loadFlow(worker: Worker, flow: CompiledFlow): Promise<void> {
  const skills = flow.skills.map(({ idn, text, parameters }) => [idn, { source: text, parameters }] as const);
  await worker.loadFlow(flow.idn, Object.fromEntries(skills));
}
