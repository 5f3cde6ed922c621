/** Runs a command line in this process and keeps what it writes. */
import { runCommandLine } from "../../scripts/cli/run-command-line.ts";

/** Exit code and both streams. */
export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the words, without colours unless the terminal is told to have them. */
export function runCaptured(...args: string[]): Promise<Captured> {
  return runIn({ colour: false }, ...args);
}

/** As `runCaptured`, on a terminal with or without colours. */
export async function runIn({ colour }: { colour: boolean }, ...args: string[]): Promise<Captured> {
  const written = { out: "", err: "" };
  const code = await runCommandLine(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    outColour: colour,
    errColour: colour,
  });
  return { code, ...written };
}
