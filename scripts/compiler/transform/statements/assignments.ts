/** Expression statements: assignments, counting, and calls made for what they do. */
import ts from "typescript";
import { binary, effect, type Expression, isNone, name, number, when } from "../../nsl/ast.ts";
import { transformCondition } from "../expressions/condition.ts";
import { tableDeclaration } from "../expressions/access.ts";
import { transformExpression } from "../expressions/index.ts";
import { arithmetic, plus } from "../expressions/operators.ts";
import { type FunctionContext, isPure } from "../function-context.ts";
import { checkMutation } from "../mutation.ts";
import { isAssignment } from "./boxing.ts";
import { assignMember, countMember, isMember } from "./members.ts";

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
  if (ts.isCallExpression(expression)) {
    checkMutatingCall(expression, context);
  }
  emitEffect(transformExpression(expression, context), node, context);
}

/** Keeps what a value does when nobody wants the value itself. */
export function emitEffect(value: Expression, origin: ts.Node, context: FunctionContext): void {
  if (!isPure(value)) {
    context.emit({ ...effect(value), origin });
  }
}

function checkMutatingCall(node: ts.CallExpression, context: FunctionContext): void {
  if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "push") {
    checkMutation(node.expression.expression, context);
  }
}

/** `x = value`, `x += value`, `object.field = value`, `list[i] = value`. */
export function transformAssignment(node: ts.BinaryExpression, context: FunctionContext): void {
  const { left } = node;
  if (ts.isIdentifier(left)) {
    const symbol = context.checker.getSymbolAtLocation(left);
    if (symbol === undefined || context.variableOf(symbol) === undefined) {
      refuseOuter(left, symbol, context);
      return;
    }
    assignVariable(symbol, left, node, context);
    return;
  }
  assignMember(left, node, context);
}

/** A variable that lives outside of the function cannot keep anything from one event to the next. */
function refuseOuter(left: ts.Identifier, symbol: ts.Symbol | undefined, context: FunctionContext): void {
  if (symbol !== undefined && tableDeclaration(symbol) !== undefined) {
    context.refuse(left, "uninitialisedConstant", "let");
  } else {
    context.refuse(left, "externalValue", left.text);
  }
}

function assignVariable(
  symbol: ts.Symbol,
  left: ts.Identifier,
  node: ts.BinaryExpression,
  context: FunctionContext,
): void {
  const operator = node.operatorToken.kind;
  const current = (): Expression => transformExpression(left, context);
  switch (operator) {
    case K.EqualsToken:
      context.hint = left.text;
      context.assign(symbol, finished(transformExpression(node.right, context), context), node);
      return;
    case K.PlusEqualsToken:
      context.assign(symbol, plus(node, current(), transformExpression(node.right, context), context), node);
      return;
    case K.MinusEqualsToken:
    case K.AsteriskEqualsToken: {
      const sign = operator === K.MinusEqualsToken ? "-" : "*";
      context.assign(
        symbol,
        arithmetic(node, sign, current(), transformExpression(node.right, context), context),
        node,
      );
      return;
    }
    case K.QuestionQuestionEqualsToken:
    case K.BarBarEqualsToken:
    case K.AmpersandAmpersandEqualsToken: {
      const test =
        operator === K.QuestionQuestionEqualsToken ? isNone(current()) : transformCondition(left, context);
      const wanted =
        operator === K.BarBarEqualsToken
          ? ({ kind: "unary", operator: "not", operand: test } as const)
          : test;
      const body = context.collect(() => {
        context.assign(symbol, transformExpression(node.right, context), node);
      });
      context.emit({ ...when(wanted, body), origin: node });
      return;
    }
    default:
      context.refuse(node, "unsupportedSyntax", `\`${node.operatorToken.getText()}\``);
  }
}

function finished(value: Expression, context: FunctionContext): Expression {
  context.hint = null;
  return value;
}

function count(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, context: FunctionContext): void {
  if (isMember(node.operand)) {
    countMember(node.operand, node, context);
    return;
  }
  const symbol = ts.isIdentifier(node.operand)
    ? context.checker.getSymbolAtLocation(node.operand)
    : undefined;
  if (ts.isIdentifier(node.operand) && (symbol === undefined || context.variableOf(symbol) === undefined)) {
    refuseOuter(node.operand, symbol, context);
    return;
  }
  if (symbol === undefined) {
    context.refuse(node, "unsupportedSyntax", `\`${node.getText()}\``);
    return;
  }
  const sign = node.operator === K.PlusPlusToken ? "+" : "-";
  const current = context.read(symbol) ?? name("none");
  context.assign(symbol, binary(sign, current, number(1)), node);
}
