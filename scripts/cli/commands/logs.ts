/** `logs`: lines of the platform's log, each with the TypeScript it comes from. */
import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import { locateLine, readLogLine, readStepLine, type SkillLine } from "../../artifact/locate.ts";
import type { Manifest } from "../../artifact/index.ts";
import type { LogShown } from "../../builder/index.ts";
import type { Project } from "../../project/index.ts";
import { chosenMaps } from "../chosen-maps.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { identityOf, onBuilder } from "../on-builder.ts";

/** A line, and where it comes from. */
interface ShownLine {
  /** "" where a file does not say. */
  readonly time: string;
  readonly level: string;
  readonly text: string;
  /** `skill  file:line`, innermost first; none for a line that names no place of the module's. */
  readonly places: readonly { readonly skill: string; readonly file: string; readonly line: number }[];
}

/** Lines as they came, the oldest first, and the version that wrote them where that is known. */
interface Read {
  readonly lines: readonly Omit<LogShown, "log_id">[];
  readonly version: string;
}

/** Most lines that are asked for at once. */
const most = 1000;

/** Exit code 0 with the lines, also where no maps are there for their places, which is said. */
export const run: Implementation<Commands["logs"]> = async (options, context) => {
  const last = Number(options.last);
  if (!Number.isInteger(last) || last < 1 || last > most) {
    throw new UserError(
      `--last takes a number from 1 to ${String(most)}, not "${options.last}".`,
      exitCodes.usage,
    );
  }
  const project = context.project();
  const [file] = context.words;
  const read =
    file === undefined ? await linesOfAccount(project, options.as, options.level, last) : linesOfFile(file);
  const folder = options.maps === "" ? options.out : options.maps;
  const maps = mapsFor(project, folder, options.version === "" ? read.version : options.version, context);
  const shown = read.lines
    .filter(({ level }) => options.level === "" || level === options.level)
    .slice(-last)
    .map((line): ShownLine => ({
      time: line.datetime,
      level: line.level,
      text: line.message,
      places: placesOf(line, maps),
    }));
  const { red, yellow, cyan } = picocolors.createColors(context.terminal.outColour);
  const colour = (level: string): string =>
    level === "error" ? red(level) : level === "warning" ? yellow(level) : level;
  const lines = shown.map(({ time, level, text, places }) => {
    const head = [time, colour(level), text].filter((part) => part !== "").join(" ");
    return `${head}\n${places.map((place) => `    ${place.skill}  ${cyan(`${place.file}:${String(place.line)}`)}\n`).join("")}`;
  });
  context.terminal.out(options.json ? `${JSON.stringify({ lines: shown }, null, 2)}\n` : lines.join(""));
  return exitCodes.ok;
};

function linesOfAccount(project: Project, as: string, level: string, last: number): Promise<Read> {
  return onBuilder(project, async ({ api }) => {
    const own = as === "" ? identityOf(project).projectIdn : as;
    const meta = (await api.projects()).find(({ idn }) => idn === own);
    // The newest come first.
    const lines = [...(await api.logs({ per: last, level }))].reverse();
    return { lines, version: meta?.version ?? "" };
  });
}

/** @throws UserError when it cannot be read */
function linesOfFile(file: string): Read {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "";
    throw new UserError(
      code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
      exitCodes.usage,
    );
  }
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  return { lines: lines.map(lineOfText), version: "" };
}

/** A line is JSON in the form of the Builder's API, or any text that has a level somewhere. */
function lineOfText(text: string): Read["lines"][number] {
  const found = /\b(error|warning|info)\b/iu.exec(text)?.[1]?.toLowerCase() ?? "";
  const plain = { datetime: "", level: found, message: text, data: {} };
  try {
    const value = JSON.parse(text) as Partial<LogShown> | null;
    return typeof value?.message === "string" ? { ...plain, ...value, message: value.message } : plain;
  } catch {
    return plain;
  }
}

/** null, after it was said, where there are no maps of the version. */
function mapsFor(
  project: Project,
  folder: string,
  version: string,
  { progress }: CommandContext,
): Manifest | null {
  try {
    return chosenMaps(project, folder, version);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) {
      throw thrown;
    }
    progress(`Lines are shown without their places: ${thrown.message}`);
    return null;
  }
}

function placesOf({ data, message }: Read["lines"][number], maps: Manifest | null): ShownLine["places"] {
  const { flow_idn: flow, skill_idn: skill, line } = data;
  const steps = readStepLine(message);
  const named = readLogLine(message);
  const own: readonly SkillLine[] =
    typeof skill === "string"
      ? [
          {
            flow: typeof flow === "string" ? flow : null,
            skill,
            line: typeof line === "number" ? line : null,
          },
        ]
      : [];
  // What tells the steps is better than who has written it, and what tells the line better than the skill alone.
  const wanted =
    steps.length > 0
      ? steps
      : typeof line !== "number" && named !== null && (named.line !== null || own.length === 0)
        ? [named]
        : own;
  return wanted.flatMap((one) => {
    const located = maps === null ? null : locateLine(maps, one);
    return located?.ok === true ? [{ skill: one.skill, file: located.file, line: located.line }] : [];
  });
}
