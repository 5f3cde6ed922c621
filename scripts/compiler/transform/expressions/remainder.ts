/** `%`. */
import type ts from "typescript";
import { positiveLiteral } from "../../analysis/literals.ts";
import { mayBeInfinite } from "../../analysis/decimals.ts";
import { isPositiveDivisor } from "../../analysis/divisors.ts";
import { isNumber, strictly, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { stopUnlessPositive } from "../positive.ts";
import { unlessNaN } from "../infinity.ts";
import { settled } from "../decimals.ts";

/** `%` takes the sign of the left side in JavaScript and of the right side in Python. */
export function remainder(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const known = positiveLiteral(node.right);
  const isTested = known === null && isPositiveDivisor(node.right, context);
  const type = context.checker.getTypeAtLocation(node.left);
  const other = context.checker.getTypeAtLocation(node.right);
  const unfit = [type, other].find((side) => !strictly(isNumber, side));
  if (unfit !== undefined) {
    return context.refuse(node, "arithmeticTypes", "%", `\`${typeName(context.checker, unfit)}\``);
  }
  const [value = nsl.none, by = nsl.none] = context.unhinted(() =>
    context.ordered(
      [
        () => context.expression(node.left),
        () => (known === null ? context.expression(node.right) : nsl.number(known)),
      ],
      "dividend",
    ),
  );
  const [left, divisor] = context.unhinted(() => [
    context.stable(value, "dividend"),
    known === null && !isTested ? stopUnlessPositive(by, node.right, context) : context.stable(by, "divisor"),
  ]) as [Expression, Expression];
  const rest = nsl.conditional(
    nsl.binary(">=", left, nsl.number(0)),
    nsl.binary("%", left, divisor),
    nsl.unary("-", nsl.binary("%", nsl.unary("-", left), divisor)),
  );
  const told = mayBeInfinite(node.left, context) ? unlessNaN(rest, node, context) : rest;
  return settled(told, node, context);
}
