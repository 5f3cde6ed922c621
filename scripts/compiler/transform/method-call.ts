/** Calls of methods: actions of the platform, library functions, methods of texts and lists. */
import ts from "typescript";
import { collectionOf, isGoneThrough, listingOf } from "../analysis/collections.ts";
import { isNamespace } from "../analysis/globals.ts";
import { isContextExpression } from "../analysis/platform-context.ts";
import { isRegexType, regexLiteral } from "../analysis/regex-constants.ts";
import { isBoolean, isList, isNumber, isText, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { methodAdvice } from "../diagnostics/library-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { listed } from "./collections.ts";
import { writable } from "./decimals.ts";
import { computedBefore } from "./computed-before.ts";
import { refuseOwnMethod } from "./own-methods.ts";

/** `target.method(...)`. */
export function transformMethodCall(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  if (isContextExpression(context.checker, callee.expression)) {
    return context.library.action(node, callee.name.text, context);
  }
  if (isNamespace(callee.expression, context)) {
    return context.library.namespaceFunction(node, callee, context);
  }
  if (regexLiteral(callee.expression, context.checker) !== undefined) {
    return context.library.regexMethod(node, callee, context);
  }
  const fixed = context.library.fixed(node, callee, context);
  if (fixed !== undefined) {
    return fixed;
  }
  const target = context.unhinted(() => context.expression(callee.expression));
  return target.refused === true ? target : callMethod(target, node, callee, context);
}

/** The call at the end of a chain: `a?.map(...)`; the target is already in NSL. */
export function transformCallStep(
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  return ts.isPropertyAccessExpression(node.expression)
    ? callMethod(target, node, node.expression, context)
    : context.refuse(node, "unknownFunction", node.expression.getText());
}

function callMethod(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const { checker } = context;
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(callee.expression));
  const collection = collectionOf(callee.expression, checker);
  if (collection !== undefined) {
    if (isGoneThrough(node, checker)) {
      const listing = listingOf(node, checker);
      return listing === undefined ? nsl.none : listed(listing, node, context);
    }
    return context.library.collectionMethod(target, collection, node, callee.name.text, context);
  }
  const value = computedBefore(target, node.arguments, context);
  if (isRegexType(owner)) {
    return context.library.regexTest(value, node, callee, context);
  }
  if (isText(owner)) {
    return context.library.textMethod(value, node, callee.name.text, context);
  }
  if (isList(checker, owner)) {
    return context.library.listMethod(value, node, callee, context);
  }
  if (
    callee.name.text === "toString" &&
    node.arguments.length === 0 &&
    (isNumber(owner) || isBoolean(owner))
  ) {
    return isNumber(owner)
      ? nsl.filter(writable(value, callee.expression, context), "string")
      : nsl.conditional(value, nsl.text("true"), nsl.text("false"));
  }
  const own = refuseOwnMethod(callee, context);
  if (own !== undefined) {
    return own;
  }
  const advice = isNumber(owner) ? methodAdvice("number", callee.name.text, node) : "";
  return context.refuse(
    callee.name,
    "unknownMethod",
    callee.name.text,
    `\`${typeName(checker, owner)}\``,
    advice,
  );
}
