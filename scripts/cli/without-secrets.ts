/** A verb's output with every secret taken out, whichever way it takes. */
import { Secrets } from "../secrets/index.ts";
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
  const hidden = new Secrets();
  for (const secret of secrets) {
    hidden.add(secret);
  }
  const { terminal } = context;
  try {
    return await work({
      ...context,
      terminal: {
        ...terminal,
        out: (text) => {
          terminal.out(hidden.text(text));
        },
        err: (text) => {
          terminal.err(hidden.text(text));
        },
      },
      progress: (text) => {
        context.progress(hidden.text(text));
      },
    });
  } catch (thrown) {
    throw plain(thrown, hidden);
  }
}

function plain(thrown: unknown, hidden: Secrets): unknown {
  if (!(thrown instanceof Error)) {
    return new Error(hidden.text(String(thrown)));
  }
  const { message, stack = "", cause } = thrown;
  const because = typeof cause === "string" ? hidden.text(cause) : undefined;
  const [said, traced] = [hidden.text(message), hidden.text(stack)];
  if (said === message && traced === stack && (because === undefined || because === cause)) {
    return thrown;
  }
  const clean =
    thrown instanceof UserError
      ? new UserError(said, thrown.exitCode, because === undefined ? {} : { cause: because })
      : new Error(said);
  clean.stack = traced;
  return clean;
}
