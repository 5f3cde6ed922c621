/** Divisors that cannot be zero: JavaScript gives Infinity or NaN for one, NSL stops. */
import ts from "typescript";
import { factsAt } from "./facts.ts";
import { identityOf } from "./same-value.ts";
import { isNeverNegative } from "./signs.ts";
import { constantOf, isSteady } from "./steady.ts";
import { isList, literalValue } from "./types.ts";
import type { ProgramView } from "./program-view.ts";

/** Is the divisor positive wherever the division is computed? */
export function isPositiveDivisor(node: ts.Expression, context: ProgramView): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return isPositiveDivisor(node.expression, context);
  }
  // Positive ones stay so when they are multiplied, or something is added: `24 * 60`, `list.length + 1`.
  if (ts.isBinaryExpression(node)) {
    const { operatorToken, left, right } = node;
    const isPositive = (side: ts.Expression): boolean => isPositiveDivisor(side, context);
    return operatorToken.kind === ts.SyntaxKind.PlusToken
      ? (isPositive(left) && (isPositive(right) || isNeverNegative(right, context))) ||
          (isNeverNegative(left, context) && isPositive(right))
      : operatorToken.kind === ts.SyntaxKind.AsteriskToken && [left, right].every(isPositive);
  }
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  if (value !== undefined) {
    return typeof value === "number" && value > 0;
  }
  const constant = ts.isIdentifier(node) ? constantOf(node, context) : undefined;
  if (constant !== undefined && ts.isBinaryExpression(constant) && isPositiveDivisor(constant, context)) {
    return true;
  }
  const isLength =
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "length" &&
    isList(context.checker, context.checker.getTypeAtLocation(node.expression));
  const counted = isLength ? node.expression : node;
  if (!isSteady(counted, context)) {
    return false;
  }
  const facts = factsAt(node, context.checker);
  const divisor = identityOf(node, context.checker);
  // A length is never negative, so that it need only differ from 0.
  return ["> 0", ">= 1", ...(isLength ? ["!== 0"] : [])].some((fact) => facts.has(`${divisor} ${fact}`));
}
