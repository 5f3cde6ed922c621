/** Sends a build to a live project, step by step, and publishes what has changed. */
import type { ProjectContent } from "../../artifact/index.ts";
import type { BuilderApi } from "../api.ts";
import { afterwards, BuilderError } from "../builder-error.ts";
import { findProject, readLiveProject, type LiveProject } from "../live-project.ts";
import type { Plan } from "./plan-parts.ts";
import { planPush } from "./plan-push.ts";
import type { PushRecord } from "./push-record.ts";
import { flowOf, type Step } from "./step.ts";
import { commandCall } from "../../toolkit.ts";

/** How a push goes. */
export interface PushOptions {
  readonly record: PushRecord;
  /** Removes also what was not made from here. */
  readonly prune: boolean;
  /** Overwrites also what somebody has edited since the last push from here. */
  readonly overwrite: boolean;
  /** Sends nothing. */
  readonly dryRun: boolean;
  readonly onProgress: (text: string) => void;
}

/** What a push has done, or would do. */
export interface PushReport {
  /** Whether the project is new. */
  readonly created: boolean;
  readonly steps: readonly Pick<Step, "kind" | "path">[];
  /** `Agent/Flow`. */
  readonly published: readonly string[];
  /** What is there besides, was not made from here and stays. */
  readonly left: readonly string[];
}

/** More rounds than agents, flows and parts need mean that the Builder does not keep what it is sent. */
const mostRounds = 5;

/**
 * Pushes. A second push of the same build sends nothing, and one after an interruption only what is missing.
 *
 * @throws BuilderError; what was sent until then is kept, and the next push goes on
 */
export async function push(
  api: BuilderApi,
  wanted: ProjectContent,
  options: PushOptions,
): Promise<PushReport> {
  const { record, dryRun, onProgress } = options;
  const known = await findProject(api, wanted.idn);
  const first = known === null ? null : await readLiveProject(api, known, onProgress);
  const plan = planPush(wanted, first ?? emptyProject(wanted), options);
  refuseConflicts(plan, options);
  const report = { created: known === null, left: plan.left };
  if (dryRun) {
    const waiting = [...new Set([...record.unpublished, ...plan.steps.map(({ path }) => flowOf(path))])];
    return { ...report, steps: shown(plan.steps), published: waiting.filter((flow) => flow !== "").sort() };
  }
  if (known === null) {
    onProgress(`Creating the project ${wanted.idn} ...`);
    await createProject(api, wanted);
  }
  const done: Step[] = [];
  const published: string[] = [];
  await afterwards(
    () => soFar(known === null, done, published),
    async () => {
      await carryOut(api, wanted, options, done);
      await publish(api, wanted, options, published);
    },
  );
  return { ...report, steps: shown(done), published: published.sort() };
}

/** What an interrupted push has done, and that the next one does the rest. */
function soFar(isNew: boolean, done: readonly Step[], published: readonly string[]): string {
  const parts = [
    ...(isNew ? ["the project was created"] : []),
    `${String(done.length)} changes were sent`,
    `${String(published.length)} flows were published`,
  ];
  return `Until then ${parts.join(", ")}. All that stays: the next push sends what is missing, and publishes it.`;
}

/** Until nothing is left: what could not run for want of its flow can in the next round. @param done gets what was sent */
async function carryOut(
  api: BuilderApi,
  wanted: ProjectContent,
  options: PushOptions,
  done: Step[],
): Promise<void> {
  for (let round = 1; round <= mostRounds; round += 1) {
    const live = await readAgain(api, wanted);
    const { steps, same } = planPush(wanted, live, options);
    if (steps.length === 0) {
      options.record.agrees(same);
      return;
    }
    const ready = steps.filter((step) => step.run !== null);
    for (const [index, step] of ready.entries()) {
      options.onProgress(`${String(index + 1)}/${String(ready.length)} ${step.kind} ${step.path}`);
      await carryOutStep(api, step, options.record);
      done.push(step);
    }
  }
  const left = planPush(wanted, await readAgain(api, wanted), options).steps.map(({ path }) => path);
  throw new BuilderError(
    "answer",
    `The Builder at ${api.origin} does not keep what it is sent: ${left.slice(0, 5).join(", ")}.\nCompare them with ${commandCall} diff live, and put them right in the Builder.`,
  );
}

async function carryOutStep(api: BuilderApi, step: Step, record: PushRecord): Promise<void> {
  const flow = flowOf(step.path);
  const isWholeFlow = step.path === flow && step.kind === "remove";
  if (flow !== "" && !isWholeFlow) {
    record.waits(flow);
  }
  await step.run?.(api);
  if (step.kind === "create") {
    record.created(step.path, step.value);
  } else if (step.kind === "change") {
    record.changed(step.path, step.value);
  } else {
    record.removed(step.path);
  }
}

/**
 * What has changed, here or in an interrupted push before, and what was never published.
 *
 * @param published gets `Agent/Flow` of each
 */
async function publish(
  api: BuilderApi,
  wanted: ProjectContent,
  options: PushOptions,
  published: string[],
): Promise<void> {
  const { record, onProgress } = options;
  const live = await readAgain(api, wanted);
  for (const { shown: agent } of live.agents.filter(({ shown }) =>
    wanted.agents.some(({ idn }) => idn === shown.idn),
  )) {
    for (const flow of agent.flows) {
      const path = `${agent.idn}/${flow.idn}`;
      if (record.unpublished.has(path) || (await api.flow(flow.id)).publication_datetime === null) {
        onProgress(`publish ${path}`);
        await api.publishFlow(flow.id);
        record.published(path);
        published.push(path);
      }
    }
  }
}

async function readAgain(api: BuilderApi, wanted: ProjectContent): Promise<LiveProject> {
  const meta = await findProject(api, wanted.idn);
  if (meta === null) {
    throw new BuilderError(
      "conflict",
      `Somebody has deleted the project ${wanted.idn} meanwhile.\nRun this again to make it anew.`,
    );
  }
  return readLiveProject(api, meta);
}

/** It comes from here, not from a registry, whose next version would replace what is pushed. */
function createProject(api: BuilderApi, wanted: ProjectContent): Promise<unknown> {
  return api.createProject({
    idn: wanted.idn,
    title: wanted.name,
    version: wanted.version,
    description: wanted.description,
    is_auto_update_enabled: false,
    registry_idn: null,
    registry_item_idn: null,
    registry_item_version: null,
  });
}

function refuseConflicts({ steps }: Plan, { overwrite, prune }: PushOptions): void {
  const edited = steps.filter(({ isConflict }) => isConflict).map(({ path }) => path);
  if (edited.length > 0 && !overwrite) {
    throw new BuilderError(
      "conflict",
      `Nothing was sent. Somebody has edited in the Builder since the last push: ${edited.join(", ")}.\nTake the edits over into the sources, or run this again with --overwrite${prune ? " and --prune" : ""} to replace them.`,
    );
  }
}

function shown(steps: readonly Step[]): Pick<Step, "kind" | "path">[] {
  return steps.map(({ kind, path }) => ({ kind, path }));
}

function emptyProject({ idn, name }: ProjectContent): LiveProject {
  return {
    meta: {
      ...{ id: "", idn, title: name, description: "", version: "", is_auto_update_enabled: false },
      ...{ registry_idn: null, registry_item_idn: null, registry_item_version: null },
    },
    agents: [],
  };
}
