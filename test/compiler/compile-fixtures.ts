/** Compiles the diagnostics' fixtures: one program for all, so that the types are checked once. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type DiagnosticFixture, readFixtures } from "../../scripts/compiler/diagnostics/fixtures.ts";
import { compileFlows } from "../../scripts/compiler/index.ts";
import type { Problem } from "../../scripts/model/types.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, "");

/** Every fixture. */
export const fixtures = readFixtures(root);

/** What is found before anything is compiled, so that it would hide all other problems. */
const BEFORE: ReadonlySet<string> = new Set(["typescript", "suppression"]);

/** Every problem of every fixture. */
export function problemsOfFixtures(): readonly Problem[] {
  const groups = [
    fixtures.filter((fixture) => BEFORE.has(fixture.key)),
    fixtures.filter((fixture) => !BEFORE.has(fixture.key)),
  ];
  return groups.flatMap(compileTogether);
}

function compileTogether(group: readonly DiagnosticFixture[]): readonly Problem[] {
  return compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: path.join(root, "module", "runtime.ts"),
    flows: group.map((fixture) => ({
      idn: path.basename(fixture.file, ".ts"),
      handlers: [{ name: "handle", file: fixture.file }],
    })),
  }).problems;
}

/** The name of a file as problems give it. */
export function relative(file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}
