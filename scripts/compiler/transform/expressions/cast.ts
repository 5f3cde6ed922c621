/** `value as Type`. */
import type ts from "typescript";
import { unprovenCast } from "../../analysis/casts.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";

/** `value as Type` is the value, when every one of its values is of the type. */
export function transformCast(node: ts.AsExpression, context: FunctionContext): Expression {
  const unproven = unprovenCast(node, context.checker);
  return unproven === null
    ? context.expression(node.expression)
    : context.refuse(node, "narrowingCast", ...unproven);
}
