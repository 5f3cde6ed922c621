/** A statement that is one expression: an assignment, a count, `delete`, or a call made for what it does. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { emitEffect } from "../effects.ts";
import { transformAssignment } from "./assignment.ts";
import { count } from "./increment.ts";
import { deleteMember } from "./member-assignment.ts";

const K = ts.SyntaxKind;

/** A statement that is one expression. */
export function transformExpressionStatement(node: ts.ExpressionStatement, context: FunctionContext): void {
  const expression = ts.isParenthesizedExpression(node.expression)
    ? node.expression.expression
    : node.expression;
  if (ts.isBinaryExpression(expression) && isAssignment(expression.operatorToken.kind)) {
    transformAssignment(expression, context);
    return;
  }
  if (ts.isPrefixUnaryExpression(expression) || ts.isPostfixUnaryExpression(expression)) {
    if (expression.operator === K.PlusPlusToken || expression.operator === K.MinusMinusToken) {
      count(expression, context);
      return;
    }
  }
  if (ts.isDeleteExpression(expression)) {
    deleteMember(expression, context);
    return;
  }
  emitEffect(context.expression(expression), node, context);
}
