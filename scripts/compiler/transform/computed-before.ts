/** Values that are computed before what comes later. */
import ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { acts } from "../nsl/effects.ts";

/** A value that must be computed before what comes later: in a variable when both do something. */
export function computedBefore(
  value: Expression,
  later: readonly ts.Expression[],
  context: FunctionContext,
): Expression {
  return acts(value) && later.some(containsCall) ? context.spill(value, "target") : value;
}

/** Does the expression call something at once, and not only in a callback? */
function containsCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) || (!ts.isArrowFunction(node) && (ts.forEachChild(node, containsCall) ?? false))
  );
}
