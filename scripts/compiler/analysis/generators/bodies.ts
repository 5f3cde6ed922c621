/** What in a generator would show when all it gives is made before any of it is used. */
import ts from "typescript";
import { isAsync, symbolOf } from "../functions.ts";
import { endsItself } from "../loop-ends.ts";
import { returnsOf } from "../walk.ts";
import { holdsOwn, isAlone, isGivenAway } from "./changes.ts";
import { type Doing, Doings } from "./doings.ts";

/** Why a generator is not read as a function that gives a list. */
export interface GeneratorHindrance {
  readonly node: ts.Node;
  readonly reason:
    | Doing["kind"]
    | "async"
    | "endless"
    | "inner"
    | "kept"
    | "returns"
    | "turns"
    | "unwritten"
    | "use"
    | "value"
    | "yield";
}

/** An end that is never reached. */
const ENDLESS = /\bInfinity\b|\bPOSITIVE_INFINITY\b|\bMAX_(?:SAFE_INTEGER|VALUE)\b/u;

/** What hinders the generator itself, whoever uses it. */
export function bodyHindrance(
  declaration: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): GeneratorHindrance | undefined {
  const { body, name = declaration } = declaration;
  const symbol = checker.getSymbolAtLocation(name);
  // Who uses one without a name is not to be seen, and one with several signatures has several types.
  if (symbol?.declarations?.length !== 1) {
    return { node: name, reason: "unwritten" };
  }
  if (body === undefined || !ts.isSourceFile(declaration.parent)) {
    return { node: name, reason: "inner" };
  }
  if (isAsync(declaration)) {
    return { node: name, reason: "async" };
  }
  const isOwn = (object: ts.Expression): boolean => {
    const symbol = ts.isIdentifier(object) ? symbolOf(object, checker) : undefined;
    return (
      symbol !== undefined &&
      holdsOwn(symbol, declaration, checker) &&
      isAlone(symbol, declaration, declaration.end, checker, (mention) =>
        isGivenAway(mention, declaration, checker),
      )
    );
  };
  const done = new Doings(checker, true).first(body, { root: declaration, isOwn });
  const parameter = declaration.parameters.find((one) => isDone(one, checker, declaration));
  if (done !== undefined) {
    return { node: done.node, reason: done.kind };
  }
  return parameter === undefined ? formHindrance(body) : { node: parameter, reason: "unknown" };
}

/** Does the default of a parameter do anything? */
function isDone(parameter: ts.Node, checker: ts.TypeChecker, root: ts.Node): boolean {
  return new Doings(checker, true).first(parameter, { root, isOwn: () => false }) !== undefined;
}

function formHindrance(body: ts.Block): GeneratorHindrance | undefined {
  const returned = returnsOf(body).find(({ expression }) => expression !== undefined);
  if (returned !== undefined) {
    return { node: returned, reason: "returns" };
  }
  return formIn(body);
}

function formIn(node: ts.Node): GeneratorHindrance | undefined {
  if (ts.isFunctionLike(node)) {
    return undefined;
  }
  if (
    ts.isYieldExpression(node) &&
    (!ts.isExpressionStatement(node.parent) || node.expression === undefined)
  ) {
    return { node, reason: "yield" };
  }
  if (isEndless(node)) {
    return { node, reason: "endless" };
  }
  return ts.forEachChild(node, formIn);
}

function isEndless(node: ts.Node): boolean {
  if (!ts.isForStatement(node) && !ts.isWhileStatement(node) && !ts.isDoStatement(node)) {
    return false;
  }
  const test = ts.isForStatement(node) ? node.condition : node.expression;
  return (
    !endsItself(node) || (test !== undefined && (ENDLESS.test(test.getText()) || ts.isNumericLiteral(test)))
  );
}
