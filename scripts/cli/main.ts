/** Connects the command line to the process it runs in. */
import { processTerminal } from "./terminal.ts";
import { runCommandLine } from "./run-command-line.ts";

/** Runs the command line of this process and gives its exit code. */
export function main(): Promise<number> {
  return runCommandLine(process.argv.slice(2), processTerminal());
}
