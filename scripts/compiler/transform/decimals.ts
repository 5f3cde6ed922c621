/**
 * Decimals. Both languages compute them alike; they print and round them differently. So wherever a result leaves its
 * formula a whole one is made an integer, which prints alike, and rounding is written out.
 */
import ts from "typescript";
import { ROUNDING } from "../analysis/decimal-files.ts";
import { mayBeDecimal, mayBeInfinite } from "../analysis/decimals.ts";
import { LARGEST_EXACT, magnitudeOf, smallestOf } from "../analysis/magnitudes.ts";
import { isNumber, mayBeNumber, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { exact } from "./exact.ts";
import { finite, hasInfinite, infiniteAsText, unlessNaN } from "./infinity.ts";
import { placeText, stopped } from "./stop.ts";

const K = ts.SyntaxKind;

/** Operators that take a decimal as it was computed. */
const TAKES_ANY: ReadonlySet<ts.SyntaxKind> = new Set([
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
  K.PercentToken,
  K.PlusToken,
  K.LessThanToken,
  K.LessThanEqualsToken,
  K.GreaterThanToken,
  K.GreaterThanEqualsToken,
  K.MinusEqualsToken,
  K.AsteriskEqualsToken,
  K.SlashEqualsToken,
  K.PlusEqualsToken,
]);

/** Is the value of the formula only a step to another value, for which a whole one need not be an integer? */
function isStep(node: ts.Expression, context: FunctionContext): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) {
    return isStep(parent, context);
  }
  if (ts.isBinaryExpression(parent)) {
    const isTextual =
      !mayBeNumber(context.checker.getTypeAtLocation(parent.left)) ||
      !mayBeNumber(context.checker.getTypeAtLocation(parent.right));
    return TAKES_ANY.has(parent.operatorToken.kind) && !isTextual && isPlainNumber(parent.left, context);
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.name.text === "toFixed" && ts.isCallExpression(parent.parent);
  }
  return (
    ts.isCallExpression(parent) && ROUNDING.has(parent.expression.getText()) && parent.arguments[0] === node
  );
}

/** The result of a formula: an integer when it is whole. */
export function settled(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  return isStep(node, context) ? value : whole(value, node, context);
}

/** The same wherever it stands. */
export function whole(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  if (value.refused === true || !mayBeDecimal(node, context)) {
    return value;
  }
  return integerIfWhole(context.unhinted(() => context.stable(value, "exact")));
}

/** A number that is written several times, as an integer when it is whole. */
export function integerIfWhole(known: Expression): Expression {
  return nsl.conditional(nsl.binary("%", known, nsl.number(1)), known, nsl.filter(known, "int"));
}

/** `left / right`. Nothing divides by zero: the skill stops. */
export function quotient(
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const value = nsl.binary("/", left, right);
  const largest = magnitudeOf(node.left, context) / smallestOf(node.right, context);
  const mayBeNaN = [node.left, node.right].every((side) => mayBeInfinite(side, context));
  return largest > LARGEST_EXACT
    ? exact(value, node, context)
    : mayBeNaN
      ? unlessNaN(value, node, context)
      : value;
}

/** How a number is rounded. */
export type Rounding = "ceil" | "floor" | "round" | "trunc";

/** `Math.floor(x)` and its like of what may be a decimal: an integer. */
export function rounded(
  rounding: Rounding,
  given: Expression,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  const value = finite(given, node, context);
  const floor = (number: Expression): Expression =>
    nsl.filter(nsl.binary("//", number, nsl.number(1)), "int");
  switch (rounding) {
    case "ceil":
      return nsl.unary("-", floor(nsl.unary("-", value)));
    case "floor":
      return floor(value);
    case "trunc":
      return nsl.filter(value, "int");
    case "round": {
      // Half goes up. Adding it would round a number just below it, or a large one.
      const known = context.unhinted(() => context.stable(value, "exact"));
      const isUp = nsl.binary(">=", nsl.binary("%", known, nsl.number(1)), nsl.number(0.5));
      return nsl.binary("+", floor(known), nsl.conditional(isUp, nsl.number(1), nsl.number(0)));
    }
  }
}

/** The most places of `toFixed`: with more the powers of two would have too many digits to be written. */
export const MOST_PLACES = 10;

/**
 * `value.toFixed(places)`. What is rounded is the number as it is in binary, a half away from zero: multiplied by a power
 * of two it is an integer as soon as it is not smaller than half of the last place, and integers have any length.
 */
