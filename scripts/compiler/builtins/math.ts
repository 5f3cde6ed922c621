/** `Math`: rounding a quotient, the smallest and the largest of numbers. */
import ts from "typescript";
import { positiveLiteral } from "../analysis/literals.ts";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { factsAt } from "../analysis/facts.ts";
import { identityOf } from "../analysis/same-value.ts";
import { isSteady } from "../analysis/steady.ts";
import { isNumber, strictly, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { rounded, type Rounding } from "../transform/decimals.ts";
import { hasInfinite, infinity } from "../transform/infinity.ts";
import { eachItem } from "../transform/ranges.ts";
import { spreadList } from "../transform/spread-list.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import { isPositiveDivisor } from "../analysis/divisors.ts";
import { stopUnlessPositive } from "../transform/positive.ts";

type MathFunction = (node: ts.CallExpression, context: FunctionContext) => Expression;

/** The rounding functions take a division by what is known to be positive; on integers they change nothing. */
export const rounding =
  (
    name: Rounding,
    divide: (left: Expression, divisor: Expression, context: FunctionContext) => Expression,
  ): MathFunction =>
  (node, context) => {
    const [argument] = node.arguments;
    const division =
      argument !== undefined && ts.isParenthesizedExpression(argument) ? argument.expression : argument;
    if (
      division === undefined ||
      !ts.isBinaryExpression(division) ||
      division.operatorToken.kind !== ts.SyntaxKind.SlashToken
    ) {
      return argument === undefined ? nsl.none : roundedValue(name, argument, context);
    }
    const types = [division.left, division.right].map((side) => context.checker.getTypeAtLocation(side));
    const isKnown = positiveLiteral(division.right) !== null || isPositiveDivisor(division.right, context);
    const isWhole = isKnown && ![division.left, division.right].some((side) => mayBeDecimal(side, context));
    if (argument !== undefined && !isWhole && mayBeDecimal(division, context)) {
      return roundedValue(name, argument, context);
    }
    const unfit = types.find((type) => !strictly(isNumber, type));
    if (unfit !== undefined) {
      return context.refuse(division, "arithmeticTypes", "/", `\`${typeName(context.checker, unfit)}\``);
    }
    const [left = nsl.none, divisor = nsl.none] = context.ordered(
      [division.left, division.right].map((side) => () => context.expression(side)),
      "dividend",
    );
    const known = isKnown ? null : stopUnlessPositive(divisor, division.right, context);
    return divide(left, context.stable(known ?? divisor, "divisor"), context);
  };

function roundedValue(name: Rounding, argument: ts.Expression, context: FunctionContext): Expression {
  const value = context.expression(argument);
  return value.refused === true || !mayBeDecimal(argument, context)
    ? value
    : rounded(name, value, argument, context);
}

/** `Math.sign(x)`. */
export const sign = (value: Expression, context: FunctionContext): Expression => {
  const known = context.stable(value, "value");
  return nsl.conditional(
    nsl.binary(">", known, nsl.number(0)),
    nsl.number(1),
    nsl.conditional(nsl.binary("<", known, nsl.number(0)), nsl.number(-1), nsl.number(0)),
  );
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
      return context.unhinted(() => extremeOf(operator, node, context));
    }
    const values = context
      .ordered(node.arguments.map((argument) => () => context.expression(argument)))
      .map((value) => context.stable(value, "value"));
    const [start, ...rest] = values;
    return start === undefined
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give at least one number.")
      : rest.reduce((best, value) => {
          const known = context.stable(best, "best");
          return nsl.conditional(nsl.binary(operator, known, value), known, value);
        }, start);
  };

/** Is it known of the list that it has an element? */
function hasAny(list: ts.Expression, context: FunctionContext): boolean {
  const length = `${identityOf(list, context.checker)}.length`;
  const facts = factsAt(list, context.checker);
  return (
    isSteady(list, context) && ["> 0", ">= 1", "!== 0", "!= 0"].some((test) => facts.has(`${length} ${test}`))
  );
}

/** `Math.max(0, ...list)`: over a list. Of no numbers at all it is infinite: where none is, the skill stops. */
function extremeOf(operator: "<=" | ">=", node: ts.CallExpression, context: FunctionContext): Expression {
  const values = context.ordered(
    node.arguments.map((argument) => () => {
      if (!ts.isSpreadElement(argument)) {
        return nsl.list([context.expression(argument)]);
      }
      const type = context.checker.getTypeAtLocation(argument.expression);
      const element = context.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      return element !== undefined && strictly(isNumber, element)
        ? spreadList(argument.expression, context)
        : context.refuse(argument, "spreadType", typeName(context.checker, type));
    }),
  );
  const all = context.spill(
    values.slice(1).reduce((left, right) => nsl.binary("+", left, right), values[0] ?? nsl.none),
    "values",
  );
  const isNeverEmpty = node.arguments.some(
    (argument) => !ts.isSpreadElement(argument) || hasAny(argument.expression, context),
  );
  const isStopped = !isNeverEmpty && !hasInfinite(node, context);
  if (isStopped) {
    const none = nsl.binary("==", nsl.filter(all, "length"), nsl.number(0));
    stopWhen(none, `${placeText(node)} has no numbers`, node, context);
  }
  const first =
    isNeverEmpty || isStopped
      ? nsl.item(all, nsl.number(0))
      : infinity(operator === "<=" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  const best = context.temporaries.box("best", first);
  const turn = (value: Expression): Statement[] => [
    nsl.when(nsl.binary(operator, value, nsl.held(best)), [nsl.put(best, value)]),
  ];
  eachItem("value", all, turn, node, context);
  return nsl.held(best);
}
