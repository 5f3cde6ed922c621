/** Calls that take a regular expression. */
import ts from "typescript";
import {
  attribute,
  binary,
  call,
  conditional,
  effect,
  type Expression,
  isNotNone,
  list,
  method,
  name,
  none,
  number,
  type Statement,
  text,
} from "../nsl/ast.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { literalText } from "./arguments.ts";
import { translateRegex, translateReplacement } from "./regex.ts";

const re = (functionName: string, ...positional: Expression[]): Expression =>
  call(attribute(name("re"), functionName), positional);

/** Is the first argument a regular expression? */
export function isRegexArgument(node: ts.CallExpression): boolean {
  return node.arguments[0]?.kind === ts.SyntaxKind.RegularExpressionLiteral;
}

/** `/pattern/u.test(text)`. */
export function callRegexMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const [subject] = node.arguments;
  const regex = translated(callee.expression, context);
  if (regex === null) {
    return none;
  }
  if (callee.name.text !== "test" || subject === undefined) {
    return context.refuse(node, "unknownMethod", callee.name.text, "a regular expression");
  }
  if (regex.global) {
    return context.refuse(
      callee.expression,
      "regexUnsupported",
      "`test` with the `g` flag remembers a position",
    );
  }
  return isNotNone(re("search", text(regex.pattern), transformExpression(subject, context)));
}

/** `text.replace(/pattern/gu, "literal")`, `text.match(/pattern/u)`. */
export function callTextRegex(
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const callee = node.expression;
  const methodName = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
  const [pattern] = node.arguments;
  if (pattern === undefined || !isRegexArgument(node)) {
    return context.refuse(node, "methodArguments", methodName, "Give a regular expression literal.");
  }
  const regex = translated(pattern, context);
  if (regex === null) {
    return none;
  }
  return methodName === "match"
    ? match(target, regex, node, context)
    : replace(target, regex, node, methodName, context);
}

interface Pattern {
  readonly pattern: string;
  readonly global: boolean;
}

function translated(node: ts.Expression, context: FunctionContext): Pattern | null {
  const result = translateRegex(node.getText());
  if (!result.ok) {
    context.refuse(node, "regexUnsupported", result.reason);
    return null;
  }
  return result;
}

function replace(
  target: Expression,
  regex: Pattern,
  node: ts.CallExpression,
  methodName: string,
  context: FunctionContext,
): Expression {
  const literal = literalText(node.arguments[1]);
  const replacement = literal === null ? null : translateReplacement(literal);
  if (
    replacement === null ||
    namesMissingGroup(replacement, regex) ||
    (methodName === "replaceAll" && !regex.global)
  ) {
    return context.refuse(
      node,
      "methodArguments",
      methodName,
      "Replace with a literal that uses only `$1` and `$&`.",
    );
  }
  const count = regex.global ? [] : [number(1)];
  return re("sub", text(regex.pattern), text(replacement), target, ...count);
}

/** JavaScript leaves `$2` as it stands when there is no second group; Python raises. */
function namesMissingGroup(replacement: string, regex: Pattern): boolean {
  const groups = [
    ...regex.pattern
      .replace(/\\./g, "")
      .replace(/\[[^\]]*\]/g, "")
      .matchAll(/\((?!\?)/g),
  ].length;
  return [...replacement.matchAll(/\\g<(\d)>/g)].some(([, group]) => Number(group) > groups);
}

/** With `g` every match as text, else the first match with its groups; null when there is none. */
function match(
  target: Expression,
  regex: Pattern,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (regex.global) {
    const matches = context.spill(list([]), "matches");
    const turn = (found: Expression): Statement[] => [
      effect(method(matches, "append", method(found, "group", number(0)))),
    ];
    context.eachItem("found", re("finditer", text(regex.pattern), target), turn, node);
    return conditional(binary("!=", matches, list([])), matches, none);
  }
  const found = context.spill(re("search", text(regex.pattern), target), "found");
  const groups = binary("+", list([method(found, "group", number(0))]), {
    kind: "filter",
    target: method(found, "groups"),
    name: "list",
    positional: [],
  });
  return conditional(isNotNone(found), groups, none);
}
