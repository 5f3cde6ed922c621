/** Runs TypeScript files of a project: bundled in memory, as they are on disk now. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import { SDK_IMPORT } from "../compiler/program.ts";
import type { SourceRoot } from "../project/index.ts";
import { bundlerFault, runFault } from "./sources-error.ts";

/** What a file exports. */
export type Exported = Readonly<Record<string, unknown>>;

/** What ran last, by what was asked for, with the texts of its files: what is unchanged is not run again. */
const latest = new Map<string, Loaded>();

interface Loaded {
  readonly files: ReadonlyMap<string, string>;
  readonly exported: Exported;
}

/**
 * Everything the named files export, in one record.
 *
 * @param files names relative to the project's root, with `/`
 * @throws SourcesError when they cannot be bundled, or one throws when it runs
 */
export async function runSources(sources: SourceRoot, files: readonly string[]): Promise<Exported> {
  const { root, sdkEntry } = sources;
  const contents = files.map((file) => `export * from ${JSON.stringify(`./${file}`)};\n`).join("");
  const key = JSON.stringify([root, sdkEntry, contents]);
  const known = latest.get(key);
  if (known !== undefined && [...known.files].every(([file, text]) => textOf(file) === text)) {
    return known.exported;
  }
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // A handler is found by its name.
    keepNames: true,
    alias: { [SDK_IMPORT]: sdkEntry },
    write: false,
    // The map tells which files went in, and what stood in them at that moment.
    sourcemap: "external",
    outfile: join(root, "sources.js"),
    logLevel: "silent",
  }).catch((thrown: unknown) => {
    throw bundlerFault(thrown, root);
  });
  const [map, script] = [".map", ".js"].map((end) => outputFiles.find(({ path }) => path.endsWith(end)));
  const { sources: names, sourcesContent } = JSON.parse(map?.text ?? "") as RawMap;
  const texts = names.map((file, index): [string, string] => [join(root, file), sourcesContent[index] ?? ""]);
  const filename = join(root, files[0] ?? "");
  let exported: Exported;
  try {
    exported = run(script?.text ?? "", filename);
  } catch (thrown) {
    throw runFault(thrown, sources, filename, map?.text ?? "");
  }
  latest.set(key, { files: new Map(texts.filter(([, text]) => text !== contents)), exported });
  return exported;
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

function run(text: string, filename: string): Exported {
  const module: { exports: Exported } = { exports: {} };
  const body = vm.compileFunction(text, ["module", "exports", "require"], { filename }) as (
    module: object,
    exports: object,
    require: NodeJS.Require,
  ) => void;
  body(module, module.exports, createRequire(filename));
  return module.exports;
}
