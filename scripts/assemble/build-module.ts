/** The build: sources of the module in, everything that is written out. Nothing touches the disk here. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { httpResultEvents } from "../sdk/contract.ts";
import type { FlowDefinition } from "../sdk/definition.ts";
import {
  layOutArtifact,
  makeManifest,
  moduleContents,
  zipArtifact,
  type Manifest,
} from "../artifact/index.ts";
import {
  type CallProfile,
  compileFlows,
  type CompileState,
  type FlowSource,
  type PassName,
} from "../compiler/index.ts";
import { checkDefinitions, checkModel } from "../model/check-model.ts";
import { locatePath } from "../model/locate-path.ts";
import { compareProblems } from "../model/problem.ts";
import { readSourceIndex, type SourceIndex } from "../model/source-index.ts";
import type { ArtifactTree, ModuleModel, Problem } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { readCallProfile } from "./call-profile.ts";
import { checkVersionFile, versionFileName } from "../release/version-file.ts";
import { checkEncoding } from "./check-encoding.ts";
import { findHandlers, type HandlerUse } from "./find-handlers.ts";
import { makeFlowModels } from "./flow-models.ts";
import { loadDefinitions } from "./load-definitions.ts";
import { changelogFile, metadataFlow } from "./metadata-flow.ts";
import { sourceMaps } from "./source-maps.ts";

/** What to build. */
export interface BuildInput {
  readonly project: Project;
  /** Texts of skills instead of, or beside, those on disk, by absolute name. Definitions come from disk. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** What the build before left, for a faster rebuild. */
  readonly previous?: CompileState;
  /** Passes of the optimiser that are left out; none when not given. */
  readonly withoutPasses?: ReadonlySet<PassName>;
  /** How often calls are made, instead of the project's own profile; null for none. */
  readonly profile?: CallProfile | null;
  /** Builds for measuring a profile of calls (`scripts/compiler/optimise/call-sites.ts`). */
  readonly isCounted?: boolean;
}

/** Everything a build makes. */
export interface Build {
  readonly model: ModuleModel;
  readonly tree: ArtifactTree;
  readonly manifest: Manifest;
  readonly zip: Uint8Array;
  /** Source maps of the skills: path below the maps folder -> JSON text. */
  readonly maps: ReadonlyMap<string, string>;
}

/** The outcome. With an error among the problems there is no build; warnings do not prevent one. */
export interface BuildResult {
  readonly build: Build | null;
  /** All problems of all stages that could run, sorted. */
  readonly problems: readonly Problem[];
  /** For the next build; null when compiling was not reached. */
  readonly state: CompileState | null;
}

/**
 * Builds the module of a project. Mistakes in the sources are problems, never exceptions; a stage is left out
 * only when what it works on could not be made.
 */
export async function buildModule(input: BuildInput): Promise<BuildResult> {
  const { project, overlay = new Map<string, string>() } = input;
  const { root, folders, identity } = project;
  // The definitions are bundled in a process of their own, meanwhile the sources are read here.
  const loading = loadDefinitions(project);
  const sources = readSourceIndex(root, [folders.attributes, folders.module, folders.scenarios]);
  const { definition, scenarios, problems: loadProblems } = await loading;
  const stale =
    identity === null ? [] : checkVersionFile(root, versionFileName(folders.attributes), identity.version);
  const problems = [...project.problems, ...stale, ...checkEncoding(project), ...loadProblems];
  if (definition === null) {
    return { build: null, problems: problems.sort(compareProblems), state: null };
  }
  problems.push(...checkDefinitions(definition, sources));
  const sound = soundFlows(definition.flows);
  const wanted = handlersOf(sound, sources);
  const handlers = findHandlers(project, wanted, overlay);
  problems.push(...handlers.problems);
  const known =
    input.profile === undefined ? readCallProfile(project) : { profile: input.profile, problems: [] };
  const { profile } = known;
  problems.push(...known.problems);
  const compiled = compileFlows({
    sources: project,
    runtimeFile: join(root, folders.module, "runtime.ts"),
    flows: sound.map((flow) => flowSource(flow, handlers.files)),
    overlay,
    ...(input.previous === undefined ? {} : { previous: input.previous }),
    ...(input.withoutPasses === undefined ? {} : { withoutPasses: input.withoutPasses }),
    ...(profile === null ? {} : { profile }),
    ...(input.isCounted === undefined ? {} : { isCounted: input.isCounted }),
  });
  problems.push(...compiled.problems);
  const { state } = compiled;
  if (identity === null || problems.some(isError)) {
    return { build: null, problems: problems.sort(compareProblems), state };
  }
  const route = { events: httpResultEvents, connectorIdn: identity.connectorIdn };
  const changelog = join(root, changelogFile);
  const flows = [
    ...makeFlowModels(definition.flows, compiled.flows, route),
    metadataFlow(identity.version, existsSync(changelog) ? readFileSync(changelog, "utf8") : ""),
  ];
  const model: ModuleModel = { identity, agent: definition.agent, attributes: definition.attributes, flows };
  problems.push(...checkModel(model, sources).filter((problem) => !isKnown(problem, problems)));
  problems.sort(compareProblems);
  if (problems.some(isError)) {
    return { build: null, problems, state };
  }
  const tree = layOutArtifact(model);
  const manifest = makeManifest(model, tree, sources, moduleContents(definition, scenarios));
  return {
    build: { model, tree, manifest, zip: zipArtifact(tree), maps: sourceMaps(model) },
    problems,
    state,
  };
}

/** The flows that are whole enough to be compiled; what is wrong with the others is reported by the checks. */
function soundFlows(flows: unknown): FlowDefinition[] {
  const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;
  return (Array.isArray(flows) ? (flows as unknown[]) : []).filter(
    (flow): flow is FlowDefinition =>
      isRecord(flow) &&
      "idn" in flow &&
      typeof flow.idn === "string" &&
      "events" in flow &&
      Array.isArray(flow.events) &&
      flow.events.every(isRecord),
  );
}

/** Handler name -> the first flow that uses it, and where. A handler without a name is reported by the checks. */
function handlersOf(flows: readonly FlowDefinition[], sources: SourceIndex): Map<string, HandlerUse> {
  const handlers = new Map<string, HandlerUse>();
  for (const [at, flow] of flows.entries()) {
    for (const name of handlerNames(flow)) {
      const event = flow.events.findIndex(
        ({ handler }) => typeof handler === "function" && handler.name === name,
      );
      const { span } = locatePath({ flows }, ["flows", at, "events", event, "handler"], sources);
      handlers.set(name, handlers.get(name) ?? { flow: flow.idn, span });
    }
  }
  return handlers;
}

function flowSource(flow: FlowDefinition, files: ReadonlyMap<string, string>): FlowSource {
  const handlers = handlerNames(flow).flatMap((name) => {
    const file = files.get(name);
    return file === undefined ? [] : [{ name, file }];
  });
  return { idn: flow.idn, handlers };
}

function handlerNames({ events }: FlowDefinition): string[] {
  const names = events.map(({ handler }) => (typeof handler === "function" ? handler.name : ""));
  return [...new Set(names)].filter((name) => name !== "");
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** Definitions and model are checked by the same rules where they hold the same data. */
function isKnown(problem: Problem, known: readonly Problem[]): boolean {
  return known.some((other) => compareProblems(problem, other) === 0);
}
