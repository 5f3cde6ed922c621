/** Compiles programs of the lists together and tells which diagnostics keep each of them out. */
import { join } from "node:path";
import { catalogue } from "../../scripts/compiler/diagnostics/catalogue.ts";
import { compileFlows } from "../../scripts/compiler/index.ts";
import { deepPlace } from "../../scripts/compiler/source-depth.ts";
import { compareText } from "../../scripts/model/problem.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";
import { root } from "./compile-fixtures.ts";
import type { ListedProgram } from "./program-list.ts";

const prelude = [
  'import { asList, asNumber, asObject, asText, emptyRecord, parseJson, property } from "#sdk";',
  'import type { HttpRequest, HttpResult, JsonObject, JsonValue, SkillContext, SkillEvent } from "#sdk";',
  'function request(url: string): HttpRequest { return { method: "GET", url, body: "", authorization: "none" }; }',
  "",
].join("\n");

/** A program that is only statements stands for the body of a handler. */
function complete(source: string): string {
  return /^export (?:async )?function handle\b/mu.test(source)
    ? `${prelude}${source}\n`
    : `${prelude}export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {\n${source}\n}\n`;
}

const keys = new Map<string, string>(
  Object.entries(catalogue).map(([key, { code }]) => [`NSL${String(code)}`, key]),
);

function fileOf(index: number): string {
  return `test/compiler/refusals/program-${String(index + 1)}.ts`;
}

/** The keys of the diagnostics of each program, sorted; in the order of the programs. */
export function refusalsOf(programs: readonly ListedProgram[]): readonly (readonly string[])[] {
  // A comment that hides errors, and what is too deep to be parsed, is reported before anything is compiled.
  const groupOf = ({ expected, source }: ListedProgram): string =>
    expected.includes("suppression") ? "suppression" : deepPlace(source) === null ? "" : "deep";
  const groups = ["suppression", "deep", ""].map((name) =>
    programs.flatMap((program, index) => (groupOf(program) === name ? [index] : [])),
  );
  const problems = groups.flatMap((indexes) => {
    const overlay = new Map(
      indexes.map((index) => [join(root, fileOf(index)), complete(programs[index]?.source ?? "")]),
    );
    return compileFlows({
      sources: { root, sdkEntry },
      runtimeFile: join(root, "module", "runtime.ts"),
      overlay,
      flows: [...overlay.keys()].map((file, index) => ({
        idn: `Flow${String(index)}`,
        handlers: [{ name: "handle", file }],
      })),
    }).problems;
  });
  return programs.map((_, index) => {
    const found = problems.filter((problem) => problem.position?.file === fileOf(index));
    return [...new Set(found.map(({ code }) => keys.get(code) ?? code))].sort(compareText);
  });
}
