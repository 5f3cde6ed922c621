/** The project a command works on, as one value that goes from the command line through every stage. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { identityFileName, readIdentity } from "../model/read-identity.ts";
import type { ModuleIdentity, Problem, SandboxFiles } from "../model/types.ts";
import { environmentName, sdkEntry, toolkitRoot } from "../toolkit.ts";

/** Where the sources of a module stand, relative to the project's root. */
interface ProjectFolders {
  /** Agent, flows, tools; `index.ts` exports the definition, `runtime.ts` the functions requests run on. */
  readonly module: string;
  readonly attributes: string;
  readonly scenarios: string;
  /** The handlers. */
  readonly skills: string;
}

/** Where a Python with Jinja2 is looked for before the path. */
export interface PythonPlaces {
  /** An executable a person has named; "" for none. */
  readonly named: string;
  /** Virtual environments, the project's own first. */
  readonly environments: readonly string[];
}

/** A project. */
export interface Project {
  /** Absolute folder that holds `module.yaml`. */
  readonly root: string;
  readonly folders: ProjectFolders;
  /** Absolute name of what handlers and definitions import as `#sdk`. */
  readonly sdkEntry: string;
  /** What `module.yaml` says; null when it cannot be read. */
  readonly identity: ModuleIdentity | null;
  /** What is wrong with `module.yaml`. */
  readonly problems: readonly Problem[];
  /** What the idns of attributes and scenarios begin with; "" while `module.yaml` cannot be read. */
  readonly attributePrefix: string;
  /** What the module is tried out with, relative to the root; "" for what there is not. */
  readonly sandbox: SandboxFiles;
  readonly python: PythonPlaces;
}

/** What the compiler needs to know of a project. */
export type SourceRoot = Pick<Project, "root" | "sdkEntry">;

/** For programs that belong to no project: their names are shown relative to the toolkit. */
export const looseSources: SourceRoot = { root: toolkitRoot, sdkEntry };

const folders: ProjectFolders = {
  module: "module",
  attributes: "attributes",
  scenarios: "scenarios",
  skills: "skills",
};

/**
 * Reads the project in a folder as it is now. A `module.yaml` that cannot be read is among the problems.
 *
 * @param root folder, absolute or relative to the current one
 */
export function openProject(root: string): Project {
  const absolute = resolve(root);
  const { identity, sandbox, problems } = readIdentity(absolute);
  return {
    root: absolute,
    folders,
    sdkEntry,
    identity,
    problems,
    attributePrefix: identity?.attributePrefix ?? "",
    sandbox,
    python: pythonPlaces(absolute),
  };
}

/** Where Python is looked for by a command in a folder. */
export function pythonPlaces(root: string = toolkitRoot): PythonPlaces {
  const environments = [root, toolkitRoot].map((folder) => join(folder, ".venv"));
  return { named: process.env[environmentName("PYTHON")] ?? "", environments: [...new Set(environments)] };
}

/** The nearest folder upwards that holds a `module.yaml`; null when none does. */
export function findProjectRoot(from: string): string | null {
  const folder = resolve(from);
  if (existsSync(join(folder, identityFileName))) {
    return folder;
  }
  const parent = dirname(folder);
  return parent === folder ? null : findProjectRoot(parent);
}
