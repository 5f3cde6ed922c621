/** `x = value`, `x += value`, `[a, b] = [b, a]`. */
import ts from "typescript";
import { tableDeclaration } from "../../analysis/module-constants.ts";
import { isList } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { arithmetic, ASSIGNED, plus } from "../arithmetic.ts";
import { checkHandOver } from "../handed-over.ts";
import { exact, grows, isGrowth } from "../exact.ts";
import { assignMember } from "./member-assignment.ts";

const K = ts.SyntaxKind;

/** `x = value`, `x += value`, `object.field = value`, `list[i] = value`. */
export function transformAssignment(node: ts.BinaryExpression, context: FunctionContext): void {
  const { left } = node;
  if (!checkHandOver(node, context)) {
    return;
  }
  if (ts.isIdentifier(left)) {
    const symbol = context.checker.getSymbolAtLocation(left);
    if (symbol === undefined || context.variables.nameOf(symbol) === undefined) {
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
    return symbol === undefined || context.variables.nameOf(symbol) === undefined ? undefined : symbol;
  });
  const isListed = isList(context.checker, context.checker.getTypeAtLocation(node.right));
  if (symbols.includes(undefined) || !isListed) {
    context.refuse(left, "destructuring");
    return;
  }
  const values = elementsOf(node.right, symbols.length, context);
  const parts = ts.isArrayLiteralExpression(node.right) ? node.right.elements : [];
  symbols.forEach((symbol, index) => {
    const [part, value = nsl.none] = [parts[index], values[index]];
    if (symbol !== undefined) {
      const isGrowing = part !== undefined && context.variables.isBoxed(symbol) && grows(part, context);
      context.variables.assign(symbol, isGrowing ? exact(value, part, context) : value, node);
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
    const values = context.ordered(
      node.elements.map((element) => () => context.expression(element)),
      "part",
    );
    return values.map((value) => context.spill(value, "part"));
  }
  const source = context.spill(context.expression(node), "parts");
  return Array.from({ length: count }, (_none, index) =>
    nsl.filter(nsl.item(source, nsl.number(index)), "default", nsl.none),
  );
}

/** A variable that lives outside of the function cannot keep anything from one event to the next. */
export function refuseOuter(
  left: ts.Identifier,
  symbol: ts.Symbol | undefined,
  context: FunctionContext,
): void {
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
  const current = (): Expression => context.expression(left);
  switch (operator) {
    case K.EqualsToken: {
      const value = context.withHint(left.text, () => context.expression(node.right));
      const isGrowing = context.variables.isBoxed(symbol) && grows(node.right, context);
      context.variables.assign(symbol, isGrowing ? exact(value, node.right, context) : value, node);
      return;
    }
    case K.PlusEqualsToken:
    case K.MinusEqualsToken:
    case K.AsteriskEqualsToken:
    case K.SlashEqualsToken: {
      // The value is read before the right side, which may change it.
      const [before = nsl.none, change = nsl.none] = context.ordered(
        [current, () => context.expression(node.right)],
        left.text,
      );
      const value =
        operator === K.PlusEqualsToken
          ? plus(node, before, change, context)
          : arithmetic(node, ASSIGNED[operator], before, change, context);
      const isGrowing = context.variables.isBoxed(symbol) && isGrowth(node, context);
      context.variables.assign(symbol, isGrowing ? exact(value, node, context) : value, node);
      return;
    }
    case K.QuestionQuestionEqualsToken:
    case K.BarBarEqualsToken:
    case K.AmpersandAmpersandEqualsToken: {
      const test =
        operator === K.QuestionQuestionEqualsToken ? nsl.isNone(current()) : context.condition(left);
      const wanted =
        operator === K.BarBarEqualsToken
          ? ({ kind: "unary", operator: "not", operand: test } as const)
          : test;
      const body = context.collect(() => {
        context.variables.assign(symbol, context.expression(node.right), node);
      });
      context.emit({ ...nsl.when(wanted, body), origin: node });
      return;
    }
    default:
      context.refuse(node, "unsupportedSyntax", `\`${node.operatorToken.getText()}\``);
  }
}
