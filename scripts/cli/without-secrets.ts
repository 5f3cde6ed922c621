/** A verb's output with every secret taken out, whichever way it takes. */
import { Redactor } from "../builder/index.ts";
import type { CommandContext } from "./command.ts";
import { UserError } from "./exit-codes.ts";

/**
 * Runs work whose output and errors hold none of the secrets.
 *
 * @throws what the work throws, with the secrets taken out of message and stack
 */
export async function withoutSecrets<T>(
  secrets: readonly string[],
  context: CommandContext,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const redactor = new Redactor(secrets);
  const { terminal } = context;
  try {
    return await work({
      ...context,
      terminal: {
        ...terminal,
        out: (text) => {
          terminal.out(redactor.text(text));
        },
        err: (text) => {
          terminal.err(redactor.text(text));
        },
      },
      progress: (text) => {
        context.progress(redactor.text(text));
      },
    });
  } catch (thrown) {
    throw plain(thrown, redactor);
  }
}

function plain(thrown: unknown, redactor: Redactor): unknown {
  if (!(thrown instanceof Error)) {
    return new Error(redactor.text(String(thrown)));
  }
  const message = redactor.text(thrown.message);
  if (thrown instanceof UserError) {
    return new UserError(message, thrown.exitCode);
  }
  // Problems of sources are shown by the line of the file that holds them.
  if (message === thrown.message && redactor.text(thrown.stack ?? "") === (thrown.stack ?? "")) {
    return thrown;
  }
  const clean = new Error(message);
  clean.stack = redactor.text(thrown.stack ?? "");
  return clean;
}
