/** `setup`: a Python with Jinja2 is there afterwards, or it is said what to install. */
import { ensurePython, thisMachine } from "../../python/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";

/** Prints which Python is used. Exit code 1 when there is none and none could be prepared. */
export const run: Implementation<Commands["setup"]> = async ({ json }, { terminal, project, progress }) => {
  progress("Looking for a Python with Jinja2 ...");
  const outcome = ensurePython(thisMachine(project().python), progress);
  if (outcome.python === null) {
    throw new UserError(outcome.advice);
  }
  const { path, jinjaVersion } = outcome.python;
  terminal.out(
    json
      ? `${JSON.stringify({ python: path, jinja: jinjaVersion })}\n`
      : `Jinja2 ${jinjaVersion} is ready.\n`,
  );
  return Promise.resolve(exitCodes.ok);
};
