/** `Math`: rounding a quotient, the smallest and the largest of numbers. */
import ts from "typescript";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { transformExpression, transformOrdered } from "../transform/expressions/index.ts";
import { spreadList } from "../transform/expressions/literals.ts";
import { positiveLiteral, strictly } from "../transform/expressions/operators.ts";
import { type FunctionContext } from "../transform/function-context.ts";
import { isNumber, typeName } from "../transform/types.ts";
import { isPositiveDivisor } from "./divisors.ts";

type MathFunction = (node: ts.CallExpression, context: FunctionContext) => Expression;

/** The rounding functions take a division by what is known to be positive; on integers they change nothing. */
export const rounding =
  (divide: (left: Expression, divisor: Expression, context: FunctionContext) => Expression): MathFunction =>
  (node, context) => {
    const [argument] = node.arguments;
    const division =
      argument !== undefined && ts.isParenthesizedExpression(argument) ? argument.expression : argument;
    if (
      division === undefined ||
      !ts.isBinaryExpression(division) ||
      division.operatorToken.kind !== ts.SyntaxKind.SlashToken
    ) {
      return argument === undefined ? nsl.none : transformExpression(argument, context);
    }
    const types = [division.left, division.right].map((side) => context.checker.getTypeAtLocation(side));
    const isKnown = positiveLiteral(division.right) !== null || isPositiveDivisor(division.right, context);
    if (!isKnown || !types.every((type) => strictly(isNumber, type))) {
      return context.refuse(division, "division");
    }
    const [left = nsl.none, divisor = nsl.none] = transformOrdered(
      [division.left, division.right].map((side) => () => transformExpression(side, context)),
      context,
      "dividend",
    );
    return divide(left, context.stable(divisor, "divisor"), context);
  };

/** The quotient rounded down. */
export const floor = (left: Expression, divisor: Expression): Expression => nsl.binary("//", left, divisor);
/** The quotient rounded up. */
export const ceil = (left: Expression, divisor: Expression): Expression =>
  nsl.unary("-", nsl.binary("//", nsl.unary("-", left), divisor));

/** `Math.min(a, b, ...)`: the smaller of two, step by step. */
export const extreme =
  (operator: "<=" | ">="): MathFunction =>
  (node, context) => {
    if (node.arguments.some(ts.isSpreadElement)) {
      return extremeOf(operator, node, context);
    }
    const values = transformOrdered(
      node.arguments.map((argument) => () => transformExpression(argument, context)),
      context,
    ).map((value) => context.stable(value, "value"));
    const [start, ...rest] = values;
    return start === undefined
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give at least one number.")
      : rest.reduce((best, value) => {
          const known = context.stable(best, "best");
          return nsl.conditional(nsl.binary(operator, known, value), known, value);
        }, start);
  };

/** `Math.max(0, ...list)`: over a list, beginning with the number that is always there. */
function extremeOf(operator: "<=" | ">=", node: ts.CallExpression, context: FunctionContext): Expression {
  const hint = context.hint;
  context.hint = null;
  if (node.arguments.every(ts.isSpreadElement)) {
    return context.refuse(
      node,
      "methodArguments",
      node.expression.getText(),
      "The list may be empty: give a number before it, `Math.max(0, ...list)`.",
    );
  }
  const values = transformOrdered(
    node.arguments.map((argument) => () => {
      if (!ts.isSpreadElement(argument)) {
        return nsl.list([transformExpression(argument, context)]);
      }
      const type = context.checker.getTypeAtLocation(argument.expression);
      const element = context.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      return element !== undefined && strictly(isNumber, element)
        ? spreadList(argument.expression, context)
        : context.refuse(argument, "spreadType", typeName(context.checker, type));
    }),
    context,
  );
  const all = context.spill(
    values.slice(1).reduce((left, right) => nsl.binary("+", left, right), values[0] ?? nsl.none),
    "values",
  );
  // One of the values is no list's, so there is a first.
  const best = context.makeBox("best", nsl.item(all, nsl.number(0)));
  const turn = (value: Expression): Statement[] => [
    nsl.when(nsl.binary(operator, value, nsl.held(best)), [nsl.put(best, value)]),
  ];
  context.eachItem("value", all, turn, node);
  context.hint = hint;
  return nsl.held(best);
}
