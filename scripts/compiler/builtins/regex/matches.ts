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
