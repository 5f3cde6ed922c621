/** What can go wrong around a sandbox, as errors that need no stack. */
import { ArtifactError } from "../artifact/index.ts";
import { InstallError } from "../sandbox/platform/index.ts";
import { WorkerError } from "../sandbox/platform/worker.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/** Runs work in a sandbox. @throws UserError for a bad artifact or a missing Python */
export async function withPlainFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof InstallError) {
      throw new UserError(`The artifact cannot be installed.\n${thrown.message}`);
    }
    if (thrown instanceof ArtifactError || thrown instanceof WorkerError) {
      throw new UserError(thrown.message, exitCodes.failed, { cause: thrown.cause });
    }
    throw thrown;
  }
}
