/** What is the SDK's is told by the symbols its modules export, never by where a file stands or what it is called. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CompileOutput, compileFlows } from "../../scripts/compiler/index.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";
import { root } from "./compile-fixtures.ts";

/** Compiles a handler and a library of the author's own that stands where a path pattern would look for the SDK. */
function compile(library: string, body: string): CompileOutput {
  const folder = join(root, "test", "compiler", "scripts", "sdk");
  const overlay = new Map([
    [join(folder, "json.ts"), library],
    [
      join(folder, "handler.ts"),
      `import type { SkillContext, SkillEvent } from "#sdk";
       import { asText } from "./json.ts";
       export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> { ${body} }`,
    ],
  ]);
  return compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: join(root, "module", "runtime.ts"),
    overlay,
    flows: [{ idn: "Flow", handlers: [{ name: "handle", file: join(folder, "handler.ts") }] }],
  });
}

function problemsOf(output: CompileOutput): readonly string[] {
  return output.problems.map(({ name }) => name);
}

describe("the SDK", () => {
  test("has no part in a function of the author's that has the name and the place of one of its own", () => {
    const { flows, problems } = compile(
      "export function asText(text: string): string { const line = `<${text}>`; return line; }",
      "ctx.log(asText(event.idn));",
    );
    expect(problems).toEqual([]);
    // Written in place of its call: what it adds is the author's.
    expect(flows[0]?.skills.map(({ text }) => text).join("")).toContain('"<" ~ ');
  });

  test("lends no author the right to claim a type", () => {
    const library =
      "export function asText(text: string): [string, number?] { return text as unknown as [string, number?]; }";
    expect(problemsOf(compile(library, "ctx.log(asText(event.idn)[0]);"))).toEqual([
      "syntax/no-narrowing-cast",
    ]);
  });

  test("is followed through the files that hand its functions on", () => {
    const { flows, problems } = compile(
      'export { asText } from "#sdk";',
      'ctx.log(asText(event.arguments["name"]));',
    );
    expect(problems).toEqual([]);
    expect(flows[0]?.skills.map(({ idn }) => idn)).not.toContain("_asText");
  });
});
