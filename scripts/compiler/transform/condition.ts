/** Conditions: only what JavaScript and Jinja2 judge alike, or can be asked in a way that is alike. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import {
  fitsPrimitive,
  isAbsent,
  isList,
  isReferenceOnly,
  isPrimitive,
  mayBeNull,
  mayBeUndefined,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { memberAdvice } from "../diagnostics/own-words.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { choose } from "./choose.ts";

/** Turns an expression into a test that holds exactly when JavaScript finds it true. */
export function transformCondition(node: ts.Expression, context: FunctionContext): Expression {
  if (ts.isParenthesizedExpression(node)) {
    return context.condition(node.expression);
  }
  const held = context.held(node);
  if (held !== undefined) {
    return truth(held, context.checker.getTypeAtLocation(node), node, context);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return nsl.not(context.condition(node.operand));
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
      return logical(node, operator === ts.SyntaxKind.AmpersandAmpersandToken, context);
    }
  }
  const type = context.checker.getTypeAtLocation(node);
  const value = context.expression(node);
  return value.refused === true ? value : truth(value, type, node, context);
}

/** The test for a value of a type. */
export function truth(value: Expression, type: ts.Type, node: ts.Node, context: FunctionContext): Expression {
  if (isAbsent(type) || isPrimitive(type)) {
    return value;
  }
  const isObject = isReferenceOnly(type) && !fitsPrimitive(context.checker, type);
  if (isCallOf(node, ["add", "set"]) && collectionOf(node, context.checker) !== undefined) {
    // The map or the set that was changed, and that is always there.
    return { kind: "boolean", value: true };
  }
  if (isObject && (mayBeNull(type) || mayBeUndefined(type))) {
    return nsl.isNotNone(value);
  }
  const advice = isList(context.checker, type) ? memberAdvice(node, ".length > 0") : "";
  return context.refuse(node, "conditionType", typeName(context.checker, type), advice);
}

function logical(node: ts.BinaryExpression, isAnd: boolean, context: FunctionContext): Expression {
  const left = context.condition(node.left);
  const right = context.capture(() => context.condition(node.right));
  if (right.statements.length === 0) {
    return isAnd ? nsl.and(left, right.result) : nsl.or(left, right.result);
  }
  // The right side needs statements, and they must run only when JavaScript would look at it.
  const decided = { statements: [], result: { kind: "boolean", value: !isAnd } as const };
  return isAnd
    ? choose(left, right, decided, context, "holds")
    : choose(left, decided, right, context, "holds");
}
