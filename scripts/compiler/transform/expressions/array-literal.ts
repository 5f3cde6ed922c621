/** Lists: `[a, ...b, c]`. */
import ts from "typescript";
import { isMatchesCall } from "../../analysis/matches.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { spreadList } from "../spread-list.ts";

/** `[a, ...b, c]` becomes `[a] + b + [c]`. */
export function transformArray(
  { elements }: ts.ArrayLiteralExpression,
  context: FunctionContext,
): Expression {
  return listOf(elements, context);
}

/** The list of some elements, of which each may be `...` and a list. */
export function listOf(elements: readonly ts.Expression[], context: FunctionContext): Expression {
  const [only] = elements;
  if (elements.length === 1 && only !== undefined && ts.isSpreadElement(only)) {
    if (isMatchesCall(only.expression)) {
      return context.expression(only.expression);
    }
  }
  const values = context.ordered(
    elements.map(
      (element) => () =>
        ts.isSpreadElement(element) ? spreadList(element.expression, context) : context.expression(element),
    ),
    "item",
  );
  const runs: Expression[] = [];
  let run: Expression[] = [];
  elements.forEach((element, index) => {
    const value = values[index];
    if (value === undefined) {
      return;
    }
    if (!ts.isSpreadElement(element)) {
      run.push(value);
      return;
    }
    if (run.length > 0) {
      runs.push(nsl.list(run));
      run = [];
    }
    runs.push(value);
  });
  if (run.length > 0 || runs.length === 0) {
    runs.push(nsl.list(run));
  }
  const [first, ...rest] = runs;
  // A lone spread still makes a new list: `[...items]` is a copy.
  const start = rest.length === 0 && first?.kind !== "list" ? [nsl.list([]), ...runs] : runs;
  return start.slice(1).reduce((left, right) => nsl.binary("+", left, right), start[0] ?? nsl.list([]));
}
