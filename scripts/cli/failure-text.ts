/** A command line that has failed, in the form for machines that it asked for. */
import { CommanderError } from "commander";
import { failureToSarif } from "../model/problems-to-sarif.ts";
import type { ExitCode } from "./exit-codes.ts";
import { problemForm } from "./show-problems.ts";

/**
 * One document: `{"error": {"message", "exitCode"}}`, or a SARIF log of a run that failed; "" when none was asked for.
 *
 * @param args as they were given: what is wrong may be that they cannot be read
 */
export function failureText(args: readonly string[], thrown: unknown, exitCode: ExitCode): string {
  const form = problemForm(formatIn(args), args.includes("--json"));
  if (form === "pretty") {
    return "";
  }
  const message = messageOf(thrown);
  const document = form === "sarif" ? failureToSarif(message, exitCode) : { error: { message, exitCode } };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What follows `--format`, also behind an equals sign. */
function formatIn(args: readonly string[]): string {
  const at = args.findIndex((arg) => /^--format(?:=|$)/u.test(arg));
  return at < 0 ? "" : (args[at]?.split("=")[1] ?? args[at + 1] ?? "");
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof CommanderError) {
    return thrown.code === "commander.help" ? "No verb was named." : thrown.message.replace(/^error: /u, "");
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}
