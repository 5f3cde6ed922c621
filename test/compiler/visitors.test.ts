/** The table of visitors pairs every syntax kind with a visitor for the nodes of that kind. */
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const file = path.resolve("scripts/compiler/transform/tables-under-test.ts");

const entries = {
  right: "[ts.SyntaxKind.IfStatement]: transformIf",
  swapped: "[ts.SyntaxKind.IfStatement]: transformReturn",
  unvisited: "[ts.SyntaxKind.DebuggerStatement]: transformReturn",
};

/** A module beside the real table, with one altered table an entry, each on a line of its own. */
const source = [
  `import ts from "typescript";`,
  `import type { StatementVisitors } from "../context/visitors.ts";`,
  `import { transformIf } from "./statements/if.ts";`,
  `import { transformReturn } from "./statements/return.ts";`,
  `import { statementVisitors } from "./visitors.ts";`,
  ...Object.entries(entries).map(
    ([name, entry]) => `export const ${name}: StatementVisitors = { ...statementVisitors, ${entry} };`,
  ),
].join("\n");

const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023);

/** The codes of what TypeScript says, by the name of the table they are about. */
const faults = ((): ReadonlyMap<string, readonly number[]> => {
  const { config } = ts.readConfigFile("tsconfig.json", (name) => ts.sys.readFile(name)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? parsed : getSourceFile.call(host, name, version, ...rest);
  const program = ts.createProgram([file], { ...options, noEmit: true }, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(file));
  const lines = source.split("\n");
  return new Map(
    Object.keys(entries).map((name) => [
      name,
      found
        .filter(({ start = 0 }) => {
          const { line } = ts.getLineAndCharacterOfPosition(parsed, start);
          return lines[line]?.startsWith(`export const ${name}:`);
        })
        .map(({ code }) => code),
    ]),
  );
})();

describe("a table of visitors", () => {
  it("takes the visitor of a kind under that kind", () => {
    expect(faults.get("right")).toEqual([]);
  });

  it("takes no visitor of another kind: the type of the value does not fit", () => {
    expect(faults.get("swapped")).toEqual([2418]);
  });

  it("takes no kind that is not visited: there is no such property", () => {
    expect(faults.get("unvisited")).toEqual([2353]);
  });
});
