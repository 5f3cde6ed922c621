/** How large a number can be, apart from its sign: both languages count alike up to 2^53 only. */
import ts from "typescript";
import { mayBeDecimal } from "./decimals.ts";
import { resolveFunction } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { constantOf } from "./steady.ts";
import { isNumber, literalValue, membersOf } from "./types.ts";

const K = ts.SyntaxKind;

/** The largest integer below which there is no gap in JavaScript: 2^53 - 1. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

/**
 * What a number is taken for of which nothing is known. It may be a product or the sum of a loop, so it has more than 15
 * digits; the rest up to 2^53 is for rounding, so that `Math.floor(minutes / 60) * 60` is no number beyond it.
 */
const UNKNOWN = LARGEST_EXACT - 1_000_000;
/** Digits that are an integer in both languages: a number that is read from a text has no more. */
export const MOST_DIGITS = 15;
/** No text or list has more parts. */
const LONGEST = 1_000_000_000;
/** Functions in each other that are looked into. */
const DEEPEST = 4;

/** The most that a number can be, apart from its sign. */
export function magnitudeOf(node: ts.Expression, view: ProgramView, depth = 0): number {
  const literals = membersOf(view.checker.getTypeAtLocation(node)).map((type) =>
    literalValue(view.checker, type),
  );
  if (literals.every((value) => typeof value === "number")) {
    return Math.max(...literals.map((value) => Math.abs(Number(value))));
  }
  const of = (inner: ts.Expression): number => magnitudeOf(inner, view, depth);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return of(node.expression);
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return of(node.operand);
  }
  if (ts.isConditionalExpression(node)) {
    return Math.max(of(node.whenTrue), of(node.whenFalse));
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length") {
    return LONGEST;
  }
  if (ts.isIdentifier(node)) {
    const value = constantOf(node, view);
    return value === undefined ? UNKNOWN : ofConstant(value, view, depth);
  }
  if (ts.isBinaryExpression(node)) {
    return ofOperator(node, of, view);
  }
  return ts.isCallExpression(node) ? ofCall(node, view, depth) : UNKNOWN;
}

/** What constants are, by the checker that knows them: each may be built of others many times over. */
const known = new WeakMap<ts.TypeChecker, Map<ts.Expression, number[]>>();

function ofConstant(value: ts.Expression, view: ProgramView, depth: number): number {
  const all = known.get(view.checker) ?? new Map<ts.Expression, number[]>();
  known.set(view.checker, all);
  const byDepth = all.get(value) ?? [];
  all.set(value, byDepth);
  byDepth[depth] ??= magnitudeOf(value, view, depth);
  return byDepth[depth];
}

function ofOperator(
  node: ts.BinaryExpression,
  of: (inner: ts.Expression) => number,
  view: ProgramView,
): number {
  const [left, right] = [of(node.left), of(node.right)];
  switch (node.operatorToken.kind) {
    case K.PlusToken:
    case K.MinusToken:
      return left + right;
    case K.AsteriskToken:
      // What is larger ends the skill.
      return Math.min(left * right, LARGEST_EXACT);
    case K.PercentToken:
      return Math.min(left, right);
    case K.SlashToken:
      // What is larger ends the skill.
      return smallestOf(node.right, view) >= 1 ? left / smallestOf(node.right, view) : LARGEST_EXACT;
    case K.QuestionQuestionToken:
    case K.BarBarToken:
      return Math.max(left, right);
    default:
      return UNKNOWN;
  }
}

/** The least that a divisor can be, apart from its sign and 0, by which nothing is divided. */
export function smallestOf(divisor: ts.Expression, view: ProgramView): number {
  return ts.isNumericLiteral(divisor) ? Number(divisor.text) : mayBeDecimal(divisor, view) ? 0 : 1;
}

function ofCall(node: ts.CallExpression, view: ProgramView, depth: number): number {
  const given = node.arguments;
  const [first] = given;
  const of = (inner: ts.Expression): number => magnitudeOf(inner, view, depth);
  switch (node.expression.getText()) {
    case "Math.abs":
    case "Math.floor":
    case "Math.ceil":
    case "Math.round":
    case "Math.trunc":
      return first === undefined ? UNKNOWN : of(first) + 1;
    case "Math.max":
    case "Math.min":
      return Math.max(...given.map(of));
    case "asInteger":
    case "uncheckedInteger":
    case "Number":
      return first === undefined || isNumber(view.checker.getTypeAtLocation(first))
        ? UNKNOWN
        : 10 ** Math.min(MOST_DIGITS, longestSlice(first)) - 1;
    default:
      return ofFunction(node, view, depth);
  }
}

/** The characters that `text.slice(2, 4)` can have; `substring` takes its places in either order. */
function longestSlice(node: ts.Expression): number {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return Number.POSITIVE_INFINITY;
  }
  const [from, to] = node.arguments;
  const isCut = ["slice", "substring"].includes(node.expression.name.text);
  return isCut && from !== undefined && to !== undefined && [from, to].every(ts.isNumericLiteral)
    ? Math.abs(Number(to.getText()) - Number(from.getText()))
    : Number.POSITIVE_INFINITY;
}

/** The most that a function of the program returns, by its own body. */
function ofFunction(node: ts.CallExpression, view: ProgramView, depth: number): number {
  const called = depth < DEEPEST ? resolveFunction(view.checker, node.expression) : undefined;
  const returns: number[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isReturnStatement(inner) && inner.expression !== undefined) {
      returns.push(magnitudeOf(inner.expression, view, depth + 1));
    } else if (!ts.isFunctionLike(inner)) {
      ts.forEachChild(inner, visit);
    }
  };
  if (called?.body !== undefined) {
    ts.forEachChild(called.body, visit);
  }
  return returns.length === 0 ? UNKNOWN : Math.min(LARGEST_EXACT, Math.max(...returns));
}
