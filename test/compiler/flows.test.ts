import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CompileOutput, compileFlows, type FlowSource } from "../../scripts/compiler/index.ts";
import { allPasses } from "../../scripts/compiler/optimise/index.ts";
import { root } from "./compile-fixtures.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";

const folder = join(root, "test", "compiler", "flows");

const imports = 'import type { HttpRequest, SkillContext, SkillEvent } from "#sdk";\n';

/** Compiles files given as name -> text; a flow is a list of `file#handler`. */
function compile(
  files: Readonly<Record<string, string>>,
  flows: Readonly<Record<string, readonly string[]>>,
): CompileOutput {
  const sources = Object.entries(flows).map(([idn, handlers]): FlowSource => ({
    idn,
    handlers: handlers.map((handler) => {
      const [file = "", name = ""] = handler.split("#");
      return { name, file: join(folder, file) };
    }),
  }));
  return compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: join(root, "module", "runtime.ts"),
    overlay: new Map(Object.entries(files).map(([file, text]) => [join(folder, file), imports + text])),
    flows: sources,
    // Each function is looked for as a skill of its own.
    withoutPasses: allPasses,
  });
}

/** A handler that calls the helper `greet` of its own file, or of another one. */
function handler(name: string, rest: string): string {
  return `export async function ${name}(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(greet(event.idn));
}
${rest}`;
}

const greet = `export function greet(name: string): string {
  const line = \`Hello \${name}\`;
  return line;
}
`;

function codesOf(output: CompileOutput): readonly string[] {
  return output.problems.map(({ code, position }) => `${code} ${position?.file.split("/").at(-1) ?? ""}`);
}

function skillsOf(output: CompileOutput): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    output.flows.map((flow) => [flow.idn, flow.skills.map((skill) => skill.idn).sort()]),
  );
}

describe("flows", () => {
  test("each get a helper they share", () => {
    const shared = handler("one", 'import { greet } from "./greet.ts";\n');
    const output = compile(
      { "greet.ts": greet, "one.ts": shared, "two.ts": shared.replace("one", "two") },
      { First: ["one.ts#one"], Second: ["two.ts#two"] },
    );
    expect(codesOf(output)).toEqual([]);
    expect(skillsOf(output)).toEqual({
      First: ["OneSkill", "_greet"],
      Second: ["TwoSkill", "_greet"],
    });
  });

  test("may each have another helper of one name", () => {
    const output = compile(
      { "one.ts": handler("one", greet), "two.ts": handler("two", greet.replace("Hello", "Good morning")) },
      { First: ["one.ts#one"], Second: ["two.ts#two"] },
    );
    expect(codesOf(output)).toEqual([]);
    const texts = output.flows.map((flow) => flow.skills.find((skill) => skill.idn === "_greet")?.text ?? "");
    expect(texts[0]).toContain("Hello");
    expect(texts[1]).toContain("Good morning");
  });

  test("hold two helpers of one name, each named with its file", () => {
    const output = compile(
      { "one.ts": handler("one", greet), "two.ts": handler("two", greet) },
      { Both: ["one.ts#one", "two.ts#two"] },
    );
    expect(codesOf(output)).toEqual([]);
    expect(skillsOf(output)["Both"]).toEqual(expect.arrayContaining(["_greet_of_one", "_greet_of_two"]));
  });

  test("may start the same handler", () => {
    const output = compile(
      { "one.ts": handler("one", greet) },
      { First: ["one.ts#one"], Second: ["one.ts#one"] },
    );
    expect(codesOf(output)).toEqual([]);
    expect(Object.keys(skillsOf(output))).toEqual(["First", "Second"]);
  });

  test("cannot hold two handlers of one name", () => {
    const output = compile(
      { "one.ts": handler("go", greet), "two.ts": handler("go", 'import { greet } from "./one.ts";\n') },
      { Both: ["one.ts#go", "two.ts#go"] },
    );
    expect(codesOf(output)).toEqual(["NSL1209 two.ts"]);
  });

  test("keep the names of the compiler's own skills for themselves", () => {
    const output = compile({ "one.ts": handler("result", greet) }, { Only: ["one.ts#result"] });
    expect(codesOf(output)).toEqual(["NSL1209 one.ts"]);
  });

  test("call of the functions in tables none that another flow has", () => {
    const table = (word: string): string => `const greetings: Record<string, (name: string) => string> = {
  short: (name) => \`${word} \${name}\`,
};
function greet(name: string): string {
  const greeting = pick(greetings, name);
  return greeting(name);
}
function pick(from: Record<string, (name: string) => string>, name: string): (name: string) => string {
  return from[name] ?? from["short"]!;
}
`;
    const output = compile(
      { "one.ts": handler("one", table("Hello")), "two.ts": handler("two", table("Good morning")) },
      { First: ["one.ts#one"], Second: ["two.ts#two"] },
    );
    expect(codesOf(output)).toEqual([]);
    const texts = output.flows.map(({ skills }) => skills.map(({ text }) => text).join(""));
    expect(texts[0]).toContain("Hello");
    expect(texts[0]).not.toContain("Good morning");
  });
});
