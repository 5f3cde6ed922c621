/** Shows problems in the form that was asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { problemsToJson, renderProblems } from "../model/render-problems.ts";
import { problemsToSarif } from "../model/problems-to-sarif.ts";
import type { Problem } from "../model/types.ts";
import type { CommandContext } from "./command.ts";

/** How problems are shown: for people on the error stream, as JSON on the output, or as JSON only if one is fatal. */
export type ProblemForm = "pretty" | "json" | "sarif";

/** The form a `--format` names; `--json` asks for JSON whatever the format is. */
export function problemForm(format: string, json: boolean): ProblemForm {
  return json ? "json" : format === "json" || format === "sarif" ? format : "pretty";
}

/**
 * Shows problems; as JSON always one document `{"problems": [...]}`, as SARIF one log.
 *
 * @param root folder their file names are relative to
 */
export function showProblems(
  problems: readonly Problem[],
  root: string,
  { terminal }: CommandContext,
  form: ProblemForm,
): void {
  if (form === "sarif") {
    terminal.out(`${JSON.stringify(problemsToSarif(problems), null, 2)}\n`);
    return;
  }
  if (form === "json") {
    terminal.out(`${JSON.stringify({ problems: problemsToJson(problems) }, null, 2)}\n`);
    return;
  }
  terminal.err(renderProblems(problems, { readSource: sourceReader(root), colour: terminal.errColour }));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    terminal.err(`\n${String(errors)} ${errors === 1 ? "error" : "errors"}. Nothing was written.\n`);
  }
}

function sourceReader(root: string): (file: string) => string | null {
  return (file) => {
    try {
      return readFileSync(join(root, file), "utf8");
    } catch {
      return null;
    }
  };
}
