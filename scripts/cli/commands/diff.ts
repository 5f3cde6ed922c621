/** `diff`: what differs between two states of the module. */
import { compareReadings, proposeBump, renderComparison } from "../../diff/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { newestRelease, readSide, workingTree } from "../readings.ts";

/** Prints the changes that lead from the first side to the second. Exit code 0 whether there are any or not. */
export const run: Implementation<Commands["diff"]> = async ({ json }, context) => {
  const { words, terminal } = context;
  const [first = newestRelease, second = workingTree, ...more] = words;
  if (more.length > 0) {
    throw new UserError("Two sides are compared; more were named.", exitCodes.usage);
  }
  const project = context.project();
  context.progress(`Comparing ${first} with ${second} ...`);
  const { progress } = context;
  const comparison = compareReadings(
    await readSide(project, first, progress),
    await readSide(project, second, progress),
  );
  const report = { ...comparison, bump: proposeBump(comparison.changes) };
  terminal.out(
    json ? `${JSON.stringify(report, null, 2)}\n` : renderComparison(comparison, terminal.outColour),
  );
  return exitCodes.ok;
};
