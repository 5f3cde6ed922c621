/** Divisors that cannot be zero: JavaScript gives Infinity or NaN for one, NSL stops. */
import ts from "typescript";
import { isSteady, testBefore } from "../transform/keys.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { isSameValue } from "../transform/same-value.ts";
import { isList, literalValue } from "../transform/types.ts";

/** Is the divisor a positive integer wherever the division is computed? */
export function isPositiveDivisor(node: ts.Expression, context: FunctionContext): boolean {
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  if (value !== undefined) {
    return typeof value === "number" && Number.isInteger(value) && value > 0;
  }
  const isLength =
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "length" &&
    isList(context.checker, context.checker.getTypeAtLocation(node.expression));
  const counted = isLength ? node.expression : node;
  if (!isSteady(counted, context)) {
    return false;
  }
  const test = { divisor: node, isLength, context };
  return (
    ts.findAncestor(node, (around) => {
      const before = testBefore(around);
      return (before !== undefined && holdsWhen(before, test)) || isPastExit(around, test);
    }) !== undefined
  );
}

interface Wanted {
  readonly divisor: ts.Expression;
  /** A length is never negative, so that it need only differ from 0. */
  readonly isLength: boolean;
  readonly context: FunctionContext;
}

/** `n > 0`, also as one of several tests that all hold. */
function holdsWhen(test: ts.Expression, wanted: Wanted): boolean {
  if (ts.isParenthesizedExpression(test)) {
    return holdsWhen(test.expression, wanted);
  }
  if (!ts.isBinaryExpression(test)) {
    return false;
  }
  if (test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return holdsWhen(test.left, wanted) || holdsWhen(test.right, wanted);
  }
  return (
    isSameValue(test.left, wanted.divisor, wanted.context.checker) &&
    (wanted.isLength ? ["> 0", ">= 1", "!== 0"] : ["> 0", ">= 1"]).includes(comparison(test))
  );
}

function comparison(test: ts.BinaryExpression): string {
  return `${test.operatorToken.getText()} ${test.right.getText()}`;
}

/** Does a statement before this one leave when the divisor is 0: `if (list.length === 0) return ...;`? */
function isPastExit(node: ts.Node, wanted: Wanted): boolean {
  const { parent } = node as { parent: ts.Node | undefined };
  if (parent === undefined || !ts.isBlock(parent)) {
    return false;
  }
  const earlier = parent.statements.slice(0, parent.statements.indexOf(node as ts.Statement));
  return earlier.some(
    (statement) =>
      ts.isIfStatement(statement) &&
      statement.elseStatement === undefined &&
      isExit(statement.thenStatement) &&
      failsWhenLeft(statement.expression, wanted),
  );
}

function failsWhenLeft(test: ts.Expression, wanted: Wanted): boolean {
  return (
    ts.isBinaryExpression(test) &&
    isSameValue(test.left, wanted.divisor, wanted.context.checker) &&
    (wanted.isLength ? ["=== 0", "< 1", "<= 0"] : ["< 1", "<= 0"]).includes(comparison(test))
  );
}

function isExit(node: ts.Statement): boolean {
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    return last !== undefined && isExit(last);
  }
  return ts.isReturnStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node);
}
