/**
 * Methods of texts. JavaScript counts UTF-16 units, Python code points: where a position or a length is
 * asked for, the text is counted in UTF-16, so that an emoji is two in both.
 */
import type ts from "typescript";
import { isNeverNegative } from "../analysis/signs.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { methodAdvice } from "../diagnostics/library-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import { isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import { textLength, unitAt } from "../transform/text-units.ts";
import { normalize } from "./accents.ts";
import { argumentsOf } from "./arguments.ts";
import { localeCompare } from "./collation.ts";
import { callTextRegex } from "./regex/calls.ts";
import { isOfAscii, knownText, noArguments, oneArgument, type TextMethod } from "./text-method.ts";
import { at, indexOf, lastIndexOf, sliceText, substring, testFrom } from "./text-positions.ts";
import { replace } from "./text-replace.ts";
import { split } from "./text-split.ts";

/** Everything `trim` removes in JavaScript; Python's own set differs. */
const WHITESPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const whitespace = (context: FunctionContext): Expression =>
  context.tables.library("WHITESPACE", nsl.text(WHITESPACE));

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
      nsl.binary("-", context.expression(width), textLength(value, isOfAscii(node, context))),
    );
    return atStart ? nsl.binary("~", padding, value) : nsl.binary("~", value, padding);
  };

/** `text.repeat(count)`: JavaScript raises for a negative count, Python gives nothing. */
const repeat: TextMethod = (target, node, context) => {
  const [count] = node.arguments;
  if (count === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "methodArguments", "repeat", "Give one argument.");
  }
  const [value = nsl.none] = argumentsOf(node, context);
  if (isNeverNegative(count, context)) {
    return nsl.binary("*", target, value);
  }
  const times = context.stable(value, "times");
  stopWhen(nsl.binary("<", times, nsl.number(0)), `repeat(${placeText(count)}) is negative`, node, context);
  return nsl.binary("*", target, times);
};

const methods: Readonly<Record<string, TextMethod>> = {
  at,
  charAt: (target, node, context) => {
    const [index = nsl.none] = argumentsOf(node, context);
    return unitAt(target, index, context, isOfAscii(node, context));
  },
  endsWith: oneArgument((target, argument) => nsl.method(target, "endswith", argument)),
  includes: testFrom((target, wanted) => nsl.binary("in", wanted, target)),
  indexOf,
  lastIndexOf,
  localeCompare,
  match: callTextRegex,
  matchAll: callTextRegex,
  normalize,
  padEnd: pad(false),
  padStart: pad(true),
  repeat,
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
    return context.refuse(
      node,
      "unknownMethod",
      methodName,
      "a text",
      methodAdvice("text", methodName, node),
    );
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
