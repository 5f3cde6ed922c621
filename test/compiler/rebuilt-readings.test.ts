/** What was put into sources before they were compiled is taken over by the next build, where nothing has changed. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CompileOutput, compileFlows } from "../../scripts/compiler/index.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";
import { root } from "./compile-fixtures.ts";

const folder = join(root, "test", "compiler", "readings");

/** A helper that changes what it is given, which is read as one that gives it back. */
const library = `export function add(names: string[], name: string): void { names.push(name); }
`;

function handler(body: string, from = ""): string {
  return `import type { SkillContext, SkillEvent } from "#sdk";
${from}
export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> { ${body} }
`;
}

const changing = `const names: string[] = []; add(names, event.idn); add(names, "b"); ctx.log(names.join());`;

/** Compiles the flows One and Two out of files of their names. */
function compile(files: Readonly<Record<string, string>>, before?: CompileOutput): CompileOutput {
  return compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: join(root, "module", "runtime.ts"),
    overlay: new Map(Object.entries(files).map(([file, text]) => [join(folder, file), text])),
    flows: ["One", "Two"].map((idn) => ({
      idn,
      handlers: [{ name: "handle", file: join(folder, `${idn}.ts`) }],
    })),
    ...(before === undefined ? {} : { previous: before.state }),
  });
}

describe("a build after another", () => {
  const first = {
    "lib.ts": library,
    "One.ts": handler(changing, 'import { add } from "./lib.ts";'),
    "Two.ts": handler(changing, library.replace("export ", "")),
  };

  test("takes over the flow whose files have not changed", () => {
    const before = compile(first);
    expect(before.problems).toEqual([]);
    const after = compile({ ...first, "Two.ts": handler("ctx.log(event.idn);") }, before);
    expect(after.flows[0]).toBe(before.flows[0]);
    expect(after.flows[1]).not.toBe(before.flows[1]);
  });

  test.each([
    ["a file changes", { ...first, "Two.ts": `${first["Two.ts"]}// Later.\n` }],
    [
      "a helper is no longer changing",
      { ...first, "lib.ts": library.replace("names.push(name)", "String(names.length + name)") },
    ],
    ["files are connected that were not", { ...first, "Two.ts": first["One.ts"] }],
    ["files are connected no longer", { ...first, "One.ts": first["Two.ts"] }],
  ])("gives what a new one would where %s", (_what, changed) => {
    const fresh = compile(changed);
    expect(fresh.problems).toEqual([]);
    expect(compile(changed, compile(first)).flows).toEqual(fresh.flows);
  });

  test("refuses what it refused", () => {
    const refused = {
      ...first,
      "Two.ts": first["Two.ts"].replace('add(names, "b")', 'const other = names; add(other, "b")'),
    };
    const before = compile(refused);
    expect(before.problems.length).toBeGreaterThan(0);
    expect(compile(refused, before).problems).toEqual(before.problems);
    expect(compile(first, before).flows).toEqual(compile(first).flows);
  });
});
