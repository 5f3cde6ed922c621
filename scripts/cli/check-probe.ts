/** The report of a live account beside everything that is taken for granted. */
import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import picocolors from "picocolors";
import { compareReport, readReport, ReportError, type ComparedAssumption } from "../probe/index.ts";
import type { Project } from "../project/index.ts";
import { actionSignatures } from "../sandbox/platform/index.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/**
 * What the report of a file says to each assumption.
 *
 * @param file relative to the current folder
 * @throws UserError for a file that is not there, or is no report
 */
export function checkProbe(file: string): ComparedAssumption[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (thrown) {
    const { code = "" } = thrown as NodeJS.ErrnoException;
    throw new UserError(
      code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
      exitCodes.usage,
    );
  }
  const known = Object.entries(actionSignatures).map(([name, signature]) => [
    name,
    Object.keys(signature.arguments),
  ]);
  try {
    return compareReport(readReport(text), Object.fromEntries(known) as Record<string, string[]>);
  } catch (thrown) {
    throw thrown instanceof ReportError
      ? new UserError(`${file}: ${thrown.message}`, exitCodes.usage)
      : thrown;
  }
}

/** A path of the toolkit as it is shown for a project: relative to it when it lies in it. */
export function shownToolkitPath({ root }: Project): (file: string) => string {
  return (file) => {
    const local = relative(root, file);
    return local.startsWith("..") || isAbsolute(local) ? file : local;
  };
}

/** A line each, for people: contradictions are shown as problems beside them. */
export function probeLines(compared: readonly ComparedAssumption[], colour: boolean): string {
  const { green, red, yellow, cyan } = picocolors.createColors(colour);
  const marks = {
    confirmed: green("confirmed   "),
    contradicted: red("contradicted"),
    open: yellow("open        "),
    told: cyan("told        "),
  };
  return compared
    .map(
      ({ state, heading, symbol, file, line, says }) =>
        `${marks[state]}  ${heading} (${symbol === "" ? "" : `${symbol}, `}${file}:${String(line)}): ${says}\n`,
    )
    .join("");
}
