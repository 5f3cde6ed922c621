/**
 * Methods of texts. JavaScript counts UTF-16 units, Python code points: where a position or a length is
 * asked for, the text is counted in UTF-16, so that an emoji is two in both.
 */
import ts from "typescript";
import { shortened } from "../diagnostics/advice.ts";
import { methodAdvice } from "../diagnostics/library-advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { eachNumber } from "../transform/ranges.ts";
import { choose } from "../transform/expressions/choose.ts";
import { strictly } from "../transform/expressions/operators.ts";
import { type FunctionContext, isStable } from "../transform/function-context.ts";
import { isNumber, isText, literalValue, mayBeUndefined } from "../transform/types.ts";
import { argumentsOf, literalText, settledArguments } from "./arguments.ts";
import { callTextRegex, isRegexArgument } from "./regex/calls.ts";
import { literalPattern, replaceByCallback } from "./regex/replace.ts";

/** Everything `trim` removes in JavaScript; Python's own set differs. */
const WHITESPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

type TextMethod = (target: Expression, node: ts.CallExpression, context: FunctionContext) => Expression;

const units = (target: Expression): Expression =>
  nsl.method(target, "encode", nsl.text("utf-16-le"), nsl.text("surrogatepass"));
const fromUnits = (bytes: Expression): Expression =>
  nsl.method(bytes, "decode", nsl.text("utf-16-le"), nsl.text("surrogatepass"));
const whitespace = (context: FunctionContext): Expression =>
  context.library("WHITESPACE", nsl.text(WHITESPACE));

/** `text.length` in UTF-16 units. */
export function textLength(target: Expression): Expression {
  return nsl.binary("//", nsl.filter(units(target), "length"), nsl.number(2));
}

/** `text[i]`: one UTF-16 unit, absent when there is none. */
export function charAtIndex(target: Expression, key: ts.Expression, context: FunctionContext): Expression {
  return presentUnit(unitAt(target, transformExpression(key, context), context), context);
}

function presentUnit(unit: Expression, context: FunctionContext): Expression {
  const character = context.spill(unit, "character");
  return nsl.conditional(nsl.binary("!=", character, nsl.text("")), character, nsl.none);
}

function unitAt(target: Expression, index: Expression, context: FunctionContext): Expression {
  const at = context.stable(index, "index");
  if (at.kind === "number") {
    return at.value < 0
      ? nsl.text("")
      : fromUnits(nsl.slice(units(target), nsl.number(2 * at.value), nsl.number(2 * at.value + 2)));
  }
  const unit = fromUnits(nsl.slice(units(target), twice(at), nsl.binary("+", twice(at), nsl.number(2))));
  return nsl.conditional(nsl.binary(">=", at, nsl.number(0)), unit, nsl.text(""));
}

/** `text.at(i)`: a negative position counts from the end, and there is nothing before the start. */
const at: TextMethod = (target, node, context) => {
  const [index = nsl.number(0)] = argumentsOf(node, context);
  const from = context.stable(index, "index");
  const bytes = context.spill(units(target), "units");
  const unit = fromUnits(nsl.slice(nsl.slice(bytes, twice(from), null), null, nsl.number(2)));
  const reached =
    from.kind === "number" && from.value >= 0
      ? unit
      : nsl.conditional(
          nsl.binary(">=", nsl.binary("+", nsl.filter(bytes, "length"), twice(from)), nsl.number(0)),
          unit,
          nsl.text(""),
        );
  return presentUnit(reached, context);
};

function twice(value: Expression): Expression {
  return value.kind === "number" ? nsl.number(value.value * 2) : nsl.binary("*", nsl.number(2), value);
}

const oneArgument =
  (build: (target: Expression, argument: Expression) => Expression): TextMethod =>
  (target, node, context) => {
    const [argument] = argumentsOf(node, context);
    return argument === undefined || node.arguments.length !== 1
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.")
      : build(target, argument);
  };

const noArguments =
  (build: (target: Expression, context: FunctionContext) => Expression): TextMethod =>
  (target, node, context) =>
    node.arguments.length === 0
      ? build(target, context)
      : context.refuse(node, "methodArguments", node.expression.getText(), "Give no argument.");

