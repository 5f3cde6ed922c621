/** Numbers that are never negative. */
import ts from "typescript";
import { counterStart } from "./counters.ts";
import { mayBeDecimal } from "./decimals.ts";
import { factsAt } from "./facts.ts";
import type { ProgramView } from "./program-view.ts";
import { identityOf } from "./same-value.ts";
import { constantOf, isSteady } from "./steady.ts";

const K = ts.SyntaxKind;

/** Is the number 0 or more wherever it is computed? */
export function isNeverNegative(node: ts.Expression, view: ProgramView): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return isNeverNegative(node.expression, view);
  }
  if (ts.isNumericLiteral(node)) {
    return true;
  }
  if (ts.isConditionalExpression(node)) {
    return isNeverNegative(node.whenTrue, view) && isNeverNegative(node.whenFalse, view);
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length") {
    return true;
  }
  return ts.isBinaryExpression(node)
    ? isPositiveResult(node, view)
    : ts.isCallExpression(node)
      ? isPositiveCall(node, view)
      : ts.isIdentifier(node) && (isAtLeast(node, 0, view) || isPositiveName(node, view));
}

function isPositiveResult(node: ts.BinaryExpression, view: ProgramView): boolean {
  switch (node.operatorToken.kind) {
    case K.PlusToken:
    case K.AsteriskToken:
      return isNeverNegative(node.left, view) && isNeverNegative(node.right, view);
    case K.PercentToken:
      return isNeverNegative(node.left, view);
    case K.MinusToken:
      return ts.isNumericLiteral(node.right)
        ? isAtLeast(node.left, Number(node.right.text), view)
        : [node.left, node.right].every((side) => isSteadyPart(side, view)) &&
            isNotLess(node.left, node.right, view);
    case K.SlashToken:
      return isNeverNegative(node.left, view) && isNeverNegative(node.right, view);
    default:
      return false;
  }
}

function isPositiveCall(node: ts.CallExpression, view: ProgramView): boolean {
  const callee = node.expression.getText();
  switch (callee) {
    case "Math.abs":
      return true;
    case "Math.max":
      return node.arguments.some((argument) => isNeverNegative(argument, view));
    case "Math.min":
      return node.arguments.every((argument) => isNeverNegative(argument, view));
    case "Math.floor":
    case "Math.ceil":
    case "Math.trunc":
      return node.arguments.every((argument) => isNeverNegative(argument, view));
    default:
      return false;
  }
}

/** A constant that is never negative, or a counter that begins so and counts up. */
function isPositiveName(node: ts.Identifier, view: ProgramView): boolean {
  const value = constantOf(node, view) ?? counterStart(node, view);
  return value !== undefined && isNeverNegative(value, view);
}

/** Has the program asked that the number is at least so much? */
function isAtLeast(node: ts.Expression, least: number, view: ProgramView): boolean {
  if (!isSteadyPart(node, view)) {
    return false;
  }
  const side = identityOf(node, view.checker);
  const isWhole = !mayBeDecimal(node, view);
  return [...factsAt(node, view.checker)].some((fact) => {
    const known = fact.startsWith(`${side} `) ? /^(>=|>|===) (\d+)$/.exec(fact.slice(side.length + 1)) : null;
    return known !== null && Number(known[2]) + (known[1] === ">" && isWhole ? 1 : 0) >= least;
  });
}

function isNotLess(left: ts.Expression, right: ts.Expression, view: ProgramView): boolean {
  const [a, b] = [left, right].map((side) => identityOf(side, view.checker));
  const facts = factsAt(left, view.checker);
  return [">=", ">", "==="].some((operator) => facts.has(`${a ?? ""} ${operator} ${b ?? ""}`));
}

/** A name, or the length of what one stands for, that stays the same. */
function isSteadyPart(node: ts.Expression, view: ProgramView): boolean {
  const isLength = ts.isPropertyAccessExpression(node) && node.name.text === "length";
  return isSteady(isLength ? node.expression : node, view);
}
