/** `await` where an expression is computed. */
import ts from "typescript";
import { gatheredValue } from "../../analysis/gathering.ts";
import { unwrapped } from "../../analysis/paths.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";

/** In a function every `await` that has no place is reported when the function is cut. */
export function transformAwait(node: ts.AwaitExpression, context: FunctionContext): Expression {
  const operand = unwrapped(node.expression);
  const gathered = gatheredValue(operand, context.checker);
  if (gathered !== operand) {
    return context.expression(gathered);
  }
  const held = context.held(operand);
  if (held !== undefined) {
    return held;
  }
  return ts.findAncestor(node, ts.isFunctionLike) === undefined
    ? context.refuse(node, "awaitPlace")
    : nsl.none;
}