const pad =
  (atStart: boolean): TextMethod =>
  (target, node, context) => {
    const fill = node.arguments[1] === undefined ? " " : knownText(node.arguments[1], context);
    const [width] = node.arguments;
    if (width === undefined || fill?.length !== 1) {
      return context.refuse(node, "methodArguments", "pad", "Give a width and a fill of one character.");
    }
    const value = context.stable(target, "unpadded");
    const padding = nsl.binary(
      "*",
      nsl.text(fill),
      nsl.binary("-", transformExpression(width, context), textLength(value)),
    );
    return atStart ? nsl.binary("~", padding, value) : nsl.binary("~", value, padding);
  };

/** The text of an argument that is one literal, or a constant of one. */
function knownText(node: ts.Expression, context: FunctionContext): string | null {
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  return typeof value === "string" ? value : null;
}

const position =
  (find: "find" | "rfind"): TextMethod =>
  (target, node, context) => {
    const [wanted] = argumentsOf(node, context);
    if (wanted === undefined || node.arguments.length !== 1) {
      return context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.");
    }
    const value = context.stable(target, "text");
    const found = context.spill(nsl.method(value, find, wanted), "found");
    return nsl.conditional(
      nsl.binary("<", found, nsl.number(0)),
      nsl.number(-1),
      textLength(nsl.slice(value, null, found)),
    );
  };

/** `text.indexOf(wanted, from)`. */
const indexOf: TextMethod = (target, node, context) => {
  if (node.arguments.length !== 2) {
    return position("find")(target, node, context);
  }
  const [wanted = nsl.none, from = nsl.none] = settledArguments(node, context);
  if (!areNumbers(node.arguments.slice(1), context)) {
    return context.refuse(node, "methodArguments", "indexOf", "Give a text and a number.");
  }
  const start = context.stable(atLeastZero(from, context), "start");
  const bytes = context.spill(units(target), "units");
  const rest = context.spill(fromUnits(nsl.slice(bytes, twice(start), null)), "rest");
  const found = context.spill(nsl.method(rest, "find", wanted), "found");
  const length = context.spill(nsl.binary("//", nsl.filter(bytes, "length"), nsl.number(2)), "length");
  const skipped = nsl.conditional(nsl.binary("<=", start, length), start, length);
  const at = nsl.binary("+", skipped, textLength(nsl.slice(rest, null, found)));
  return nsl.conditional(nsl.binary("<", found, nsl.number(0)), nsl.number(-1), at);
};

/** A test of the text, or of what is left of it from a position on. */
const testFrom =
  (build: (target: Expression, wanted: Expression) => Expression): TextMethod =>
  (target, node, context) => {
    const [wanted, from] = settledArguments(node, context);
    if (wanted === undefined || node.arguments.length > 2 || !areNumbers(node.arguments.slice(1), context)) {
      return context.refuse(node, "methodArguments", node.expression.getText(), "Give a text and a number.");
    }
    return from === undefined
      ? build(target, wanted)
      : build(fromUnits(nsl.slice(units(target), twice(atLeastZero(from, context)), null)), wanted);
  };

/** `text.substring(from, to)`: negative positions are 0, and the smaller one comes first. */
const substring: TextMethod = (target, node, context) => {
  if (!areNumbers(node.arguments, context)) {
    return context.refuse(node, "methodArguments", "substring", "Give one or two numbers.");
  }
  const [from = nsl.number(0), to] = argumentsOf(node, context).map((value) =>
    context.stable(atLeastZero(value, context), "position"),
  );
  if (to === undefined) {
    return fromUnits(nsl.slice(units(target), twice(from), null));
  }
  if (from.kind === "number" && to.kind === "number") {
    const [low, high] = [Math.min(from.value, to.value), Math.max(from.value, to.value)];
    return fromUnits(nsl.slice(units(target), nsl.number(2 * low), nsl.number(2 * high)));
  }
  const ordered = nsl.binary("<=", from, to);
  const [low, high] = [nsl.conditional(ordered, from, to), nsl.conditional(ordered, to, from)];
  return fromUnits(nsl.slice(units(target), twice(low), twice(high)));
};

