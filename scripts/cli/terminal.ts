/** What the command line writes to; tests give their own. */
import { isatty } from "node:tty";
import { exitCodes } from "./exit-codes.ts";
import { plainFault } from "./plain-fault.ts";

/** Two streams and whether they take colours. */
export interface Terminal {
  /** Writes a result. */
  out(text: string): void;
  /** Writes messages and progress. */
  err(text: string): void;
  /** Whether results may be coloured. */
  readonly outColour: boolean;
  /** Whether messages may be coloured. */
  readonly errColour: boolean;
}

/** The terminal of this process. NO_COLOR (with any text) and output into a file or pipe turn colours off. */
export function processTerminal(): Terminal {
  // Whoever reads the output may stop reading, as `head` does; where the output is kept may be full.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") {
      process.exit(exitCodes.ok);
    }
    process.stderr.write(`error The output cannot be written: ${plainFault(error).message}\n`);
    process.exit(exitCodes.failed);
  });
  // Messages that nobody takes end nothing.
  process.stderr.on("error", () => undefined);
  const wanted = (process.env["NO_COLOR"] ?? "") === "";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // A stream's own isTTY is undefined for a pipe, and picocolors then looks for CI in the environment.
    outColour: wanted && isatty(process.stdout.fd),
    errColour: wanted && isatty(process.stderr.fd),
  };
}
