/** Values that are computed before what comes later. */
import ts from "typescript";
import { isChange } from "../analysis/changes.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { acts, isStable } from "../nsl/effects.ts";

/**
 * A value that must be computed before what comes later: in a variable when both do something, and when what comes later
 * gives a variable another value that this one may have been read from.
 */
export function computedBefore(
  value: Expression,
  later: readonly ts.Expression[],
  context: FunctionContext,
): Expression {
  const isOvertaken =
    (acts(value) && later.some(containsCall)) || (!isStable(value) && later.some(containsChange));
  return isOvertaken ? context.spill(value, "target") : value;
}

/** Does the expression give a variable another value, itself or in a callback? Named functions change none of others. */
function containsChange(node: ts.Node): boolean {
  return isChange(node) || (ts.forEachChild(node, containsChange) ?? false);
}

/** Does the expression call something at once, and not only in a callback? */
function containsCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) || (!ts.isArrowFunction(node) && (ts.forEachChild(node, containsCall) ?? false))
  );
}
