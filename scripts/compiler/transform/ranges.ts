/** Counting loops. The sandbox of Jinja2 raises when one `range` has more than 100,000 numbers. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** The most numbers one `range` may have: MAX_RANGE of `jinja2.sandbox`. */
export const RANGE_LIMIT = 100_000;

/** The numbers a loop goes through; `to` is not one of them. */
interface Range {
  readonly from: Expression;
  /** Free of effects: it is written twice. */
  readonly to: Expression;
  readonly step: number;
}

/** How many numbers it has; null when that is only known at run time. */
export function rangeLength({ from, to, step }: Range): number | null {
  return from.kind === "number" && to.kind === "number"
    ? Math.max(0, Math.ceil((to.value - from.value) / step))
    : null;
}

/** A loop over the numbers. One of unknown length goes through them in blocks, each within the limit. */
export function forRange(
  variable: string,
  range: Range,
  body: readonly Statement[],
  context: FunctionContext,
): Statement {
  const { from, to, step } = range;
  const numbers = (start: Expression, end: Expression, by: number): Expression =>
    nsl.callGlobal("range", start, end, ...(by === 1 ? [] : [nsl.number(by)]));
  if (rangeLength(range) !== null) {
    return nsl.forEach([variable], numbers(from, to, step), body);
  }
  const size = RANGE_LIMIT * step;
  const start = context.names.helper("start");
  const next = nsl.binary(size > 0 ? "+" : "-", nsl.name(start), nsl.number(Math.abs(size)));
  const end = nsl.conditional(nsl.binary(size > 0 ? "<" : ">", next, to), next, to);
  const block = nsl.forEach([variable], numbers(nsl.name(start), end, step), body);
  return nsl.forEach([start], numbers(from, to, size), [block]);
}

/** Writes a loop of the compiler's own over a list; `turn` gives what is done with an element. */
export function eachItem(
  preferred: string,
  iterable: Expression,
  turn: (element: Expression) => readonly Statement[],
  origin: ts.Node,
  context: FunctionContext,
): void {
  context.names.inLoop(() => {
    const variable = context.names.helper(preferred);
    context.emit({ ...nsl.forEach([variable], iterable, turn(nsl.name(variable))), origin });
  });
}

/** Writes a loop of the compiler's own over the numbers; `turn` gives what is done with one. */
export function eachNumber(
  preferred: string,
  range: Range,
  turn: (value: Expression) => readonly Statement[],
  origin: ts.Node,
  context: FunctionContext,
): void {
  context.names.inLoop(() => {
    const variable = context.names.helper(preferred);
    context.emit({ ...forRange(variable, range, turn(nsl.name(variable)), context), origin });
  });
}
