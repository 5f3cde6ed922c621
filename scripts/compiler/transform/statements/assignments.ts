/** Expression statements: assignments, counting, and calls made for what they do. */
import ts from "typescript";
import { elementAdvice } from "../../diagnostics/advice.ts";
import {
  binary,
  effect,
  type Expression,
  isNone,
  method,
  name,
  none,
  number,
  text,
  when,
} from "../../nsl/ast.ts";
import { transformCondition } from "../expressions/condition.ts";
import { tableDeclaration } from "../expressions/access.ts";
import { describe, transformExpression, transformOrdered } from "../expressions/index.ts";
import { isSpecialName } from "../expressions/literals.ts";
import { arithmetic, plus } from "../expressions/operators.ts";
import { type FunctionContext, isPure } from "../function-context.ts";
import { checkMutation } from "../mutation.ts";
import { isList, mayBeUndefined } from "../types.ts";
import { isAssignment } from "./boxing.ts";

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
  emitEffect(transformExpression(expression, context), node, context);
}

/** Keeps what a value does when nobody wants the value itself. */
export function emitEffect(value: Expression, origin: ts.Node, context: FunctionContext): void {
  if (!isPure(value)) {
    context.emit({ ...effect(value), origin });
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
  if (node.operatorToken.kind !== K.EqualsToken) {
    context.refuse(node, "unsupportedSyntax", `\`${node.operatorToken.getText()}\` on a property`);
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
    case K.MinusEqualsToken:
    case K.AsteriskEqualsToken: {
      // The value is read before the right side, which may change it.
      const [before = none, change = none] = transformOrdered(
        [current, () => transformExpression(node.right, context)],
        context,
        left.text,
      );
      const value =
        operator === K.PlusEqualsToken
          ? plus(node, before, change, context)
          : arithmetic(node, operator === K.MinusEqualsToken ? "-" : "*", before, change, context);
      context.assign(symbol, value, node);
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

function assignMember(left: ts.Expression, node: ts.BinaryExpression, context: FunctionContext): void {
  if (!ts.isPropertyAccessExpression(left) && !ts.isElementAccessExpression(left)) {
    context.refuse(left, "destructuring");
    return;
  }
  if (isList(context.checker, context.checker.getTypeAtLocation(left.expression))) {
    context.refuse(left, "unsupportedSyntax", `An assignment to ${describe(left)}`, elementAdvice(left));
    return;
  }
  checkMutation(left.expression, context);
  if (mayBeUndefined(context.checker.getTypeAtLocation(node.right))) {
    context.refuse(node.right, "undefinedProperty");
    return;
  }
  const [target = none, value = none] = transformOrdered(
    [() => transformExpression(left.expression, context), () => transformExpression(node.right, context)],
    context,
    "target",
  );
  if (ts.isPropertyAccessExpression(left) || ts.isStringLiteralLike(left.argumentExpression)) {
    const key = ts.isPropertyAccessExpression(left)
      ? left.name.text
      : (left.argumentExpression as ts.StringLiteral).text;
    if (isSpecialName(key)) {
      context.refuse(left, "unsupportedSyntax", `The property ${describe(left)}`);
      return;
    }
    const entry: Expression = { kind: "dict", entries: [[text(key), value]] };
    context.emit({ ...effect(method(target, "update", entry)), origin: node });
    return;
  }
  context.refuse(
    left,
    "dynamicKey",
    "adds a property that no type tells of",
    "Collect pairs `[name, value]` in a list and write `Object.fromEntries(pairs)`.",
  );
}

function count(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, context: FunctionContext): void {
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
