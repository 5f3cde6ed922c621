/** Loads what `module/` defines, by running it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import ts from "typescript";
import type { ModuleDefinition } from "../sdk/definition.ts";
import { Reporter } from "../compiler/diagnostics/report.ts";
import { createSkillProgram, relativeTo, SDK_IMPORT, sdkFile } from "../compiler/program.ts";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { buildCatalogue } from "./problem-catalogue.ts";

/** The definitions; null when they could not be loaded. */
export interface LoadedDefinitions {
  readonly definition: ModuleDefinition | null;
  readonly problems: readonly Problem[];
}

/** What the build takes from the module; whatever it exports, so it may be missing. */
interface Exported {
  readonly moduleDefinition?: ModuleDefinition;
}

const entryText = `
  export { moduleDefinition } from "./module/index.ts";
`;

/** The definitions that ran last, with the texts of their files: what is unchanged is not run again. */
let latest: Loaded | null = null;

interface Loaded {
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
  readonly exported: Exported;
}

/**
 * Runs `module/index.ts` of the project at `root`, as it is on disk now. Never throws: a module that does not run is
 * described by TypeScript's own errors, or by what it threw when TypeScript finds none.
 */
export async function loadDefinitions(root: string): Promise<LoadedDefinitions> {
  try {
    const { moduleDefinition } = await load(root);
    if (moduleDefinition === undefined) {
      throw new Error("moduleDefinition is not exported.");
    }
    return { definition: moduleDefinition, problems: [] };
  } catch (thrown) {
    const detail = (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(root, "");
    const found = typeErrors(root, join(root, "module", "index.ts"));
    const unknown = [makeProblem(buildCatalogue.definitionsNotLoaded, { detail }, null)];
    return { definition: null, problems: found.length > 0 ? found : unknown };
  }
}

async function load(root: string): Promise<Exported> {
  if (latest?.root === root && [...latest.files].every(([file, text]) => textOf(file) === text)) {
    return latest.exported;
  }
  const { outputFiles } = await build({
    stdin: { contents: entryText, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // A handler is found by its name.
    keepNames: true,
    alias: { [SDK_IMPORT]: sdkFile("index.ts") },
    write: false,
    // The map tells which files went in, and what stood in them at that moment.
    sourcemap: "external",
    outfile: join(root, "definitions.js"),
    logLevel: "silent",
  });
  const [map, script] = [".map", ".js"].map((end) => outputFiles.find(({ path }) => path.endsWith(end)));
  const { sources, sourcesContent } = JSON.parse(map?.text ?? "") as RawMap;
  const files = sources.map((file, index): [string, string] => [
    join(root, file),
    sourcesContent[index] ?? "",
  ]);
  latest = {
    root,
    files: new Map(files.filter(([, text]) => text !== entryText)),
    exported: run(script?.text ?? "", root),
  };
  return latest.exported;
}

/** The parts of a source map that tell what a bundle was made from. */
interface RawMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
}

/** The text of a file; null when it cannot be read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function run(text: string, root: string): Exported {
  const module: { exports: Exported } = { exports: {} };
  const body = vm.compileFunction(text, ["module", "exports", "require"], {
    filename: join(root, "module", "index.ts"),
  }) as (module: object, exports: object, require: NodeJS.Require) => void;
  body(module, module.exports, createRequire(join(root, "module", "index.ts")));
  return module.exports;
}

function typeErrors(root: string, entry: string): readonly Problem[] {
  const program = createSkillProgram({ rootDir: root, files: [entry] }).getProgram();
  const reporter = new Reporter(relativeTo(root));
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    reporter.typescript(diagnostic);
  }
  return reporter.problems;
}
