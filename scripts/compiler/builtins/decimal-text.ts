/** `(cents / 100).toFixed(2)`: the one decimal a skill can write, since it is made of two integers. */
import ts from "typescript";
import { positiveLiteral } from "../analysis/literals.ts";
import { isNumber, literalValue, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** A division by 10, 100 ... to as many places, or to a place more; undefined when the call is of another kind. */
export function decimalText(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const quotient = ts.isParenthesizedExpression(callee.expression) ? callee.expression.expression : undefined;
  const [places] = node.arguments;
  if (
    callee.name.text !== "toFixed" ||
    places === undefined ||
    quotient === undefined ||
    !ts.isBinaryExpression(quotient) ||
    quotient.operatorToken.kind !== ts.SyntaxKind.SlashToken
  ) {
    return undefined;
  }
  const divisor = literalValue(context.checker, context.checker.getTypeAtLocation(quotient.right));
  const digits = positiveLiteral(places);
  const power = digits === null ? 0 : 10 ** digits;
  const isExact = typeof divisor === "number" && power > 1 && power <= 1_000_000 && divisor === power;
  if (!isExact || !strictly(isNumber, context.checker.getTypeAtLocation(quotient.left))) {
    return undefined;
  }
  return context.unhinted(() => {
    const value = context.stable(context.expression(quotient.left), "amount");
    const size = context.spill(nsl.filter(value, "abs"), "size");
    const sign = nsl.conditional(nsl.binary("<", value, nsl.number(0)), nsl.text("-"), nsl.text(""));
    const whole = nsl.binary("//", size, nsl.number(power));
    const rest = nsl.filter(nsl.binary("%", size, nsl.number(power)), "string");
    const padded = nsl.method(rest, "rjust", nsl.number(digits ?? 0), nsl.text("0"));
    return [whole, nsl.text("."), padded].reduce((text, part) => nsl.binary("~", text, part), sign);
  });
}
