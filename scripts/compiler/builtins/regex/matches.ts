/**
 * Matches. In NSL a match is the list of its text and its groups; its position and the names of its groups
 * are found through the call that made it.
 */
import ts from "typescript";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import type { FunctionContext } from "../../transform/function-context.ts";
import { walk } from "../../transform/functions.ts";
import { textLength } from "../strings.ts";
import { hasFlag, regexLiteral } from "./constants.ts";
import { translateRegex } from "./translate.ts";

/** Methods that give each element of a list to the first parameter of their callback. */
const EACH: ReadonlySet<string> = new Set([
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "flatMap",
  "forEach",
  "map",
  "some",
]);

/** The list that stands for a match of Python. */
export function matchList(found: Expression): Expression {
  return nsl.binary(
    "+",
    nsl.list([nsl.method(found, "group", nsl.number(0))]),
    nsl.filter(nsl.method(found, "groups"), "list"),
  );
}

/** Where a match begins, counted as JavaScript counts. */
export function matchStart(found: Expression, subject: Expression): Expression {
  return textLength(nsl.slice(subject, null, nsl.method(found, "start")));
}

/** Remembers where the match of a call begins, when the function asks for it. */
export function notePosition(
  call: ts.CallExpression,
  found: Expression,
  subject: Expression,
  context: FunctionContext,
): void {
  if (readsIndex(call, context.checker)) {
    const position = nsl.conditional(nsl.isNotNone(found), matchStart(found, subject), nsl.none);
    context.positions.set(
      call,
      context.unhinted(() => context.spill(position, "position")),
    );
  }
}

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
export function isMatchesCall(node: ts.Node): node is ts.CallExpression & {
  readonly expression: ts.PropertyAccessExpression;
} {
  const { parent } = node;
  const isTaken =
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isSpreadElement(parent) && ts.isArrayLiteralExpression(parent.parent));
  return isTaken && isCallOf(node, "matchAll");
}

function isCallOf(
  node: ts.Node,
  methodName: string,
): node is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === methodName
  );
}

/** The pattern of `text.match(pattern)`, `pattern.exec(text)` or `text.matchAll(pattern)`. */
function patternOf(
  node: ts.Expression,
  names: readonly string[],
  checker: ts.TypeChecker,
): ts.RegularExpressionLiteral | undefined {
  if (!names.some((methodName) => isCallOf(node, methodName)) || !ts.isCallExpression(node)) {
    return undefined;
  }
  const isExec = isCallOf(node, "exec");
  return regexLiteral(isExec ? node.expression.expression : node.arguments[0], checker);
}

/** The call a match comes from: the one that gives it, or all matches; undefined where that is not to be seen. */
function matchSource(node: ts.Expression, checker: ts.TypeChecker): ts.CallExpression | undefined {
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
    return callbackSource(declaration, checker);
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

/** `[...text.matchAll(pattern)].map((match) => ...)`. */
function callbackSource(
  parameter: ts.ParameterDeclaration,
  checker: ts.TypeChecker,
): ts.CallExpression | undefined {
  const callback = parameter.parent;
  const call = callback.parent;
  return ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    EACH.has(call.expression.name.text) &&
    call.arguments[0] === callback &&
    callback.parameters[0] === parameter
    ? matchesSource(call.expression.expression, checker)
    : undefined;
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

function isMatch(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return ["RegExpMatchArray", "RegExpExecArray"].includes(type.getSymbol()?.name ?? "");
}

/** `match.index`, `match.groups` and `match.groups?.name`; undefined when the access is of another kind. */
export function matchProperty(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const { checker } = context;
  if (isGroupsOfMatch(node.expression, checker) && ts.isPropertyAccessExpression(node.expression)) {
    return groupNamed(target, node, matchSource(node.expression.expression, checker), context);
  }
  if (isGroupsOfMatch(node, checker)) {
    return isAccessed(node)
      ? target
      : context.refuse(
          node,
          "unknownMethod",
          "groups",
          "a match",
          "Write `match?.groups?.name` where it is read. ",
        );
  }
  if (
    !ts.isPropertyAccessExpression(node) ||
    node.name.text !== "index" ||
    !isMatch(node.expression, checker)
  ) {
    return undefined;
  }
  const source = matchSource(node.expression, checker);
  const position = source === undefined ? undefined : context.positions.get(source);
  const advice =
    "Ask `text.search(pattern)`, or take it as `const at = match.index` right behind the match or in a loop over `matchAll` that does not wait. ";
  return position ?? context.refuse(node, "unknownMethod", "index", "this match", advice);
}

function isAccessed(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression === node
  );
}

function groupNamed(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  source: ts.CallExpression | undefined,
  context: FunctionContext,
): Expression {
  const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const literal =
    source === undefined ? undefined : patternOf(source, ["match", "exec", "matchAll"], context.checker);
  if (literal === undefined || !(ts.isIdentifier(key) || ts.isStringLiteralLike(key))) {
    return context.refuse(
      node,
      "unknownMethod",
      "groups",
      "this match",
      "Keep the match in a `const`, or read the group by its number, as `match[1]`. ",
    );
  }
  const regex = translateRegex(literal.text, "match");
  const group = regex.ok ? regex.names.get(key.text) : undefined;
  return group === undefined
    ? context.refuse(node, "unknownMethod", key.text, "this match", "The pattern has no group of that name. ")
    : nsl.item(target, nsl.number(group));
}
