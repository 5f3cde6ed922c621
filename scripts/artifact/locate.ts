/** From a line of a compiled skill back to the TypeScript it stands for. */
import { basename, dirname } from "node:path/posix";
import type { Manifest, ManifestFile } from "./manifest.ts";
import type { PartLine } from "./part-lines.ts";

/** A line of a compiled skill, as a platform log or a Jinja2 error names it. */
export interface SkillLine {
  /** Idn of the flow; null when the log does not say, which is enough while only one flow has the skill. */
  readonly flow: string | null;
  readonly skill: string;
  /** From 1; `resumption`; null when the log does not say, which leads to where the skill begins. */
  readonly line: number | null;
}

/** Stands for the line on which a skill that has waited takes its answer. */
const resumption = 0;

/** The map of a skill, sorted by its lines. */
type Lines = NonNullable<ManifestFile["lines"]>;

/** Where the line comes from, or why that cannot be told. */
export type Located =
  | { readonly ok: true; readonly file: string; readonly line: number; readonly artifactFile: string }
  | { readonly ok: false; readonly reason: string };

/** Looks a skill line up. A line without an origin of its own belongs to the line before it. */
export function locateLine(manifest: Manifest, wanted: SkillLine): Located {
  const named = manifest.files.filter(
    (file) => skillOf(file) === wanted.skill || partOf(file, wanted) !== undefined,
  );
  const files = named.filter((file) => wanted.flow === null || flowOf(file) === wanted.flow);
  const [file, ...others] = files;
  if (file === undefined) {
    const flows = named.map(flowOf).join(", ");
    const elsewhere = flows === "" ? "" : ` It is in ${flows}.`;
    return { ok: false, reason: `There is no skill ${wanted.skill}${inFlow(wanted)}.${elsewhere}` };
  }
  if (others.length > 0) {
    const flows = files.map(flowOf).join(", ");
    return { ok: false, reason: `The skill ${wanted.skill} is in several flows: name one of ${flows}.` };
  }
  const { line: last } = wanted;
  const [, begins = 1] = partOf(file, wanted) ?? [];
  const { lines = [] } = file;
  const origin = last === resumption ? resumes(lines, begins) : originOf(lines, last);
  const source = origin === undefined ? undefined : file.sources[origin[1]];
  if (origin === undefined || source === undefined) {
    return {
      ok: false,
      reason: `${last === null ? "All" : `Line ${String(last)}`} of ${wanted.skill} was made by the compiler itself.`,
    };
  }
  return { ok: true, file: source, line: origin[2], artifactFile: file.path };
}

/**
 * Reads flow, skill and line out of a log line such as `BookingFlow/_placeBooking_2:14` or
 * `flow_idn=BookingFlow skill_idn=_placeBooking_2 ... line 14`; null when no skill is named there.
 */
export function readLogLine(text: string): SkillLine | null {
  const short =
    /([A-Za-z][A-Za-z0-9]*Flow)(?:\/(?:skills\/)?(\w+)(?:\.nsl)?| (\w+)(?:\.nsl)?(?=[: ]+(?:line )?\d))(?:[: ]+(?:line )?(\d+))?/.exec(
      text,
    );
  if (short !== null) {
    return {
      flow: short[1] ?? null,
      skill: short[2] ?? short[3] ?? "",
      line: short[4] === undefined ? null : Number(short[4]),
    };
  }
  const flow = /\bflow(?:_?idn)?\\?["']?\s*[=:]\s*\\?["']?(\w+)/i.exec(text)?.[1] ?? null;
  const skill = /\bskill(?:_?idn)?\\?["']?\s*[=:]\s*\\?["']?(\w+)/i.exec(text)?.[1];
  const line = /\bline(?:no)?\\?["']?\s*[=: ]\s*\\?["']?(\d+)/i.exec(text)?.[1];
  return skill === undefined ? null : { flow, skill, line: line === undefined ? null : Number(line) };
}

/**
 * The places a line of the module's own log names (`stepLine` of the SDK), innermost first: where the answer was waited
 * for, and who waited for that. None when it is no such line.
 */
export function readStepLine(text: string): SkillLine[] {
  // Logs that are kept as JSON or shown as a page write the sign between the places in their own way.
  const plain = text.replace(/\\u003c|&lt;/giu, "<");
  const [, flow = null, places = ""] = /\bflow=(\w+) at=([\w<]+) status=/u.exec(plain) ?? [];
  return places
    .split("<")
    .filter((skill) => skill.startsWith("_"))
    .map((skill) => ({ flow, skill, line: resumption }));
}

function originOf(lines: Lines, line: number | null): Lines[number] | undefined {
  return line === null ? lines[0] : lines.filter(([from]) => from <= line).at(-1);
}

/**
 * Locals are taken back in the name of their function, on its first line; then comes the `await`.
 *
 * @param begins the line of the skill on which the part begins
 */
function resumes(lines: Lines, begins: number): Lines[number] | undefined {
  const start = originOf(lines, begins) ?? lines[0];
  return (
    lines.find(([from, file, line]) => from >= begins && file === start?.[1] && line !== start[2]) ?? start
  );
}

/** The part of that name, where a skill holds all parts of a function. */
function partOf(file: ManifestFile, wanted: SkillLine): PartLine | undefined {
  return wanted.line === resumption ? file.parts?.find(([label]) => label === wanted.skill) : undefined;
}

function inFlow(wanted: SkillLine): string {
  return wanted.flow === null ? "" : ` in ${wanted.flow}`;
}

/** `.../flows/<Flow>/skills/<Skill>.nsl`. */
function skillOf(file: ManifestFile): string | null {
  return file.path.endsWith(".nsl") ? basename(file.path, ".nsl") : null;
}

function flowOf(file: ManifestFile): string {
  return basename(dirname(dirname(file.path)));
}
