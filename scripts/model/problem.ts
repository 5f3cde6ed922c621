/** How a problem is made from its catalogue entry, and the order problems are shown in. */
import type { Problem, SourcePosition } from "./types.ts";

/** A stretch of one source line: where it starts and how many characters the caret line underlines. */
export interface SourceSpan {
  readonly position: SourcePosition;
  readonly length: number;
}

/** One catalogue entry. `Args` is what its message needs to name the thing that is wrong. */
export interface ProblemKind<Args> {
  /** Fixed for ever; never reused for another mistake. */
  readonly code: string;
  readonly name: string;
  readonly severity: Problem["severity"];
  readonly message: (args: Args) => string;
  /** What to write instead, "" when the message says it. */
  readonly advice: (args: Args) => string;
}

/** Makes the problem `kind` describes. A null `span` means that no source position is known. */
export function makeProblem<Args>(kind: ProblemKind<Args>, args: Args, span: SourceSpan | null): Problem {
  return {
    code: kind.code,
    name: kind.name,
    severity: kind.severity,
    message: kind.message(args),
    advice: kind.advice(args),
    position: span?.position ?? null,
    length: span?.length ?? 0,
  };
}

/** Orders two texts by code unit, which does not depend on the locale of the machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders problems by file, line, column, code and message; those without a position come last. */
export function compareProblems(left: Problem, right: Problem): number {
  const [a, b] = [left.position, right.position];
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null) || compareIdentity(left, right);
  }
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareIdentity(left, right)
  );
}

function compareIdentity(left: Problem, right: Problem): number {
  return compareText(left.code, right.code) || compareText(left.message, right.message);
}
