/**
 * Methods of texts. JavaScript counts UTF-16 units, Python code points: where a position or a length is
 * asked for, the text is counted in UTF-16, so that an emoji is two in both.
 */
import type ts from "typescript";
import { shortened } from "../diagnostics/advice.ts";
import {
  binary,
  conditional,
  type Expression,
  filter,
  isNotNone,
  method,
  none,
  number,
  slice,
  text,
} from "../nsl/ast.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { type FunctionContext, isStable } from "../transform/function-context.ts";
import { mayBeUndefined } from "../transform/types.ts";
import { argumentsOf, literalText } from "./arguments.ts";
import { callTextRegex, isRegexArgument } from "./regex-calls.ts";

/** Everything `trim` removes in JavaScript; Python's own set differs. */
const WHITESPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

type TextMethod = (target: Expression, node: ts.CallExpression, context: FunctionContext) => Expression;

const units = (target: Expression): Expression =>
  method(target, "encode", text("utf-16-le"), text("surrogatepass"));
const fromUnits = (bytes: Expression): Expression =>
  method(bytes, "decode", text("utf-16-le"), text("surrogatepass"));
const whitespace = (context: FunctionContext): Expression => context.library("WHITESPACE", text(WHITESPACE));

/** `text.length` in UTF-16 units. */
export function textLength(target: Expression): Expression {
  return binary("//", filter(units(target), "length"), number(2));
}

/** `text[i]`: one UTF-16 unit, absent when there is none. */
export function charAtIndex(target: Expression, key: ts.Expression, context: FunctionContext): Expression {
  return presentUnit(unitAt(target, transformExpression(key, context), context), context);
}

function presentUnit(unit: Expression, context: FunctionContext): Expression {
  const character = context.spill(unit, "character");
  return conditional(binary("!=", character, text("")), character, none);
}

function unitAt(target: Expression, index: Expression, context: FunctionContext): Expression {
  const at = context.stable(index, "index");
  if (at.kind === "number") {
    return at.value < 0
      ? text("")
      : fromUnits(slice(units(target), number(2 * at.value), number(2 * at.value + 2)));
  }
  const unit = fromUnits(slice(units(target), twice(at), binary("+", twice(at), number(2))));
  return conditional(binary(">=", at, number(0)), unit, text(""));
}

/** `text.at(i)`: a negative position counts from the end, and there is nothing before the start. */
const at: TextMethod = (target, node, context) => {
  const [index = number(0)] = argumentsOf(node, context);
  const from = context.stable(index, "index");
  const bytes = context.spill(units(target), "units");
  const unit = fromUnits(slice(slice(bytes, twice(from), null), null, number(2)));
  const reached =
    from.kind === "number" && from.value >= 0
      ? unit
      : conditional(
          binary(">=", binary("+", filter(bytes, "length"), twice(from)), number(0)),
          unit,
          text(""),
        );
  return presentUnit(reached, context);
};

function twice(value: Expression): Expression {
  return value.kind === "number" ? number(value.value * 2) : binary("*", number(2), value);
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
    const fill = node.arguments[1] === undefined ? " " : literalText(node.arguments[1]);
    const [width] = node.arguments;
    if (width === undefined || fill?.length !== 1) {
      return context.refuse(node, "methodArguments", "pad", "Give a width and a fill of one character.");
    }
    const value = context.stable(target, "unpadded");
    const padding = binary(
      "*",
      text(fill),
      binary("-", transformExpression(width, context), textLength(value)),
    );
    return atStart ? binary("~", padding, value) : binary("~", value, padding);
  };

const indexOf: TextMethod = (target, node, context) => {
  const [wanted] = argumentsOf(node, context);
  if (wanted === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "methodArguments", "indexOf", "Give one argument.");
  }
  const value = context.stable(target, "text");
  const found = context.spill(method(value, "find", wanted), "found");
  return conditional(binary("<", found, number(0)), number(-1), textLength(slice(value, null, found)));
};

const sliceText: TextMethod = (target, node, context) => {
  const [from = none, to = none] = argumentsOf(node, context).map((position, index) => {
    const argument = node.arguments[index];
    const left = argument !== undefined && mayBeUndefined(context.checker.getTypeAtLocation(argument));
    if (!left) {
      return twice(position);
    }
    const known = context.stable(position, "position");
    return conditional(isNotNone(known), twice(known), none);
  });
  return fromUnits(slice(units(target), isZero(from) ? null : edge(from), edge(to)));
};

function isZero(expression: Expression): boolean {
  return expression.kind === "number" && expression.value === 0;
}

/** A bound of a slice; null where the text itself begins or ends. */
function edge(position: Expression): Expression | null {
  return position.kind === "none" ? null : position;
}

const split: TextMethod = (target, node, context) => {
  const [given, limit] = node.arguments;
  if (limit !== undefined) {
    const advice = `Cut the list: \`.split(${shortened(given ?? node, "separator")}).slice(0, ${shortened(limit, "limit")})\`.`;
    return context.refuse(node, "methodArguments", "split", advice);
  }
  if (isRegexArgument(node)) {
    const advice = 'Make it one text first: `text.replace(/[,;]/gu, ",").split(",")`.';
    return context.refuse(node, "methodArguments", "split", advice);
  }
  const separator = literalText(given);
  if (separator === "") {
    const advice =
      "For the letters write `for (let i = 0; i < text.length; i += 1)` and read `text.charAt(i)`.";
    return context.refuse(node, "literalNeeded", "split", "", advice);
  }
  return separator === null
    ? context.refuse(node, "literalNeeded", "split", ": one that is known only later may be empty")
    : method(target, "split", text(separator));
};

/** In JavaScript a replacement is a pattern of its own (`$&`), so it must be seen to hold no `$`. */
const replace =
  (count: number | null): TextMethod =>
  (target, node, context) => {
    if (isRegexArgument(node)) {
      return callTextRegex(target, node, context);
    }
    const callee = count === null ? "replaceAll" : "replace";
    const [wanted, replacement] = [literalText(node.arguments[0]), literalText(node.arguments[1])];
    if (wanted === null || wanted === "" || replacement === null || replacement.includes("$")) {
      return context.refuse(node, "methodArguments", callee, replaceAdvice(node, count === null));
    }
    const limit = count === null ? [] : [number(count)];
    return method(target, "replace", text(wanted), text(replacement), ...limit);
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
  endsWith: oneArgument((target, argument) => method(target, "endswith", argument)),
  includes: oneArgument((target, argument) => binary("in", argument, target)),
  indexOf,
  match: (target, node, context) => callTextRegex(target, node, context),
  padEnd: pad(false),
  padStart: pad(true),
  repeat: oneArgument((target, argument) => binary("*", target, argument)),
  replace: replace(1),
  replaceAll: replace(null),
  slice: sliceText,
  split,
  startsWith: oneArgument((target, argument) => method(target, "startswith", argument)),
  toLowerCase: noArguments((target) => method(target, "lower")),
  toString: noArguments((target) => target),
  toUpperCase: noArguments((target) => method(target, "upper")),
  trim: noArguments((target, context) => method(target, "strip", whitespace(context))),
  trimEnd: noArguments((target, context) => method(target, "rstrip", whitespace(context))),
  trimStart: noArguments((target, context) => method(target, "lstrip", whitespace(context))),
};

function oneArgumentWith(
  build: (target: Expression, argument: Expression, context: FunctionContext) => Expression,
): TextMethod {
  return (target, node, context) => {
    const [argument = none] = argumentsOf(node, context);
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
    return context.refuse(node, "unknownMethod", methodName, "a text");
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