function atLeastZero(value: Expression, context: FunctionContext): Expression {
  if (value.kind === "number") {
    return nsl.number(Math.max(value.value, 0));
  }
  const known = context.stable(value, "position");
  return nsl.conditional(nsl.binary(">=", known, nsl.number(0)), known, nsl.number(0));
}

function areNumbers(nodes: readonly ts.Expression[], context: FunctionContext): boolean {
  return nodes.every((node) => strictly(isNumber, context.checker.getTypeAtLocation(node)));
}

const sliceText: TextMethod = (target, node, context) => {
  const [from = nsl.none, to = nsl.none] = argumentsOf(node, context).map((position, index) => {
    const argument = node.arguments[index];
    const left = argument !== undefined && mayBeUndefined(context.checker.getTypeAtLocation(argument));
    if (!left) {
      return twice(position);
    }
    const known = context.stable(position, "position");
    return nsl.conditional(nsl.isNotNone(known), twice(known), nsl.none);
  });
  return fromUnits(nsl.slice(units(target), isZero(from) ? null : edge(from), edge(to)));
};

function isZero(expression: Expression): boolean {
  return expression.kind === "number" && expression.value === 0;
}

/** A bound of a slice; null where the text itself begins or ends. */
function edge(position: Expression): Expression | null {
  return position.kind === "none" ? null : position;
}

const split: TextMethod = (target, node, context) => {
  const [argument, limit] = node.arguments;
  if (limit !== undefined) {
    const advice = `Cut the list: \`.split(${shortened(argument ?? node, "separator")}).slice(0, ${shortened(limit, "limit")})\`.`;
    return context.refuse(node, "methodArguments", "split", advice);
  }
  if (isRegexArgument(node, context)) {
    return callTextRegex(target, node, context);
  }
  const isOnlyText = argument !== undefined && strictly(isText, context.checker.getTypeAtLocation(argument));
  if (!isOnlyText) {
    return context.refuse(node, "literalNeeded", "split");
  }
  const known = knownText(argument, context);
  if (known !== null && known !== "") {
    return nsl.method(target, "split", nsl.text(known));
  }
  const value = context.stable(target, "text");
  if (known === "") {
    return unitsOf(value, node, context);
  }
  const separator = context.stable(transformExpression(argument, context), "separator");
  const parts = { statements: [], result: nsl.method(value, "split", separator) };
  const single = context.capture(() => unitsOf(value, node, context));
  return choose(nsl.binary("!=", separator, nsl.text("")), parts, single, context, "parts");
};

/** `text.split("")`: every UTF-16 unit. */
function unitsOf(value: Expression, node: ts.Node, context: FunctionContext): Expression {
  const hint = context.hint;
  context.hint = null;
  const bytes = context.spill(units(value), "units");
  const result = context.spill(nsl.list([]), "parts");
  const turn = (from: Expression): Statement[] => [
    nsl.effect(
      nsl.method(result, "append", fromUnits(nsl.slice(bytes, from, nsl.binary("+", from, nsl.number(2))))),
    ),
  ];
  eachNumber("at", { from: nsl.number(0), to: nsl.filter(bytes, "length"), step: 2 }, turn, node, context);
  context.hint = hint;
  return result;
}

/** In JavaScript a replacement is a pattern of its own (`$&`), so it must be seen to hold no `$`. */
const replace =
  (count: number | null): TextMethod =>
  (target, node, context) => {
    if (isRegexArgument(node, context)) {
      return callTextRegex(target, node, context);
    }
    const callee = count === null ? "replaceAll" : "replace";
    const [wanted, replacement] = [literalText(node.arguments[0]), literalText(node.arguments[1])];
    const [, callback] = node.arguments;
    if (wanted !== null && wanted !== "" && callback !== undefined && ts.isArrowFunction(callback)) {
      return replaceByCallback(target, literalPattern(wanted, count === null), callback, context);
    }
    if (wanted === null || wanted === "" || replacement === null || replacement.includes("$")) {
      return context.refuse(node, "methodArguments", callee, replaceAdvice(node, count === null));
    }
    const limit = count === null ? [] : [nsl.number(count)];
    return nsl.method(target, "replace", nsl.text(wanted), nsl.text(replacement), ...limit);
  };

