/** Expression statements: assignments, counting, and calls made for what they do. */
import ts from "typescript";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { transformCondition } from "../expressions/condition.ts";
import { tableDeclaration } from "../expressions/access.ts";
import { transformExpression, transformOrdered } from "../expressions/index.ts";
import { arithmetic, plus } from "../expressions/operators.ts";
import { type FunctionContext, isPure } from "../function-context.ts";
import { isList } from "../types.ts";
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
  emitEffect(transformExpression(expression, context), node, context);
}

/** Keeps what a value does when nobody wants the value itself. */
export function emitEffect(value: Expression, origin: ts.Node, context: FunctionContext): void {
  if (!isPure(value)) {
    context.emit({ ...nsl.effect(value), origin });
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
  if (ts.isArrayLiteralExpression(left) && node.operatorToken.kind === K.EqualsToken) {
    assignElements(left, node, context);
    return;
  }
  assignMember(left, node, context);
}

/** `[a, b] = [b, a]`: all values are there before the first variable changes. */
function assignElements(
  left: ts.ArrayLiteralExpression,
  node: ts.BinaryExpression,
  context: FunctionContext,
): void {
  const symbols = left.elements.map((element) => {
    const symbol = ts.isIdentifier(element) ? context.checker.getSymbolAtLocation(element) : undefined;
    return symbol === undefined || context.variableOf(symbol) === undefined ? undefined : symbol;
  });
  const isListed = isList(context.checker, context.checker.getTypeAtLocation(node.right));
  if (symbols.includes(undefined) || !isListed) {
    context.refuse(left, "destructuring");
    return;
  }
  const values = elementsOf(node.right, symbols.length, context);
  symbols.forEach((symbol, index) => {
    if (symbol !== undefined) {
      context.assign(symbol, values[index] ?? nsl.none, node);
    }
  });
}

/** The first elements of a list, in variables. */
function elementsOf(node: ts.Expression, count: number, context: FunctionContext): readonly Expression[] {
  if (
    ts.isArrayLiteralExpression(node) &&
    node.elements.length === count &&
    !node.elements.some((element) => ts.isSpreadElement(element) || ts.isOmittedExpression(element))
  ) {
    const values = transformOrdered(
      node.elements.map((element) => () => transformExpression(element, context)),
      context,
      "part",
    );
    return values.map((value) => context.spill(value, "part"));
  }
  const source = context.spill(transformExpression(node, context), "parts");
  return Array.from({ length: count }, (_none, index) =>
    nsl.filter(nsl.item(source, nsl.number(index)), "default", nsl.none),
  );
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
      const [before = nsl.none, change = nsl.none] = transformOrdered(
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
        operator === K.QuestionQuestionEqualsToken
          ? nsl.isNone(current())
          : transformCondition(left, context);
      const wanted =
        operator === K.BarBarEqualsToken
          ? ({ kind: "unary", operator: "not", operand: test } as const)
          : test;
      const body = context.collect(() => {
        context.assign(symbol, transformExpression(node.right, context), node);
      });
      context.emit({ ...nsl.when(wanted, body), origin: node });
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
  const current = context.read(symbol) ?? nsl.name("none");
  context.assign(symbol, nsl.binary(sign, current, nsl.number(1)), node);
}
