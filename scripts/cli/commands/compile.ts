/** `compile`: any file that exports `main(ctx, input)`, to read its NSL or to compare both runtimes. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { CompiledFlow, CompiledSkill } from "../../model/types.ts";
import {
  compilePrograms,
  fileProgram,
  findInputFaults,
  InputTypeError,
  ProgramFormError,
  type ProgramInput,
  readMain,
  runProgram,
} from "../../sandbox/program/index.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError, type ExitCode } from "../exit-codes.ts";
import { withPlainFaults } from "../sandbox-faults.ts";
import { problemForm, showProblems, type ProblemForm } from "../show-problems.ts";

/** Exit code 1 for problems and when the runtimes differ, 2 when a file that was named cannot be used. */
export const run: Implementation<Commands["compile"]> = async (options, context) => {
  const [given = ""] = context.words;
  if (options.run !== "" && options.format === "sarif") {
    throw new UserError(
      "--run prints {js, nsl, equal}, which is no SARIF log. Leave out one of --run and --format sarif.",
      exitCodes.usage,
    );
  }
  const file = existingFile(given, "hello.ts");
  if (!/\.[cm]?ts$/u.test(file)) {
    throw new UserError(`${given} is no TypeScript file. Name one, such as hello.ts.`, exitCodes.usage);
  }
  try {
    return options.run === ""
      ? show(file, options, context)
      : await compare(file, options.run, problemForm(options.format, options.json), context);
  } catch (thrown) {
    if (thrown instanceof ProgramFormError) {
      showProblems(
        [thrown.problem],
        context.project().root,
        context,
        problemForm(options.format, options.json),
      );
      return exitCodes.failed;
    }
    if (thrown instanceof InputTypeError) {
      throw misfit(options.run, thrown.faults);
    }
    throw thrown;
  }
};

/** The absolute name of a file that was named on the command line. */
function existingFile(given: string, example: string): string {
  const file = resolve(given);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UserError(`There is no file ${given}.`, exitCodes.usage);
  }
  if (found.isDirectory()) {
    throw new UserError(`${given} is a folder. Name one file, such as ${example}.`, exitCodes.usage);
  }
  return file;
}

function show(
  file: string,
  { map, all, json, format }: { map: boolean; all: boolean; json: boolean; format: string },
  context: CommandContext,
): ExitCode {
  const form = problemForm(format, json);
  const program = fileProgram(file);
  const root = context.project();
  const { flows, problems } = compilePrograms([program], {
    root,
    // The author's own functions are shown one by one; all skills, as they are emitted.
    withoutPasses: all ? new Set() : "all",
  });
  const flow = flows.get(program.name);
  if (flow === undefined) {
    showProblems(problems, root.root, context, form);
    return exitCodes.failed;
  }
  if (form !== "pretty" && !json) {
    showProblems([], root.root, context, form);
    return exitCodes.ok;
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
  form: ProblemForm,
  context: CommandContext,
): Promise<ExitCode> {
  const root = context.project();
  const { problems, flow, js, nsl, equal } = await withPlainFaults(() =>
    runProgram({
      ...readInput(inputFile, file),
      file,
      root,
      pythonPlaces: root.python,
    }),
  );
  if (flow === null) {
    showProblems(problems, root.root, context, form);
    return exitCodes.failed;
  }
  context.terminal.out(`${JSON.stringify({ js, nsl, equal }, null, 2)}\n`);
  return equal ? exitCodes.ok : exitCodes.failed;
}

/** What a program is run with, checked. */
function readInput(given: string, program: string): ProgramInput {
  const text = readFileSync(existingFile(given, "input.json"), "utf8");
  const { takesInput } = readMain(program, readFileSync(program, "utf8"));
  const input = parse(text, given);
  const faults = findInputFaults(input, takesInput);
  if (faults.length > 0) {
    throw misfit(given, faults);
  }
  return { input: null, ...(input as Partial<ProgramInput>) };
}

function misfit(given: string, faults: readonly string[]): UserError {
  return new UserError(faults.map((fault) => `${given}: ${fault}`).join("\n"), exitCodes.usage);
}

function parse(text: string, given: string): unknown {
  try {
    // Some editors put a mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UserError(`${given}: It is not JSON: ${detail}.`, exitCodes.usage);
  }
}
