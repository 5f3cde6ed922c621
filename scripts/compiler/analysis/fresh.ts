/** Expressions that make a new list or object. */
import ts from "typescript";
import { collectionOf } from "./collections.ts";
import { isAsync, resolveFunction, symbolOf } from "./functions.ts";
import { givenItself } from "./handed-over.ts";
import type { ProgramView } from "./program-view.ts";
import { mayBeObject } from "./types.ts";
import { functionAround, resultsOf, walk } from "./walk.ts";

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
    (ts.isCallExpression(node) && isMadeByCall(node, view))
  );
}

function isMadeByCall(node: ts.CallExpression, view: ProgramView): boolean {
  const itself = givenItself(node, view);
  return (
    isFreshMethod(node) ||
    makerOf(node, view) !== undefined ||
    (itself !== undefined && isFresh(itself, view))
  );
}

/** A function that makes what it gives: an object of its own that it has filled. */
export interface Maker {
  readonly declaration: ts.FunctionDeclaration;
  /** The literal, or the variable with it. */
  readonly made: ts.ObjectLiteralExpression | ts.Identifier;
}

/** The function a call has its value made by; undefined where it may be known elsewhere. */
export function makerOf(
  { expression: callee }: ts.CallExpression,
  { checker }: Pick<ProgramView, "checker">,
  callers: readonly ts.Node[] = [],
): Maker | undefined {
  const declaration = resolveFunction(checker, callee);
  const [made, other] =
    declaration === undefined || isAsync(declaration) ? [] : resultsOf(declaration.body ?? callee);
  if (declaration === undefined || made === undefined || other !== undefined) {
    return undefined;
  }
  if (ts.isObjectLiteralExpression(made)) {
    return { declaration, made };
  }
  const variable = ts.isIdentifier(made) ? checker.getSymbolAtLocation(made)?.valueDeclaration : undefined;
  const start =
    variable !== undefined && ts.isVariableDeclaration(variable) ? variable.initializer : undefined;
  const isMade =
    start !== undefined &&
    functionAround(start) === declaration &&
    (ts.isObjectLiteralExpression(start) ||
      (ts.isCallExpression(start) &&
        !callers.includes(declaration) &&
        makerOf(start, { checker }, [...callers, declaration]) !== undefined));
  return ts.isIdentifier(made) && isMade && isUsedInPlace(made, declaration, checker)
    ? { declaration, made }
    : undefined;
}

/** Is the variable only read, changed and handed over to be changed, so that nothing else has it? */
function isUsedInPlace(name: ts.Identifier, owner: ts.Node, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  let isAlone = true;
  walk(owner, (node) => {
    if (ts.isIdentifier(node) && symbolOf(node, checker) === symbol) {
      const { parent } = node;
      isAlone &&=
        ts.isReturnStatement(parent) ||
        (ts.isVariableDeclaration(parent) && parent.name === node) ||
        (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
        (ts.isBinaryExpression(parent) && parent.left === node) ||
        (ts.isCallExpression(parent) && isAloneIn(node, parent, checker));
    }
  });
  return isAlone;
}

/** Is it the one object that a function of the program is given, which can put it into no other? */
function isAloneIn(node: ts.Node, call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  return (
    resolveFunction(checker, call.expression) !== undefined &&
    call.arguments.every((other) => other === node || !mayBeObject(checker.getTypeAtLocation(other)))
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
