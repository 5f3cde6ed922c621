/** Conditions: only what JavaScript and Jinja2 judge alike, or can be asked in a way that is alike. */
import ts from "typescript";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import type { FunctionContext } from "../function-context.ts";
import {
  fitsPrimitive,
  isAbsent,
  isObjectOnly,
  isPrimitive,
  mayBeNull,
  mayBeUndefined,
  typeName,
} from "../types.ts";
import { transformExpression } from "./index.ts";
import { choose } from "./choose.ts";

/** Turns an expression into a test that holds exactly when JavaScript finds it true. */
export function transformCondition(node: ts.Expression, context: FunctionContext): Expression {
  if (ts.isParenthesizedExpression(node)) {
    return transformCondition(node.expression, context);
  }
  const held = context.held(node);
  if (held !== undefined) {
    return truth(held, context.checker.getTypeAtLocation(node), node, context);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return nsl.not(transformCondition(node.operand, context));
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
      return logical(node, operator === ts.SyntaxKind.AmpersandAmpersandToken, context);
    }
  }
  const type = context.checker.getTypeAtLocation(node);
  const before = context.flow.reporter.count;
  const value = transformExpression(node, context);
  if (context.flow.reporter.count > before) {
    return value;
  }
  return truth(value, type, node, context);
}

/** The test for a value of a type. */
export function truth(value: Expression, type: ts.Type, node: ts.Node, context: FunctionContext): Expression {
  if (isAbsent(type) || isPrimitive(type)) {
    return value;
  }
  const isObject = isObjectOnly(type) && !fitsPrimitive(context.checker, type);
  if (isObject && (mayBeNull(type) || mayBeUndefined(type))) {
    return nsl.isNotNone(value);
  }
  return context.refuse(node, "conditionType", typeName(context.checker, type));
}

function logical(node: ts.BinaryExpression, isAnd: boolean, context: FunctionContext): Expression {
  const left = transformCondition(node.left, context);
  const right = context.capture(() => transformCondition(node.right, context));
  if (right.statements.length === 0) {
    return isAnd ? nsl.and(left, right.result) : nsl.or(left, right.result);
  }
  // The right side needs statements, and they must run only when JavaScript would look at it.
  const decided = { statements: [], result: { kind: "boolean", value: !isAnd } as const };
  return isAnd
    ? choose(left, right, decided, context, "holds")
    : choose(left, decided, right, context, "holds");
}
