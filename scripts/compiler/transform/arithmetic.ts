/** `+`, `-` and `*`. */
import type ts from "typescript";
import { isNumber, isText, strictly, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** Both sides of an operator, computed in their order. */
export function transformOperands(
  node: ts.BinaryExpression,
  context: FunctionContext,
  combine: (left: Expression, right: Expression) => Expression,
): Expression {
  const [left = nsl.none, right = nsl.none] = context.ordered(
    [() => context.expression(node.left), () => context.expression(node.right)],
    "left",
  );
  return combine(left, right);
}

/** `+`: two texts are joined, two numbers added; `node` gives the operand types. */
export function plus(
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const [a, b] = operandTypes(node, context);
  if (strictly(isText, a) && strictly(isText, b)) {
    return nsl.binary("~", left, right);
  }
  if (strictly(isNumber, a) && strictly(isNumber, b)) {
    return nsl.binary("+", left, right);
  }
  return context.refuse(node, "plusTypes", typeName(context.checker, a), typeName(context.checker, b));
}

/** `-` and `*` of two numbers. */
export function arithmetic(
  node: ts.BinaryExpression,
  operator: "-" | "*",
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const [a, b] = operandTypes(node, context);
  if (strictly(isNumber, a) && strictly(isNumber, b)) {
    return nsl.binary(operator, left, right);
  }
  return context.refuse(
    node,
    "arithmeticTypes",
    operator,
    `\`${typeName(context.checker, a)}\` and \`${typeName(context.checker, b)}\``,
  );
}

/** The types of both sides of an operator. */
export function operandTypes(node: ts.BinaryExpression, context: FunctionContext): [ts.Type, ts.Type] {
  return [context.checker.getTypeAtLocation(node.left), context.checker.getTypeAtLocation(node.right)];
}
