/** How fast the compiler is, and how large what it emits: the numbers `npm run bench` prints. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { buildModule } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import { commandCall, toolkitRoot } from "../toolkit.ts";

/** Builds of the same kind that a median is taken of. */
const ROUNDS = 5;

/** The figures, times in milliseconds. */
export interface CompileFigures {
  /** The verb `check` in a process of its own. */
  readonly coldProcess: number;
  /** The verb `build` in a process of its own that takes nothing over: it bundles the toolkit as well. */
  readonly firstBuild: number;
  /** The same that finds the toolkit's bundle, but no earlier build. */
  readonly changedBuild: number;
  /** The same once more, with nothing changed. */
  readonly unchangedBuild: number;
  /** `tsc --noEmit` of the same sources in a process of its own: what TypeScript itself takes of a cold build. */
  readonly typescript: number;
  /** The first build in this process. */
  readonly coldBuild: number;
  /** A build after one handler changed, with the program of the build before. */
  readonly rebuild: number;
  /** Lines of TypeScript the skills are made from. */
  readonly sourceLines: number;
  readonly linesPerSecond: number;
  readonly skills: readonly { readonly name: string; readonly bytes: number }[];
}

/** Measures the build of a project. Prints nothing. */
export async function measureCompiler(project: Project): Promise<CompileFigures> {
  const { root, folders } = project;
  const coldProcess = timed(() => {
    spawnSync(process.execPath, [command, "check", "--project", root], { stdio: "ignore" });
  });
  const out = mkdtempSync(join(tmpdir(), "bench-"));
  const build = (...options: readonly string[]): number =>
    timed(() => {
      spawnSync(process.execPath, [command, "build", "--project", root, "--out", out, ...options], {
        stdio: "ignore",
      });
    });
  const firstBuild = build("--no-cache");
  // Whatever is kept by now, the toolkit's bundle is among it.
  build();
  rmSync(join(root, ".cache", "build"), { force: true });
  const changedBuild = build();
  const unchangedBuild = build();
  rmSync(out, { recursive: true });
  const started = performance.now();
  const first = await buildModule({ project });
  const coldBuild = performance.now() - started;
  if (first.build === null || first.state === null) {
    throw new Error(`The module does not build; run \`${commandCall} check\`.`);
  }
  const sources = new Set(
    first.build.manifest.files.flatMap((file) => (file.path.endsWith(".nsl") ? file.sources : [])),
  );
  const changed = [...sources].find((file) => file.startsWith(`${folders.skills}/`)) ?? "";
  const rebuilds: number[] = [];
  let previous = first.state;
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = join(root, changed);
    const overlay = new Map([[file, `${readFileSync(file, "utf8")}\n// round ${String(round)}\n`]]);
    const before = performance.now();
    const next = await buildModule({ project, overlay, previous });
    rebuilds.push(performance.now() - before);
    previous = next.state ?? previous;
  }
  const sourceLines = [...sources].reduce((sum, file) => sum + countLines(join(root, file)), 0);
  return {
    ...{ coldProcess, firstBuild, changedBuild, unchangedBuild },
    typescript: timed(() => {
      spawnSync(process.execPath, [typescript, ...typescriptOptions, ...sources], { cwd: root });
    }),
    coldBuild,
    rebuild: median(rebuilds),
    sourceLines,
    linesPerSecond: Math.round((sourceLines / coldBuild) * 1000),
    skills: first.build.manifest.files
      .filter((file) => file.path.endsWith(".nsl"))
      .map((file) => ({
        name: file.path.split("/").slice(-3).join("/").replace("/skills", ""),
        bytes: file.size,
      })),
  };
}

const command = join(toolkitRoot, "scripts/cli/bin.mjs");
const typescript = join(toolkitRoot, "node_modules/typescript/bin/tsc");

/** The settings of the compiler that cost time, as options of the command line. */
const typescriptOptions = [
  "--ignoreConfig --noEmit --target es2023 --module esnext --moduleResolution bundler --moduleDetection force",
  "--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --verbatimModuleSyntax",
  "--allowImportingTsExtensions --skipLibCheck",
].flatMap((line) => line.split(" "));

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function countLines(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}
