/** The NSL the page shows beside an example. */
import { compileFlows } from "../../compiler/index.ts";
import { sdkFile } from "../../compiler/program.ts";
import type { CompiledFlow, CompiledSkill } from "../../model/types.ts";
import { sdkEntry } from "../../toolkit.ts";
import { allPasses } from "../../compiler/optimise/index.ts";
import { compilePrograms } from "../../sandbox/program/index.ts";
import type { Example } from "./example.ts";

/**
 * The skills that come from the examples' own files. An async `main` is shown as the handler it would be; another
 * one as the private skill it becomes when a program is run by itself. The optimiser is off, so that each function is seen
 * by itself.
 *
 * @throws Error when an example does not compile
 */
export function compileExamples(
  root: string,
  examples: readonly Example[],
): ReadonlyMap<string, readonly CompiledSkill[]> {
  const handlers = examples.filter((example) => example.isAsync);
  const programs = examples.filter((example) => !example.isAsync);
  const output = compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: sdkFile("bare-runtime.ts"),
    flows: handlers.map(({ name, file }) => ({ idn: name, handlers: [{ name: "main", file }] })),
    withoutPasses: allPasses,
  });
  const compiled = compilePrograms(
    programs.map(({ name, file }) => ({ name, file })),
    { withoutPasses: allPasses },
  );
  const [problem] = [...output.problems, ...compiled.problems];
  if (problem !== undefined) {
    const { position } = problem;
    throw new Error(`${position?.file ?? ""}:${String(position?.line ?? 0)} ${problem.message}`);
  }
  const flows = new Map([...output.flows.map((flow) => [flow.idn, flow] as const), ...compiled.flows]);
  return new Map(
    examples.map((example) => [example.name, ownSkills(flows.get(example.name), example, root)]),
  );
}

function ownSkills(
  flow: CompiledFlow | undefined,
  { file }: Example,
  root: string,
): readonly CompiledSkill[] {
  const own = file
    .slice(root.length)
    .replace(/^[/\\]/u, "")
    .replaceAll("\\", "/");
  return flow?.skills.filter((skill) => skill.lines.some((line) => line.file === own)) ?? [];
}