export function fixedText(value: Expression, places: number, context: FunctionContext): Expression {
  return context.unhinted(() => {
    const known = context.stable(value, "amount");
    const bits = 2 ** (1 + Math.ceil(1 + places * Math.log2(10)));
    const scaled = [2 ** 52, bits].reduce<Expression>(
      (product, factor) => nsl.binary("*", product, nsl.number(factor)),
      nsl.filter(known, "abs"),
    );
    const doubled = [2 ** 52, bits].reduce<Expression>(
      (rest, factor) => nsl.binary("//", rest, nsl.number(factor)),
      nsl.binary("*", nsl.filter(scaled, "int"), nsl.number(2 * 10 ** places)),
    );
    const half = nsl.binary("//", nsl.binary("+", doubled, nsl.number(1)), nsl.number(2));
    return placed(context.spill(half, "size"), known, places);
  });
}

/** The digits of an integer with a point before the last of them, and the sign of a number. */
export function placed(size: Expression, signed: Expression, places: number): Expression {
  const sign = nsl.conditional(nsl.binary("<", signed, nsl.number(0)), nsl.text("-"), nsl.text(""));
  if (places === 0) {
    return nsl.binary("~", sign, size);
  }
  const power = nsl.number(10 ** places);
  const rest = nsl.filter(nsl.binary("%", size, power), "string");
  const padded = nsl.method(rest, "rjust", nsl.number(places), nsl.text("0"));
  return [nsl.binary("//", size, power), nsl.text("."), padded].reduce(
    (text, part) => nsl.binary("~", text, part),
    sign,
  );
}

/** The smallest decimal that both languages write without an exponent. */
const SMALLEST_WRITTEN = 0.0001;

/** A value that becomes text: the skill stops for a decimal that the languages write differently. */
export function writable(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  if (value.refused === true || value.kind === "number" || !mayBeDecimal(node, context)) {
    return value;
  }
  return writableNumber(value, context.checker.getTypeAtLocation(node), node, context);
}

/** The same of a value that stands nowhere in the source, such as an element; `place` is what it is made for. */
export function writableNumber(
  value: Expression,
  type: ts.Type,
  place: ts.Node,
  context: FunctionContext,
): Expression {
  if (!context.decimals.has(place.getSourceFile()) || !mayBeNumber(type)) {
    return value;
  }
  const known = context.unhinted(() => context.stable(value, "shown"));
  const isLarge = nsl.binary(">=", nsl.filter(known, "abs"), nsl.number(SMALLEST_WRITTEN));
  const isAlike = nsl.or(nsl.binary("==", known, nsl.number(0)), isLarge);
  const isNumeric = strictly(isNumber, type) ? null : numberTest(known, place, context);
  const isOther = isNumeric === null ? isAlike : nsl.or(nsl.not(isNumeric), isAlike);
  const text = nsl.conditional(isOther, known, stopped(`${placeText(place)} is too small to be written`));
  return hasInfinite(place, context) ? infiniteAsText(known, isNumeric, text) : text;
}

/** JSON text or a list of numbers as text: the same of every number in it. */
export function writtenAlike(
  text: Expression,
  pattern: string,
  node: ts.Node,
  context: FunctionContext,
): Expression {
  if (!context.decimals.has(node.getSourceFile())) {
    return text;
  }
  const known = context.unhinted(() => context.stable(text, "written"));
  const found = nsl.method(nsl.name("re"), "search", nsl.text(pattern), known);
  return nsl.conditional(
    nsl.isNone(found),
    known,
    stopped(`${placeText(node)} has a number too small to be written`),
  );
}

/** An argument of a function that counts in integers: the skill stops for a decimal. */
export function asInteger(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node);
  if (!isNumber(type) || !mayBeDecimal(node, context)) {
    return value;
  }
  const known = context.unhinted(() => context.stable(value, "argument"));
  const isInteger = nsl.test(known, "integer");
  const isTaken = strictly(isNumber, type) ? isInteger : nsl.or(nsl.isNone(known), isInteger);
  return nsl.conditional(isTaken, known, stopped(`${placeText(node)} is no integer`));
}

/** Is the value a number, and not true or false? It is asked in a place where decimals may be, or only integers. */
export function numberTest(value: Expression, place: ts.Node | null, context: FunctionContext): Expression {
  const isInteger = nsl.test(value, "integer");
  return place !== null && context.decimals.has(place.getSourceFile())
    ? nsl.or(isInteger, nsl.test(value, "float"))
    : isInteger;
}

/** An operand that alone tells nothing of what an operator does. */
function isPlainNumber(node: ts.Expression, context: FunctionContext): boolean {
  return strictly(isNumber, context.checker.getTypeAtLocation(node));
}
