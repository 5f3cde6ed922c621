/**
 * Matches. In NSL a match is the list of its text and its groups; its position and the names of its groups
 * are found through the call that made it.
 */
import ts from "typescript";
import { isGroupsOfMatch, isMatch, matchSource, patternOf, readsIndex } from "../../analysis/matches.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { textLength } from "../../transform/text-units.ts";
import { translateRegex } from "./translate.ts";

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

/** `match.index`, `match.groups` and `match.groups?.name`; undefined when the access is of another kind. */
export function matchProperty(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const { checker } = context;
  const groups = ts.isNonNullExpression(node.expression) ? node.expression.expression : node.expression;
  if (isGroupsOfMatch(groups, checker) && ts.isPropertyAccessExpression(groups)) {
    return groupNamed(target, node, matchSource(groups.expression, checker), context);
  }
  if (isGroupsOfMatch(node, checker)) {
    return isAccessed(node) ? target : groupsAsWhole(target, node, context);
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
  return ts.isNonNullExpression(parent)
    ? isAccessed(parent)
    : (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
        parent.expression === node;
}

/** `match.groups` where it is asked whether there are any, or taken apart by their names. */
function groupsAsWhole(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression {
  const source = matchSource(node.expression, context.checker);
  const literal = source && patternOf(source, ["match", "exec", "matchAll"], context.checker);
  const regex = literal && translateRegex(literal.text, "match");
  const names = regex?.ok === true ? [...regex.names] : [];
  if (names.length > 0 && isAsked(node)) {
    return target;
  }
  if (names.length === 0 || !isTakenApart(node)) {
    const advice = "Write `match?.groups?.name` where it is read. ";
    return context.refuse(node, "unknownMethod", "groups", "a match", advice);
  }
  const match = context.stable(target, "match");
  const groups = names.map(([name, group]) => [name, nsl.item(match, nsl.number(group))] as const);
  return nsl.conditional(nsl.isNotNone(match), nsl.dict(groups), nsl.none);
}

/** Is only asked whether the value is there? */
function isAsked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) {
    return isAsked(parent);
  }
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.getText();
    const isAbsence = [parent.left, parent.right].some((side) =>
      ["null", "undefined"].includes(side.getText()),
    );
    return ["&&", "||"].includes(operator) ? isAsked(parent) : /^[!=]==?$/u.test(operator) && isAbsence;
  }
  return (
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

/** `const { hour, minute } = match.groups`, also with `?? {}` behind it: each name has its group. */
function isTakenApart(node: ts.Expression): boolean {
  const { parent } = node;
  const isKept =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  if (
    isKept ||
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent)
  ) {
    return isTakenApart(parent);
  }
  return (
    ts.isVariableDeclaration(parent) &&
    parent.initializer === node &&
    ts.isObjectBindingPattern(parent.name) &&
    parent.name.elements.every(({ dotDotDotToken }) => dotDotDotToken === undefined)
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
