/** `text.replace` and `text.replaceAll`. */
import ts from "typescript";
import { literalText } from "../analysis/literals.ts";
import { shortened } from "../diagnostics/advice.ts";
import * as nsl from "../nsl/factory.ts";
import { marksRemoved } from "./accents.ts";
import { callTextRegex, isRegexArgument } from "./regex/calls.ts";
import { literalPattern, replaceByCallback } from "./regex/replace.ts";
import type { TextMethod } from "./text-method.ts";

/** In JavaScript a replacement is a pattern of its own (`$&`), so it must be seen to hold no `$`. */
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
  const callee = node.expression;
  const text = ts.isPropertyAccessExpression(callee) ? shortened(callee.expression, "text") : "text";
  const [sought, put] = [shortened(wanted, isLiteral ? '"..."' : "wanted"), shortened(replacement, "other")];
  if (everywhere) {
    return isLiteral
      ? `Write \`${text}.split(${sought}).join(${put})\`.`
      : "Give the searched text as a literal; then `text.split(literal).join(other)` takes any other.";
  }
  const first = `with \`const at = ${text}.indexOf(${sought})\`, write \`at < 0 ? ${text} : ${text}.slice(0, at) + ${put} + ${text}.slice(at + ${sought}.length)\``;
  const all = isLiteral ? ` To replace all, write \`${text}.split(${sought}).join(${put})\`.` : "";
  return `To replace the first, ${first}.${all}`;
}
