/** `locate`: from a line of a compiled skill to its source. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  locateLine,
  readLogLine,
  readStepLine,
  type Located,
  type SkillLine,
} from "../../artifact/locate.ts";
import { chosenMaps } from "../chosen-maps.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { inProject } from "../project.ts";

/** Prints `file.ts:line`, of a step's line of the log each place with its skill. Exit code 1 when the place is unknown, 2 when none was named. */
export const run: Implementation<Commands["locate"]> = (
  { out, version, maps, json },
  { terminal, project, words },
) => {
  // A step's line also tells the skill that has written it, which is no step of the operation.
  const steps = readStepLine(words.join(" "));
  const place = steps.length > 0 ? null : readPlace(words);
  if (place === null && steps.length === 0) {
    throw new UserError(
      "This names no skill line. Give a flow, a skill and a line, or a log line that holds them.",
      exitCodes.usage,
    );
  }
  const opened = project();
  const folder = maps === "" ? out : maps;
  const manifest = chosenMaps(opened, folder, version);
  const locate = (wanted: SkillLine): Extract<Located, { ok: true }> => {
    const located = locateLine(manifest, wanted);
    if (!located.ok) {
      throw new UserError(located.reason);
    }
    return located;
  };
  if (place === null) {
    const found = steps.map((step) => ({ skill: step.skill, ...locate(step) }));
    const lines = found.map((one) => `${one.skill}  ${one.file}:${String(one.line)}\n`);
    terminal.out(json ? `${JSON.stringify(found)}\n` : lines.join(""));
    return Promise.resolve(exitCodes.ok);
  }
  if (place.line === 0) {
    throw new UserError("There is no line 0: lines of a skill count from 1.");
  }
  const located = locate(place);
  refuseBeyondEnd(join(inProject(opened, folder), "artifact", located.artifactFile), place);
  const text = `${located.file}:${String(located.line)}`;
  terminal.out(json ? `${JSON.stringify(located)}\n` : `${text}\n`);
  return Promise.resolve(exitCodes.ok);
};

/** A line behind the last one belongs to no source. @throws UserError */
function refuseBeyondEnd(file: string, { skill, line }: SkillLine): void {
  const last = existsSync(file)
    ? readFileSync(file, "utf8").trimEnd().split("\n").length
    : Number.POSITIVE_INFINITY;
  if (line !== null && line > last) {
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
