/** Runs one command line: parses, calls the verb, reports what went wrong. */
import { CommanderError } from "commander";
import picocolors from "picocolors";
import type { Project } from "../project/index.ts";
import { commandCall } from "../toolkit.ts";
import { problemForm, showProblems } from "./show-problems.ts";
import type { CommandContext, CommandDefinition, Implementation } from "./command.ts";
import type { CommandName } from "./commands.ts";
import { exitCodes, UserError, type ExitCode } from "./exit-codes.ts";
import { secretValues } from "./env-values.ts";
import { failureText } from "./failure-text.ts";
import { implementations } from "./implementations.ts";
import { makeProgram, withoutHelpVerb } from "./make-program.ts";
import { plainFault } from "./plain-fault.ts";
import { ProblemsError } from "./problems-error.ts";
import { projectFolder, projectFor } from "./project.ts";
import type { Terminal } from "./terminal.ts";
import { withoutSecrets } from "./without-secrets.ts";

/**
 * Gives the exit code; never rejects.
 *
 * @param args what stands after the program's name
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const plain = { ...terminal, outColour: false, errColour: false };
  const chosen = args.includes("--no-color") ? plain : terminal;
  let isSilent = true;
  const used: Terminal = {
    ...chosen,
    out: (text) => {
      isSilent = false;
      chosen.out(text);
    },
  };
  const program = makeProgram(used, async (name, options, words) => {
    const { run } = await load(name);
    const { project: named, ...own } = options;
    const project = (): Project => projectFor(String(named), process.cwd());
    const context = contextOf(used, project, words);
    const secrets = name === keyVerb ? [] : secretsAround(String(named));
    code = await withoutSecrets(secrets, context, async (quiet) => {
      try {
        return await run(own as never, quiet);
      } catch (thrown) {
        if (!(thrown instanceof ProblemsError)) {
          throw thrown;
        }
        const form = problemForm(String(own["format"]), own["json"] === true);
        showProblems(thrown.problems, project().root, quiet, form);
        return exitCodes.failed;
      }
    });
  });
  try {
    await program.parseAsync(withoutHelpVerb(program, args), { from: "user" });
    return code;
  } catch (thrown) {
    const failed = report(thrown, used, args.includes("--verbose"));
    // A second document would make the first one unreadable.
    if (failed !== exitCodes.ok && isSilent) {
      chosen.out(failureText(args, thrown, failed));
    }
    return failed;
  }
}

/** The verb that makes a key, for whoever has started it, and shows it. */
const keyVerb = "sandbox start";

/** None where there is no project: the verb says so itself. @param named as `projectFolder` takes it */
function secretsAround(named: string): string[] {
  try {
    const root = projectFolder(named, process.cwd());
    return root === null ? [] : secretValues({ root });
  } catch (thrown) {
    if (thrown instanceof UserError) {
      return [];
    }
    throw thrown;
  }
}

/** Commander has checked the options against the description; the types of all verbs meet only here. */
function load(name: CommandName): Promise<{ readonly run: Implementation<CommandDefinition> }> {
  return implementations[name]() as Promise<{ readonly run: Implementation<CommandDefinition> }>;
}

function contextOf(terminal: Terminal, project: () => Project, words: readonly string[]): CommandContext {
  const { gray } = picocolors.createColors(terminal.errColour);
  return {
    terminal,
    project,
    words,
    progress: (text) => {
      terminal.err(`${gray(text)}\n`);
    },
  };
}

function report(thrown: unknown, { err, errColour }: Terminal, verbose: boolean): ExitCode {
  if (thrown instanceof CommanderError) {
    // Commander has printed the help, the version or the complaint.
    return thrown.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  const { red } = picocolors.createColors(errColour);
  const error = thrown instanceof Error ? plainFault(thrown) : new Error(String(thrown));
  err(`${red("error")} ${error.message}\n`);
  if (verbose && error.stack !== undefined) {
    err(`${error.stack}\n`);
    if (typeof error.cause === "string" && error.cause !== "") {
      err(`${error.cause}\n`);
    }
  } else if (!(error instanceof UserError)) {
    err(`Run ${commandCall} with --verbose to see where this comes from.\n`);
  }
  return error instanceof UserError ? error.exitCode : exitCodes.failed;
}
