/** Calls that take a regular expression. */
import ts from "typescript";
import { literalText } from "../../analysis/literals.ts";
import { isMatchesCall, readsIndex } from "../../analysis/matches.ts";
import type { MethodCall } from "../../analysis/method-calls.ts";
import { hasFlag, regexLiteral } from "../../analysis/regex-constants.ts";
import { isText, strictly } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { shortened } from "../../diagnostics/advice.ts";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { eachItem } from "../../transform/ranges.ts";
import { isPattern, withoutPatterns } from "../replacements.ts";
import { matchList, matchStart, notePosition } from "./matches.ts";
import { replaceByCallback } from "./replace.ts";
import { type PythonPattern, STAND_IN, translateRegex, translateReplacement } from "./translate.ts";
import type { RegexUse } from "./units.ts";

const re = (functionName: string, ...positional: Expression[]): Expression =>
  nsl.call(nsl.attribute(nsl.name("re"), functionName), positional);

/** Is the first argument a regular expression? */
export function isRegexArgument(node: ts.CallExpression, context: FunctionContext): boolean {
  return regexLiteral(node.arguments[0], context.checker) !== undefined;
}

/** `/pattern/u.test(text)`, `/pattern/u.exec(text)`. */
export function callRegexMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const [subject] = node.arguments;
  const methodName = callee.name.text;
  if (!["test", "exec"].includes(methodName) || subject === undefined) {
    return context.refuse(node, "unknownMethod", methodName, "a regular expression");
  }
  const literal = regexLiteral(callee.expression, context.checker);
  if (literal !== undefined && hasFlag(literal, "g")) {
    const instead = methodName === "test" ? "" : " To go over all matches, write `text.matchAll(pattern)`.";
    return context.refuse(
      callee.expression,
      "regexUnsupported",
      `\`${methodName}\` with the \`g\` flag remembers a position`,
      `Leave the \`g\` flag out.${instead}`,
    );
  }
  const regex = translated(callee.expression, methodName === "test" ? "test" : "match", context);
  if (regex === null) {
    return nsl.none;
  }
  const value = context.expression(subject);
  return methodName === "exec"
    ? firstMatch(value, regex, node, context)
    : nsl.isNotNone(re("search", nsl.text(regex.pattern), value));
}

/** A regular expression that is an entry of a table: its pattern, which can only be tested for. */
export function regexEntry(node: ts.RegularExpressionLiteral, context: FunctionContext): Expression {
  if (["g", "y"].some((flag) => hasFlag(node, flag))) {
    const reason = "with the `g` or the `y` flag it remembers a position";
    return context.refuse(node, "regexUnsupported", reason, "Leave the flag out.");
  }
  const regex = translated(node, "test", context);
  return regex === null ? nsl.none : nsl.text(regex.pattern);
}

/** `rule.pattern.test(text)`. */
export function regexTest(
  pattern: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const [subject, more] = node.arguments;
  return callee.name.text !== "test" || subject === undefined || more !== undefined
    ? context.refuse(
        callee.name,
        "unknownMethod",
        callee.name.text,
        "a regular expression that is a value",
        "Write the regular expression in place, or as a `const` of its own. ",
      )
    : nsl.isNotNone(re("search", pattern, context.expression(subject)));
}

type TextCall = (
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
) => Expression;

const calls: Readonly<Record<string, TextCall>> = {
  match,
  matchAll,
  replace,
  replaceAll: replace,
  search,
  split,
};

/** `text.replace(/pattern/gu, "literal")`, `text.match(/pattern/u)` and their like. */
export function callTextRegex(
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const callee = node.expression;
  const methodName = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
  const [pattern] = node.arguments;
  const build = calls[methodName];
  if (pattern === undefined || build === undefined || !isRegexArgument(node, context)) {
    return context.refuse(
      node,
      "methodArguments",
      methodName,
      "Give a regular expression, in place or as a `const` of its own.",
    );
  }
  const regex = translated(pattern, useOf(methodName, node), context);
  return regex === null ? nsl.none : build(target, regex, node, context);
}

function useOf(methodName: string, node: ts.CallExpression): RegexUse {
  const [, put] = node.arguments;
  if (methodName.startsWith("replace") && put !== undefined && !ts.isArrowFunction(put)) {
    const literal = literalText(put);
    return literal === "" ? "erase" : literal === null || !isPattern(literal, 0) ? "put" : "match";
  }
  return methodName === "search" ? "test" : "match";
}

function translated(node: ts.Expression, use: RegexUse, context: FunctionContext): PythonPattern | null {
  const literal = regexLiteral(node, context.checker);
  if (literal === undefined) {
    return null;
  }
  const result = translateRegex(literal.text, use);
  if (!result.ok) {
    context.refuse(node, "regexUnsupported", result.reason, result.advice);
    return null;
  }
  return result;
}

/** With `g` every match as text, else the first match with its groups; null when there is none. */
function match(
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (!regex.global) {
    return firstMatch(target, regex, node, context);
  }
  const matches = context.spill(nsl.list([]), "matches");
  const turn = (found: Expression): Statement[] => [
    nsl.effect(nsl.method(matches, "append", nsl.method(found, "group", nsl.number(0)))),
  ];
  eachItem("found", re("finditer", nsl.text(regex.pattern), target), turn, node, context);
  return nsl.conditional(nsl.binary("!=", matches, nsl.list([])), matches, nsl.none);
}

