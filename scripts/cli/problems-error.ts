/** Problems of the sources that end a verb; they are shown in the form the command line asks for. */
import type { Problem } from "../model/types.ts";

/** Thrown where a verb cannot go on; exit code 1. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.problems = problems;
  }
}
