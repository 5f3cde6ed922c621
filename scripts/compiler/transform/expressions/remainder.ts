/** `%`. */
import type ts from "typescript";
import { positiveLiteral } from "../../analysis/literals.ts";
import { isNumber, strictly, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";

/** `%` takes the sign of the left side in JavaScript and of the right side in Python. */
export function remainder(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const divisor = positiveLiteral(node.right);
  const type = context.checker.getTypeAtLocation(node.left);
  if (divisor === null) {
    return context.refuse(node.right, "remainder");
  }
  if (!strictly(isNumber, type)) {
    return context.refuse(node, "arithmeticTypes", "%", `\`${typeName(context.checker, type)}\``);
  }
  const value = context.unhinted(() => context.expression(node.left));
  const left = context.stable(value, "dividend");
  return nsl.conditional(
    nsl.binary(">=", left, nsl.number(0)),
    nsl.binary("%", left, nsl.number(divisor)),
    nsl.unary("-", nsl.binary("%", nsl.unary("-", left), nsl.number(divisor))),
  );
}
