/** Expressions that make a new list or object. */
import ts from "typescript";
import { collectionOf } from "./collections.ts";
import type { ProgramView } from "./program-view.ts";

/** Methods that give a list of their own. */
const FRESH_METHODS: ReadonlySet<string> = new Set([
  "concat",
  "entries",
  "exec",
  "filter",
  "flat",
  "flatMap",
  "from",
  "fromEntries",
  "keys",
  "map",
  "match",
  "parse",
  // What is put in another order in place, and has a value, was nobody else's before.
  "reverse",
  "slice",
  "sort",
  "split",
  "toReversed",
  "toSorted",
  "toSpliced",
  "values",
]);

/** Does the expression make a new list or object? */
export function isFresh(node: ts.Expression, view: ProgramView): boolean {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  ) {
    return isFresh(node.expression, view);
  }
  if (ts.isConditionalExpression(node)) {
    return isFresh(node.whenTrue, view) && isFresh(node.whenFalse, view);
  }
  if (node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined")) {
    return true;
  }
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    view.sdk.isEmptyRecord(node) ||
    view.sdk.isOwned(node) ||
    (ts.isNewExpression(node) && collectionOf(node, view.checker) !== undefined) ||
    isParsed(node) ||
    (ts.isCallExpression(node) && isFreshMethod(node))
  );
}

/** Is it a call of a method that gives a list of its own? */
export function isFreshMethod({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && FRESH_METHODS.has(expression.name.text);
}

/** Is it `JSON.parse(text)`, or what it has been read as in a `try`, whose type is for the program to claim? */
export function isParsed(node: ts.Expression): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && ["JSON.parse", "parsedValue_thrown"].includes(node.expression.getText())
  );
}
