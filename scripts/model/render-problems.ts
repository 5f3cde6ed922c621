/**
 * Problems as text for people and as data for tools. Serves every stage of the build: definitions, compiler,
 * artifact.
 */
import picocolors from "picocolors";
import { catalogue } from "./problem-catalogue.ts";
import { compareProblems } from "./problem.ts";
import type { Problem, SourcePosition } from "./types.ts";

/** What the renderer needs from its caller. */
export interface RenderOptions {
  /** Gives the text of a source file, or null when it cannot be read; then the source line is left out. */
  readonly readSource: (file: string) => string | null;
  /** Whether to write terminal colours. */
  readonly colour: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * Renders problems sorted by file and position, each as
 * `file.ts:12:5 - error MOD2004: message [model/duplicate-event]`, its source line, a caret line and the advice.
 * Gives "" for no problems, otherwise text that ends in a line break.
 */
export function renderProblems(problems: readonly Problem[], options: RenderOptions): string {
  const colours = picocolors.createColors(options.colour);
  const rendered = [...problems]
    .sort(compareProblems)
    .map((problem) => renderProblem(problem, options, colours));
  return rendered.length === 0 ? "" : `${rendered.join("\n\n")}\n`;
}

function renderProblem(problem: Problem, options: RenderOptions, colours: Colours): string {
  const paint = problem.severity === "error" ? colours.red : colours.yellow;
  const place = problem.position === null ? "" : `${renderPlace(problem.position, colours)} - `;
  const label = `${paint(problem.severity)} ${colours.gray(`${problem.code}:`)}`;
  const head = `${place}${label} ${problem.message} ${colours.gray(`[${problem.name}]`)}`;
  const source = problem.position === null ? "" : renderSource(problem, problem.position, options, colours);
  const advice = problem.advice === "" ? "" : `\n\n  ${problem.advice}`;
  return `${head}${source}${advice}`;
}

function renderPlace(position: SourcePosition, colours: Colours): string {
  const [line, column] = [String(position.line), String(position.column)];
  return `${colours.cyan(position.file)}:${colours.yellow(line)}:${colours.yellow(column)}`;
}

function renderSource(problem: Problem, position: SourcePosition, options: RenderOptions, colours: Colours) {
  const line = options.readSource(position.file)?.split(/\r\n|\r|\n/u)[position.line - 1];
  // What stands there may be a real credential.
  if (line === undefined || problem.code === catalogue.secretWithDefault.code) {
    return "";
  }
  const number = String(position.line);
  const before = line.slice(0, position.column - 1);
  const room = Math.max(1, line.length - before.length);
  // Tabs are kept so that the caret stands under its character whatever the width of a tab.
  const margin = `${" ".repeat(number.length)} ${before.replace(/[^\t]/gu, " ")}`;
  const paint = problem.severity === "error" ? colours.red : colours.yellow;
  const caret = paint("~".repeat(Math.min(Math.max(1, problem.length), room)));
  return `\n\n${colours.inverse(number)} ${line}\n${margin}${caret}`;
}

/** A problem as one flat record; `file` is "" and the numbers are 0 when the position is unknown. */
export interface ProblemRecord {
  readonly code: string;
  readonly name: string;
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly advice: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The problems as records with keys in a fixed order, sorted as the text is. */
export function problemsToJson(problems: readonly Problem[]): ProblemRecord[] {
  return [...problems].sort(compareProblems).map((problem) => ({
    code: problem.code,
    name: problem.name,
    severity: problem.severity,
    message: problem.message,
    advice: problem.advice,
    file: problem.position?.file ?? "",
    line: problem.position?.line ?? 0,
    column: problem.position?.column ?? 0,
    length: problem.length,
  }));
}
