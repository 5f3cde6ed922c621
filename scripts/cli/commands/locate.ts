/** `locate`: from a line of a compiled skill to its source. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Manifest } from "../../artifact/index.ts";
import { locateLine, readLogLine, type SkillLine } from "../../artifact/locate.ts";
import { commandName } from "../../toolkit.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { inProject } from "../project.ts";

/** Prints `file.ts:line`. Exit code 1 when the place is unknown, 2 when none was named. */
export const run: Implementation<Commands["locate"]> = ({ out, json }, { terminal, project, words }) => {
  const place = readPlace(words);
  if (place === null) {
    throw new UserError(
      "This names no skill line. Give a flow, a skill and a line, or a log line that holds them.",
      exitCodes.usage,
    );
  }
  const file = join(inProject(project(), out), "manifest.json");
  if (!existsSync(file)) {
    throw new UserError(`There is no build to look into. Run \`${commandName} build\` first.`);
  }
  const located = locateLine(JSON.parse(readFileSync(file, "utf8")) as Manifest, place);
  if (!located.ok) {
    throw new UserError(located.reason);
  }
  refuseBeyondEnd(join(dirname(file), "artifact", located.artifactFile), place);
  const text = `${located.file}:${String(located.line)}`;
  terminal.out(json ? `${JSON.stringify(located)}\n` : `${text}\n`);
  return Promise.resolve(exitCodes.ok);
};

/** A line behind the last one belongs to no source. @throws UserError */
function refuseBeyondEnd(file: string, { skill, line }: SkillLine): void {
  const last = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").length : line;
  if (line > last || line < 1) {
    throw new UserError(`The skill ${skill} has ${String(last)} lines; there is no line ${String(line)}.`);
  }
}

/** `Flow Skill 12`, `Skill 12`, or a line of a log. */
function readPlace(words: readonly string[]): SkillLine | null {
  const [first = "", second = "", third = ""] = words;
  if (words.length === 3 && /^\d+$/.test(third)) {
    return { flow: first, skill: second, line: Number(third) };
  }
  if (words.length === 2 && /^\d+$/.test(second)) {
    return { flow: null, skill: first, line: Number(second) };
  }
  return readLogLine(words.join(" "));
}
