/** `compile`: any file that exports `main(ctx, input)`, to read its NSL or to compare both runtimes. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CompiledFlow, CompiledSkill } from "../../model/types.ts";
import {
  compilePrograms,
  fileProgram,
  type ProgramInput,
  ProgramFormError,
  runProgram,
} from "../../sandbox/program/index.ts";
import { problemForm, showProblems } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError, type ExitCode } from "../exit-codes.ts";

/** Exit code 1 for problems, and when the runtimes differ. */
export const run: Implementation<Commands["compile"]> = async (options, context) => {
  const [given = ""] = context.words;
  const file = resolve(given);
  if (!existsSync(file)) {
    throw new UserError(`There is no file ${given}.`);
  }
  try {
    return options.run === ""
      ? show(file, options, context)
      : await compare(file, options.run, options.format, context);
  } catch (thrown) {
    throw thrown instanceof ProgramFormError ? new UserError(thrown.message) : thrown;
  }
};

function show(
  file: string,
  { map, all, json, format }: { map: boolean; all: boolean; json: boolean; format: string },
  context: CommandContext,
): ExitCode {
  const program = fileProgram(file);
  const { flows, problems } = compilePrograms([program]);
  const flow = flows.get(program.name);
  if (flow === undefined) {
    showProblems(problems, context, problemForm(format, json));
    return exitCodes.failed;
  }
  const skills = all ? flow.skills : ownSkills(flow, file);
  context.terminal.out(
    json ? `${JSON.stringify(skills, null, 2)}\n` : skills.map((skill) => page(skill, map)).join("\n"),
  );
  return exitCodes.ok;
}

/** The skills that come from the author's own files, not from the SDK and the wrapper. */
function ownSkills(flow: CompiledFlow, file: string): readonly CompiledSkill[] {
  const name = file.split(/[\\/]/).at(-1) ?? "";
  const own = flow.skills.filter((skill) =>
    skill.sources.some((source) => source.endsWith(`/${name}`) || source === name || source.startsWith("..")),
  );
  return own.length > 0 ? own : flow.skills;
}

function page(skill: CompiledSkill, withMap: boolean): string {
  const parameters = skill.parameters.map((parameter) => parameter.name).join(", ");
  return `--- ${skill.idn}(${parameters})\n${skill.text}${withMap ? `--- ${skill.idn}.map\n${skill.map}\n` : ""}`;
}

async function compare(
  file: string,
  inputFile: string,
  format: string,
  context: CommandContext,
): Promise<ExitCode> {
  const { problems, flow, js, nsl, equal } = await runProgram({ ...readInput(inputFile), file });
  if (flow === null) {
    showProblems(problems, context, problemForm(format, false));
    return exitCodes.failed;
  }
  context.terminal.out(`${JSON.stringify({ js, nsl, equal }, null, 2)}\n`);
  return equal ? exitCodes.ok : exitCodes.failed;
}

function readInput(given: string): ProgramInput {
  const file = resolve(given);
  if (!existsSync(file)) {
    throw new UserError(`There is no file ${given}.`);
  }
  try {
    const input = JSON.parse(readFileSync(file, "utf8")) as ProgramInput;
    return { ...input, input: input.input ?? null };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UserError(`${given} is not JSON: ${detail}`);
  }
}