/** What puts in a text that is known only later, once or wherever the wanted text stands. */
function replaceAdvice(node: ts.CallExpression, everywhere: boolean): string {
  const [wanted, replacement] = node.arguments;
  const isLiteral = literalText(wanted) !== null;
  if (wanted === undefined || replacement === undefined || literalText(wanted) === "") {
    return "Give a text that is not empty and what to put in its place.";
  }
  const [sought, put] = [shortened(wanted, isLiteral ? '"..."' : "wanted"), shortened(replacement, "other")];
  if (everywhere) {
    return isLiteral
      ? `Write \`text.split(${sought}).join(${put})\`.`
      : "Give the searched text as a literal; then `text.split(literal).join(other)` takes any other.";
  }
  const first = `with \`const at = text.indexOf(${sought})\`, write \`at < 0 ? text : text.slice(0, at) + ${put} + text.slice(at + ${sought}.length)\``;
  const all = isLiteral ? ` To replace all, write \`text.split(${sought}).join(${put})\`.` : "";
  return `To replace the first, ${first}.${all}`;
}

const methods: Readonly<Record<string, TextMethod>> = {
  at,
  charAt: oneArgumentWith((target, argument, context) => unitAt(target, argument, context)),
  endsWith: oneArgument((target, argument) => nsl.method(target, "endswith", argument)),
  includes: testFrom((target, wanted) => nsl.binary("in", wanted, target)),
  indexOf,
  lastIndexOf: position("rfind"),
  match: callTextRegex,
  matchAll: callTextRegex,
  padEnd: pad(false),
  padStart: pad(true),
  repeat: oneArgument((target, argument) => nsl.binary("*", target, argument)),
  replace: replace(1),
  replaceAll: replace(null),
  search: callTextRegex,
  slice: sliceText,
  split,
  startsWith: testFrom((target, wanted) => nsl.method(target, "startswith", wanted)),
  substring,
  toLowerCase: noArguments((target) => nsl.method(target, "lower")),
  toString: noArguments((target) => target),
  toUpperCase: noArguments((target) => nsl.method(target, "upper")),
  trim: noArguments((target, context) => nsl.method(target, "strip", whitespace(context))),
  trimEnd: noArguments((target, context) => nsl.method(target, "rstrip", whitespace(context))),
  trimStart: noArguments((target, context) => nsl.method(target, "lstrip", whitespace(context))),
};

function oneArgumentWith(
  build: (target: Expression, argument: Expression, context: FunctionContext) => Expression,
): TextMethod {
  return (target, node, context) => {
    const [argument = nsl.none] = argumentsOf(node, context);
    return build(target, argument, context);
  };
}

/** Names of the methods, for the documentation of the language. */
export const textMethodNames: readonly string[] = Object.keys(methods);

/** `text.method(...)`. */
export function callTextMethod(
  target: Expression,
  node: ts.CallExpression,
  methodName: string,
  context: FunctionContext,
): Expression {
  const build = Object.hasOwn(methods, methodName) ? methods[methodName] : undefined;
  if (build === undefined) {
    return context.refuse(node, "unknownMethod", methodName, "a text", methodAdvice("text", methodName));
  }
  // Arguments may need statements; the text itself is then computed before them.
  const forget = context.names.remember();
  const { statements, result } = context.capture(() => build(target, node, context));
  if (statements.length === 0) {
    return result;
  }
  if (!isStable(target)) {
    forget();
  }
  const kept = context.stable(target, "text");
  return kept === target ? replay(statements, result, context) : build(kept, node, context);
}

function replay(
  statements: readonly Parameters<FunctionContext["emit"]>[0][],
  result: Expression,
  context: FunctionContext,
): Expression {
  statements.forEach((statement) => {
    context.emit(statement);
  });
  return result;
}
