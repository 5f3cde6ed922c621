/** A file of a project that does not run, as a problem like those of the build. */
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { buildCatalogue } from "./problem-catalogue.ts";
import { SourcesError } from "./sources-error.ts";

/**
 * The problem of what `runSources` threw; anything else is thrown on.
 *
 * @param what the file in words: `The simulator simulator.ts`
 */
export function notRun(what: string, thrown: unknown): Problem {
  if (!(thrown instanceof SourcesError)) {
    throw thrown;
  }
  return makeProblem(buildCatalogue.sourceNotRun, { what, detail: thrown.message }, thrown.span);
}
