/** The calls that matches of regular expressions come from. */
import ts from "typescript";
import { isCallOf, listGivenTo, type MethodCall } from "./method-calls.ts";
import { hasFlag, regexLiteral } from "./regex-constants.ts";
import { walk } from "./walk.ts";

/** Does the function read the `index` of what the call gives? */
export function readsIndex(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  let found = false;
  walk(ts.findAncestor(call, ts.isFunctionDeclaration) ?? call.getSourceFile(), (node) => {
    found ||=
      ts.isPropertyAccessExpression(node) &&
      node.name.text === "index" &&
      matchSource(node.expression, checker) === call;
  });
  return found;
}

/** Is it `text.matchAll(pattern)` where all matches are taken at once: in the head of a loop or as `[...matches]`? */
export function isMatchesCall(node: ts.Node): node is MethodCall {
  const { parent } = node;
  const isTaken =
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isSpreadElement(parent) && ts.isArrayLiteralExpression(parent.parent));
  return isTaken && isCallOf(node, ["matchAll"]);
}

/** The pattern of `text.match(pattern)`, `pattern.exec(text)` or `text.matchAll(pattern)`. */
export function patternOf(
  node: ts.Expression,
  names: readonly string[],
  checker: ts.TypeChecker,
): ts.RegularExpressionLiteral | undefined {
  if (!isCallOf(node, names)) {
    return undefined;
  }
  const isExec = node.expression.name.text === "exec";
  return regexLiteral(isExec ? node.expression.expression : node.arguments[0], checker);
}

/** The call a match comes from: the one that gives it, or all matches; undefined where that is not to be seen. */
export function matchSource(node: ts.Expression, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (ts.isParenthesizedExpression(node)) {
    return matchSource(node.expression, checker);
  }
  if (ts.isElementAccessExpression(node)) {
    return matchesSource(node.expression, checker);
  }
  if (ts.isCallExpression(node)) {
    const literal = patternOf(node, ["match", "exec"], checker);
    return literal === undefined || hasFlag(literal, "g") ? undefined : node;
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (declaration === undefined) {
    return undefined;
  }
  if (ts.isParameter(declaration)) {
    // `[...text.matchAll(pattern)].map((match) => ...)`
    const list = listGivenTo(declaration);
    return list === undefined ? undefined : matchesSource(list, checker);
  }
  const value = constantValue(declaration);
  return value === undefined
    ? undefined
    : ts.isForOfStatement(value.parent)
      ? matchesSource(value, checker)
      : matchSource(value, checker);
}

/** The call a list of matches comes from. */
function matchesSource(node: ts.Expression, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (ts.isCallExpression(node)) {
    return patternOf(node, ["matchAll"], checker) === undefined ? undefined : node;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const [only] = node.elements;
    return node.elements.length === 1 && only !== undefined && ts.isSpreadElement(only)
      ? matchesSource(only.expression, checker)
      : undefined;
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  const value = declaration === undefined ? undefined : constantValue(declaration);
  return value === undefined || ts.isForOfStatement(value.parent) ? undefined : matchesSource(value, checker);
}

/** What a constant is declared with, or the list of the loop it belongs to. */
function constantValue(declaration: ts.Declaration): ts.Expression | undefined {
  if (
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    (declaration.parent.flags & ts.NodeFlags.Const) === 0
  ) {
    return undefined;
  }
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
}

/** Is it `match.groups`? A pattern with named groups always gives them, so that `?.` asks nothing. */
export function isGroupsOfMatch(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (
    ts.isPropertyAccessExpression(node) && node.name.text === "groups" && isMatch(node.expression, checker)
  );
}

/** Is it what `match` or `exec` gives? */
export function isMatch(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return ["RegExpMatchArray", "RegExpExecArray"].includes(type.getSymbol()?.name ?? "");
}
