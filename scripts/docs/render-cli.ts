/** The page `docs/cli.md`, made of the descriptions of the verbs, so that it cannot tell anything else. */
import type { CommandDefinition, OptionDefinition } from "../cli/command.ts";
import { commands } from "../cli/commands.ts";
import { exitCodeMeanings } from "../cli/exit-codes.ts";
import { commandCall, commandName } from "../toolkit.ts";
import { renderTemplate } from "./render-template.ts";

/** The page, relative to the project. */
export const cliPage = "docs/cli.md";

/** The page as Markdown. `root` is the project's folder. */
export function renderCli(root: string): Promise<string> {
  const verbs = Object.entries(commands).map(([name, definition]) => verbOf(name, definition));
  const exitCodes = Object.entries(exitCodeMeanings).map(([code, meaning]) => ({ code, meaning }));
  return renderTemplate(root, "cli.hbs", cliPage, { command: commandName, exitCodes, verbs });
}

function verbOf(name: string, { description, argument, options, examples }: CommandDefinition): object {
  const word = argument === undefined ? "" : `${argument.value}${argument.many ? "..." : ""}`;
  const given = word === "" ? "" : argument?.optional === true ? ` [${word}]` : ` <${word}>`;
  return {
    name,
    description,
    usage: `${commandName} ${name}${given}${Object.keys(options).length === 0 ? "" : " [options]"}`,
    arguments: argument === undefined ? [] : [argument],
    options: Object.entries(options).map(([option, described]) => optionOf(option, described)),
    examples: Object.entries(examples).map(([line, meaning]) => ({
      line: `${commandCall} ${line}`,
      meaning,
    })),
  };
}

function optionOf(name: string, described: OptionDefinition): object {
  if (described.kind !== "text") {
    const flags = described.kind === "flag" ? `--${name}` : `--no-${name}`;
    return { flags, description: described.description, defaultText: "" };
  }
  const choices = described.choices === undefined ? "" : `; one of ${described.choices.join(", ")}`;
  const fallback = described.default === "" ? "" : `; \`${described.default}\` when left out`;
  return {
    flags: `--${name} ${described.whenBare === undefined ? `<${described.value}>` : `[${described.value}]`}`,
    description: described.description,
    defaultText: `${choices}${fallback}`,
  };
}
