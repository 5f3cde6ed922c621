/** `a && b`, `a || b` as values. */
import type ts from "typescript";
import { fitsPrimitive, isAbsent, isReferenceOnly, isPrimitive, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { choose } from "../choose.ts";

/** `a && b`, `a || b` as values. */
export function transformLogical(
  node: ts.BinaryExpression,
  isAnd: boolean,
  context: FunctionContext,
): Expression {
  const type = context.checker.getTypeAtLocation(node.left);
  const preferred = isAnd ? "both" : "either";
  const judgedAlike = isPrimitive(type) || isAbsent(type);
  if (!judgedAlike && (!isReferenceOnly(type) || fitsPrimitive(context.checker, type))) {
    return context.refuse(node, "logicalType", node.operatorToken.getText(), typeName(context.checker, type));
  }
  const left = context.unhinted(() => context.expression(node.left));
  const right = context.unhinted(() => context.capture(() => context.expression(node.right)));
  if (judgedAlike && right.statements.length === 0) {
    return isAnd ? nsl.and(left, right.result) : nsl.or(left, right.result);
  }
  const stable = context.stable(left, preferred);
  const kept = { statements: [], result: stable };
  const test = judgedAlike ? stable : nsl.isNotNone(stable);
  return isAnd
    ? choose(test, right, kept, context, preferred)
    : choose(test, kept, right, context, preferred);
}
