/** `text.replace` and `text.replaceAll`. */
import ts from "typescript";
import { literalText } from "../analysis/literals.ts";
import { isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import { marksRemoved } from "./accents.ts";
import { argumentsOf } from "./arguments.ts";
import { callTextRegex, isRegexArgument } from "./regex/calls.ts";
import { literalPattern, replaceByCallback } from "./regex/replace.ts";
import { isPattern, withoutPatterns } from "./replacements.ts";
import type { TextMethod } from "./text-method.ts";

/** `text.replace` with a count of 1, `text.replaceAll` without one. */
export const replace =
  (count: number | null): TextMethod =>
  (target, node, context) => {
    if (isRegexArgument(node, context)) {
      return marksRemoved(target, node, context) ?? callTextRegex(target, node, context);
    }
    const callee = count === null ? "replaceAll" : "replace";
    const [wanted, replacement] = [literalText(node.arguments[0]), literalText(node.arguments[1])];
    const [, callback] = node.arguments;
    if (wanted !== null && wanted !== "" && callback !== undefined && ts.isArrowFunction(callback)) {
      return replaceByCallback(target, literalPattern(wanted, count === null), callback, context);
    }
    if (!areTexts(node, context) || isRefused(wanted, replacement, count)) {
      return context.refuse(node, "methodArguments", callee, replaceAdvice(wanted, count));
    }
    const [sought = nsl.none, put = nsl.none] = argumentsOf(node, context);
    const limit = count === null ? [] : [nsl.number(count)];
    const found = count === null ? neverEmpty(sought, node, context) : sought;
    const literally = replacement === null ? withoutPatterns(put, 0, node, context) : put;
    return nsl.method(target, "replace", found, literally, ...limit);
  };

/** Is nothing sought everywhere, or what is put in a pattern? */
function isRefused(wanted: string | null, replacement: string | null, count: number | null): boolean {
  return (wanted === "" && count === null) || (replacement !== null && isPattern(replacement, 0));
}

/** Are both arguments texts, whatever is in them? */
function areTexts({ arguments: given }: ts.CallExpression, { checker }: FunctionContext): boolean {
  return (
    given.length === 2 && given.every((argument) => strictly(isText, checker.getTypeAtLocation(argument)))
  );
}

/** What is sought everywhere: between the halves of letters beyond the first plane nothing is put in NSL. */
function neverEmpty(sought: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [written] = node.arguments;
  const parts =
    written === undefined || !ts.isTemplateExpression(written)
      ? [literalText(written) ?? ""]
      : [written.head.text, ...written.templateSpans.map(({ literal }) => literal.text)];
  if (parts.some((part) => part !== "")) {
    return sought;
  }
  const value = context.stable(sought, "sought");
  const reason = `${placeText(node)}: what is sought is empty`;
  stopWhen(nsl.binary("==", value, nsl.text("")), reason, node, context);
  return value;
}

/** What to write instead. */
function replaceAdvice(wanted: string | null, count: number | null): string {
  return wanted === "" && count === null
    ? "Give a text that is not empty and what to put in its place."
    : "Give two texts, the second without `$$`, `$&`, or an arrow function that is written in place.";
}