function firstMatch(
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const subject = readsIndex(node, context.checker) ? context.stable(target, "text") : target;
  const found = context.spill(re("search", nsl.text(regex.pattern), subject), "found");
  notePosition(node, found, subject, context);
  return nsl.conditional(nsl.isNotNone(found), matchList(found), nsl.none);
}

/** `[...text.matchAll(pattern)]`: a list of matches. */
function matchAll(
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (!regex.global || !isMatchesCall(node)) {
    return refuseMatchAll(regex, node, context);
  }
  const matches = context.start(nsl.list([]), "matches");
  const turn = (found: Expression): Statement[] => [
    nsl.effect(nsl.method(matches, "append", matchList(found))),
  ];
  eachItem("found", re("finditer", nsl.text(regex.pattern), target), turn, node, context);
  return matches;
}

/**
 * `for (const match of text.matchAll(pattern))`: gives what writes the loop, whose turns begin with the match
 * as a list; null, with a diagnostic, when the pattern cannot be carried over.
 */
export function matchesLoop(
  node: MethodCall,
  context: FunctionContext,
): ((variable: string, body: readonly Statement[]) => Statement) | null {
  const [pattern] = node.arguments;
  const target = context.expression(node.expression.expression);
  const regex = pattern === undefined ? null : translated(pattern, "match", context);
  if (regex === null || !regex.global) {
    if (regex !== null) {
      refuseMatchAll(regex, node, context);
    }
    return null;
  }
  const asksPosition = readsIndex(node, context.checker);
  const subject = asksPosition ? context.stable(target, "text") : target;
  const found = context.names.helper("found");
  const position = asksPosition ? context.names.helper("position") : null;
  if (position !== null) {
    context.positions.set(node, nsl.name(position));
  }
  const start = position === null ? [] : [nsl.set(position, matchStart(nsl.name(found), subject))];
  return (variable, body) =>
    nsl.forEach([found], re("finditer", nsl.text(regex.pattern), subject), [
      nsl.set(variable, matchList(nsl.name(found))),
      ...start,
      ...body,
    ]);
}

function refuseMatchAll(
  { global }: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const advice = global
    ? "Write `for (const match of text.matchAll(pattern))` or `[...text.matchAll(pattern)]`."
    : "Give the pattern the `g` flag.";
  return context.refuse(node, "methodArguments", "matchAll", advice);
}

/** `text.search(pattern)`: the position of the first match, or -1. */
function search(
  target: Expression,
  regex: PythonPattern,
  _node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const subject = context.stable(target, "text");
  const found = context.spill(re("search", nsl.text(regex.pattern), subject), "found");
  return nsl.conditional(nsl.isNone(found), nsl.number(-1), matchStart(found, subject));
}

/** `text.split(/[,;]/u)`. */
function split(
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (regex.mayBeEmpty) {
    return context.refuse(
      node,
      "methodArguments",
      "split",
      'Give a separator that cannot match nothing, or `""` for every unit.',
    );
  }
  if (regex.settled.size < regex.groups) {
    return context.refuse(
      node,
      "methodArguments",
      "split",
      "A group that does not take part leaves a hole in the list: write `(?:...)`.",
    );
  }
  return re("split", nsl.text(regex.pattern), target);
}

/** A letter of two halves. */
const BEYOND = "[^\\u0000-\\uffff]";

function replace(
  target: Expression,
  regex: PythonPattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const callee = node.expression;
  const methodName = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
  const [, put] = node.arguments;
  if (methodName === "replaceAll" && !regex.global) {
    return context.refuse(node, "methodArguments", methodName, "Give the pattern the `g` flag.");
  }
  if (put !== undefined && ts.isArrowFunction(put)) {
    return replaceByCallback(target, regex, put, context);
  }
  const literal = literalText(put);
  const replacement = literal === null ? null : translateReplacement(literal, regex);
  const subject = regex.matchesHalves
    ? re("sub", nsl.text(BEYOND), nsl.text(STAND_IN + STAND_IN), target)
    : target;
  const count = regex.global ? [] : [nsl.number(1)];
  if (put !== undefined && literal === null && strictly(isText, context.checker.getTypeAtLocation(put))) {
    const value = withoutPatterns(context.expression(put), regex.groups, node, context);
    const literally = nsl.method(value, "replace", nsl.text("\\"), nsl.text("\\\\"));
    return re("sub", nsl.text(regex.pattern), literally, subject, ...count);
  }
  if (replacement === null) {
    const advice =
      literal === null
        ? `Give a literal, or a function: \`${methodName}(pattern, () => ${shortened(put ?? node, "other")})\`.`
        : "Replace with a literal that uses only `$1`, `$<name>` and `$&`, and groups that are there.";
    return context.refuse(node, "methodArguments", methodName, advice);
  }
  return re("sub", nsl.text(regex.pattern), nsl.text(replacement), subject, ...count);
}
