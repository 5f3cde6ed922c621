/** Compiles every call the tables show, so that none of them can be wrong, and tells what an action becomes. */
import { compilePrograms, textProgram } from "../../sandbox/program/index.ts";
import { actionCalls, globalUsages, listUsages, textUsages } from "./methods.ts";

const imports = [
  'import type { JsonObject, JsonValue } from "#sdk";',
  'import type { RuntimeContext } from "#sdk";',
];

const variables = [
  "  const record: Record<string, string> = { a: text };",
  '  const list = text.split(",");',
  "  const count = list.length;",
  "  const outside: JsonValue = text;",
];

/**
 * The platform actions each method of `ctx` becomes, by method.
 *
 * @throws Error when a call of a table does not compile
 */
export function probeCalls(): ReadonlyMap<string, readonly string[]> {
  const usages = [...textUsages, ...listUsages, ...globalUsages].map(({ write }) => write);
  const actions = Object.entries(actionCalls);
  const source = [
    ...imports,
    "export function main(ctx: RuntimeContext, text: string): void {",
    ...usages.map((_call, index) => `  usage${String(index)}(ctx, text);`),
    ...actions.map(([name]) => `  probe_${name}(ctx, text);`),
    "}",
    ...usages.flatMap((call, index) => probe(`usage${String(index)}`, [...variables, `  ${call};`])),
    ...actions.flatMap(([name, call]) => probe(`probe_${name}`, [`  ${call};`])),
    "",
  ];
  const { flows, problems } = compilePrograms([textProgram("probes", source.join("\n"))], {
    withoutPasses: "all",
  });
  const [problem] = problems;
  if (problem !== undefined) {
    const line = source[(problem.position?.line ?? 0) - 1] ?? "";
    throw new Error(
      `The table of the language page has a call that does not compile:${line}: ${problem.message}`,
    );
  }
  const skills = new Map(flows.get("probes")?.skills.map((skill) => [skill.idn, skill.text]));
  return new Map(actions.map(([name]) => [name, actionsOf(skills.get(`_probe_${name}`) ?? "", skills)]));
}

function probe(name: string, body: readonly string[]): string[] {
  return [`function ${name}(ctx: RuntimeContext, text: string): void {`, ...body, "}"];
}

/** Actions are called by names that begin with a capital; private skills are looked into. */
function actionsOf(text: string, skills: ReadonlyMap<string, string>): readonly string[] {
  const direct = [...text.matchAll(/(?<![\w.])([A-Z][A-Za-z]+|uuid\.uuid4)\(/gu)].map(
    ([, name = ""]) => name,
  );
  const called = /(?<![\w.])_generate\(/u.test(text)
    ? actionsOf(skills.get("_generate") ?? "", new Map())
    : [];
  return [...new Set([...direct, ...called])].filter((name) => name !== "Return");
}
