/** Numbers that both languages count exactly: beyond 2^53 JavaScript rounds and Python does not, so the skill stops. */
import ts from "typescript";
import { callableGiven } from "../analysis/functions.ts";
import { LARGEST_EXACT, magnitudeOf } from "../analysis/magnitudes.ts";
import { constantOf } from "../analysis/steady.ts";
import { isNumber, strictly } from "../analysis/types.ts";
import { walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopped } from "./stop.ts";

/** The number, where it is one that both languages have; else an end of the skill. */
export function exact(value: Expression, node: ts.Node, context: FunctionContext): Expression {
  const isRepeated =
    value.kind === "binary" &&
    [value.left, value.right].every((side) => isStable(side) || side.kind === "held");
  const number = isRepeated ? value : context.unhinted(() => context.stable(value, "number"));
  const isExact = nsl.binary("<=", nsl.filter(number, "abs"), nsl.number(LARGEST_EXACT));
  return nsl.conditional(isExact, number, stopped(`${placeText(node)} is beyond 2^53`));
}

/** A number that grows by no more in a turn stays below 2^53 for nine million turns. */
const SMALL_STEP = 1_000_000_000;

/**
 * Is the value `x + a - b`, or is it on one of its ways, where a loop may reach 2^53 with it? x is a variable that a
 * loop changes, since what one of them is given another may be given in the next turn, or what `isTotal` tells.
 */
export function grows(
  node: ts.Expression,
  context: FunctionContext,
  isTotal: (part: ts.Expression) => boolean = () => false,
): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return grows(node.expression, context, isTotal);
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].some((way) => grows(way, context, isTotal));
  }
  let [isFound, step] = [false, 0];
  const visit = (part: ts.Expression): void => {
    const given = ts.isIdentifier(part) ? constantOf(part, context) : undefined;
    if (!isFound && (isTotal(part) || isChangedInLoop(part, context))) {
      isFound = true;
    } else if (ts.isParenthesizedExpression(part)) {
      visit(part.expression);
    } else if (ts.isPrefixUnaryExpression(part)) {
      visit(part.operand);
    } else if (ts.isBinaryExpression(part) && ADDS.has(part.operatorToken.kind)) {
      visit(part.left);
      visit(part.right);
    } else if (given !== undefined) {
      visit(given);
    } else {
      step += magnitudeOf(part, context);
    }
  };
  if (strictly(isNumber, context.checker.getTypeAtLocation(node))) {
    visit(node);
  }
  return isFound && step > SMALL_STEP;
}

/** The operators a total goes on through: `(counts[key] ?? 0) + a` as well. */
const ADDS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function isChangedInLoop(part: ts.Expression, context: FunctionContext): boolean {
  const symbol = ts.isIdentifier(part) ? context.checker.getSymbolAtLocation(part) : undefined;
  return symbol !== undefined && context.variables.isBoxed(symbol);
}

/** Does the callback of `reduce` give what it was given and more, where a list may reach 2^53? */
export function sumsUp(given: ts.Expression | undefined, context: FunctionContext): boolean {
  const callback = callableGiven(given, context.checker);
  const [total] = callback?.parameters ?? [];
  const symbol = total === undefined ? undefined : context.checker.getSymbolAtLocation(total.name);
  const body = callback?.body;
  if (body === undefined || symbol === undefined) {
    return false;
  }
  const isTotal = (part: ts.Expression): boolean => context.checker.getSymbolAtLocation(part) === symbol;
  if (!ts.isBlock(body)) {
    return grows(body, context, isTotal);
  }
  let found = false;
  walk(body, (node) => {
    found ||=
      (ts.isReturnStatement(node) &&
        node.expression !== undefined &&
        grows(node.expression, context, isTotal)) ||
      (ts.isBinaryExpression(node) && isTotal(node.left) && isGrowth(node, context));
  });
  return found;
}

/** Is it `x += a` or `x -= a` of a number, where a loop may reach 2^53? */
export function isGrowth(node: ts.BinaryExpression, context: FunctionContext): boolean {
  const operator = node.operatorToken.kind;
  return (
    (operator === ts.SyntaxKind.PlusEqualsToken || operator === ts.SyntaxKind.MinusEqualsToken) &&
    strictly(isNumber, context.checker.getTypeAtLocation(node.left)) &&
    magnitudeOf(node.right, context) > SMALL_STEP
  );
}
