/** How large a number can be, apart from its sign: both languages count alike up to 2^53 only. */
import ts from "typescript";
import { resolveFunction } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { constantOf } from "./steady.ts";
import { literalValue, membersOf } from "./types.ts";

const K = ts.SyntaxKind;

/** The largest integer below which there is no gap in JavaScript: 2^53 - 1. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

/** What a number is taken for of which nothing is known: a number that comes from outside has 15 digits at most. */
const FROM_OUTSIDE = 999_999_999_999_999;
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
    return value === undefined ? FROM_OUTSIDE : of(value);
  }
  if (ts.isBinaryExpression(node)) {
    return ofOperator(node, of);
  }
  return ts.isCallExpression(node) ? ofCall(node, view, depth) : FROM_OUTSIDE;
}

function ofOperator(node: ts.BinaryExpression, of: (inner: ts.Expression) => number): number {
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
      return ts.isNumericLiteral(node.right) && right >= 1 ? left / right : left;
    case K.QuestionQuestionToken:
    case K.BarBarToken:
      return Math.max(left, right);
    default:
      return FROM_OUTSIDE;
  }
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
      return first === undefined ? FROM_OUTSIDE : of(first) + 1;
    case "Math.max":
    case "Math.min":
      return Math.max(...given.map(of));
    case "asInteger":
    case "Number":
      return first === undefined ? FROM_OUTSIDE : Math.min(FROM_OUTSIDE, 10 ** longestSlice(first) - 1);
    default:
      return ofFunction(node, view, depth);
  }
}

/** The characters that `text.slice(2, 4)` can have. */
function longestSlice(node: ts.Expression): number {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return Number.POSITIVE_INFINITY;
  }
  const [from, to] = node.arguments;
  const isCut = ["slice", "substring"].includes(node.expression.name.text);
  return isCut && from !== undefined && to !== undefined && [from, to].every(ts.isNumericLiteral)
    ? Number(to.getText()) - Number(from.getText())
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
  return returns.length === 0 ? FROM_OUTSIDE : Math.min(FROM_OUTSIDE, Math.max(...returns));
}
