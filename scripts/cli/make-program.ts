/** Turns the descriptions of the verbs into commander's commands. */
import { Command, Option } from "commander";
import type { CommandDefinition, OptionDefinition } from "./command.ts";
import { commandCall, commandName, toolkitVersion } from "../toolkit.ts";
import { commandGroups, commands, type CommandName } from "./commands.ts";
import { exitCodeMeanings } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Called with the verb that was given, all its options and the words of its argument. */
export type Handler = (
  name: CommandName,
  options: Readonly<Record<string, unknown>>,
  words: readonly string[],
) => Promise<void>;

/** The parser. It throws a CommanderError instead of ending the process. */
export function makeProgram(terminal: Terminal, handle: Handler): Command {
  const program = new Command(commandName)
    .description("Builds, checks and tries out a module for Newo.")
    .version(toolkitVersion(), "-V, --version", "print the version")
    .option("--no-color", "write no colours; so does the environment variable NO_COLOR")
    .option("--verbose", "show the stack of an unexpected error")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [verb]", "explain a verb")
    .showSuggestionAfterError()
    // A verb may have a `--version` of its own; what every verb takes is given to each below.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText("after", `\n${exitCodeHelp}\n${exampleHelp(allExamples())}`);
  const groups = new Map<string, Command>();
  for (const name of Object.keys(commands) as CommandName[]) {
    const [group = "", member] = name.split(" ");
    const parent = member === undefined ? program : groupOf(program, groups, group);
    addCommand(parent, member ?? group, commands[name], (options, words) => handle(name, options, words));
  }
  return program;
}

/**
 * The words of a command line that asks for help, as commander reads them: `help sandbox start` is `sandbox start --help`.
 * Where there is no such verb only the words are left, so that commander says so and what comes near; others are as they were.
 */
export function withoutHelpVerb(program: Command, args: readonly string[]): string[] {
  const asksForHelp = (arg: string): boolean => arg === "--help" || arg === "-h";
  const words = args.filter((arg) => arg !== "help" && !arg.startsWith("-"));
  if (args[0] !== "help" && !args.some(asksForHelp)) {
    return [...args];
  }
  let found: Command | undefined = program;
  for (const word of words) {
    if (found !== undefined && found.commands.length > 0) {
      found = found.commands.find((command) => command.name() === word);
    }
  }
  return found === undefined ? words : args[0] === "help" ? [...words, "--help"] : [...args];
}

const exitCodeHelp = `Exit codes:\n${Object.entries(exitCodeMeanings)
  .map(([code, meaning]) => `  ${code}  ${meaning}\n`)
  .join("")}`;

function groupOf(program: Command, groups: Map<string, Command>, name: string): Command {
  const known = groups.get(name);
  if (known !== undefined) {
    return known;
  }
  const group = program.command(name).description(commandGroups[name] ?? "");
  const examples = allExamples().filter(([line]) => line.startsWith(`${name} `));
  group
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addHelpText("after", `\n${exampleHelp(examples)}\n\n${exitCodeHelp}`);
  groups.set(name, group);
  return group;
}

function addCommand(
  parent: Command,
  name: string,
  definition: CommandDefinition,
  handle: (options: Readonly<Record<string, unknown>>, words: readonly string[]) => Promise<void>,
): void {
  const made = Object.entries({ ...definition.options, project: projectOption }).map(
    ([option, described]) => [option, makeOption(option, described)] as const,
  );
  const command = parent
    .command(name)
    .description(definition.description)
    .addHelpText("after", `\n${exampleHelp(Object.entries(definition.examples))}\n\n${exitCodeHelp}`)
    .action(() => {
      // By the names of the description: commander's own differ for names of several words.
      const valueOf = (option: Option): unknown => command.getOptionValue(option.attributeName()) ?? false;
      return handle(
        Object.fromEntries(made.map(([option, instance]) => [option, valueOf(instance)])),
        command.args,
      );
    });
  if (definition.argument !== undefined) {
    const { value, description, many, optional = false } = definition.argument;
    const name = `${value}${many ? "..." : ""}`;
    command.argument(optional ? `[${name}]` : `<${name}>`, description);
  }
  made.forEach(([, option]) => command.addOption(option));
  command.addOption(new Option("--no-color").hideHelp()).addOption(new Option("--verbose").hideHelp());
}

/** Every verb takes it. */
const projectOption: OptionDefinition = {
  kind: "text",
  value: "folder",
  description: "folder of the project; by default the nearest upwards that holds a module.yaml",
  default: "",
};

function makeOption(name: string, described: OptionDefinition): Option {
  if (described.kind === "text") {
    const { value, whenBare } = described;
    const word = whenBare === undefined ? `<${value}>` : `[${value}]`;
    const bare = new Option(`--${name} ${word}`, described.description);
    const made = whenBare === undefined ? bare : bare.preset(whenBare);
    const choices = described.choices === undefined ? made : made.choices(described.choices);
    return described.default === "" ? choices.default("", "none") : choices.default(described.default);
  }
  const flag = described.kind === "flag" ? `--${name}` : `--no-${name}`;
  const letter = described.kind === "flag" ? described.letter : undefined;
  return new Option(letter === undefined ? flag : `-${letter}, ${flag}`, described.description);
}

function allExamples(): [string, string][] {
  return Object.values(commands).flatMap((definition: CommandDefinition) =>
    Object.entries(definition.examples).slice(0, 1),
  );
}

function exampleHelp(examples: readonly (readonly [line: string, meaning: string])[]): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${commandCall} ${line.padEnd(width)}  ${meaning}`);
  return `Examples:\n${lines.join("\n")}`;
}
