/** `+`, `-` and `*`. */
import ts from "typescript";
import { LARGEST_EXACT, magnitudeOf } from "../analysis/magnitudes.ts";
import {
  isAbsent,
  isNumber,
  isPrimitive,
  isText,
  mayBeNull,
  mayBeUndefined,
  strictly,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { absentAdvice } from "../diagnostics/own-words.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { mayBeInfinite } from "../analysis/decimals.ts";
import { unlessNaN } from "./infinity.ts";
import { exact } from "./exact.ts";
import { mended } from "./joined.ts";
import { quotient, settled, whole, writable } from "./decimals.ts";
import { textOfValue } from "./printed.ts";

/** Both sides of an operator, computed in their order. */
export function transformOperands(
  node: ts.BinaryExpression,
  context: FunctionContext,
  combine: (left: Expression, right: Expression) => Expression,
): Expression {
  const [left = nsl.none, right = nsl.none] = context.ordered(
    [() => context.expression(node.left), () => context.expression(node.right)],
    "left",
  );
  return combine(left, right);
}

/** `a + b + c`: all of a chain at once, since one of a thousand parts would be a thousand levels deep. */
export function transformSum(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operands = operandsOf(node);
  const values = context.ordered(
    operands.map((operand) => () => context.expression(operand)),
    "left",
  );
  return sumOf(node, operands, values, context);
}

/** `left + right` for `+=`, both in NSL already. */
export function plus(
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  return sumOf(node, [node.left, node.right], [left, right], context);
}

/** What is added up from the left: numbers as long as there are only numbers, then text. */
function sumOf(
  node: ts.BinaryExpression,
  operands: readonly ts.Expression[],
  values: readonly Expression[],
  context: FunctionContext,
): Expression {
  const kinds = operands.map((operand) => kindOf(operand, context));
  const firstText = kinds.indexOf("text");
  const numbers = firstText < 0 ? operands.length : firstText;
  // `true + "a"` is a text, `true + 1 + "a"` is not to be told.
  const addsOthers = kinds.slice(0, numbers).some((kind) => kind !== "number") && numbers !== 1;
  if (kinds.includes("other") || addsOthers) {
    return refuseSum(node, operands, context);
  }
  const plain = values.slice(0, numbers).reduce<Expression | null>((sum, value) => {
    return sum === null ? value : nsl.binary("+", sum, value);
  }, null);
  const infinite = operands.slice(0, numbers).filter((operand) => mayBeInfinite(operand, context));
  const head = plain !== null && infinite.length > 1 ? unlessNaN(plain, node, context) : plain;
  if (firstText < 0) {
    return settled(head ?? nsl.none, node, context);
  }
  const rest = values.slice(numbers).map((value, index) => shown(value, operands[numbers + index], context));
  // What was added up so far is the left side of the first text.
  const added = operands[numbers]?.parent;
  const sum = numbers > 1 && added !== undefined && ts.isBinaryExpression(added) ? added.left : operands[0];
  const settledHead = head === null || sum === undefined || numbers === 1 ? head : whole(head, sum, context);
  const texts = [...(settledHead === null ? [] : [shown(settledHead, sum, context)]), ...rest];
  const joined = texts.slice(1).reduce((sum, value) => nsl.binary("~", sum, value), texts[0] ?? nsl.none);
  return mended(joined, operands, context);
}

function shown(value: Expression, operand: ts.Expression | undefined, context: FunctionContext): Expression {
  return operand === undefined || value.refused === true
    ? value
    : textOfValue(
        writable(value, operand, context),
        context.checker.getTypeAtLocation(operand),
        operand,
        context,
      );
}

/** The operands of a chain of `+`, from the left; what stands in brackets is one of them. */
function operandsOf(node: ts.BinaryExpression): readonly ts.Expression[] {
  const operands: ts.Expression[] = [];
  let first: ts.Expression = node;
  while (ts.isBinaryExpression(first) && first.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    operands.push(first.right);
    first = first.left;
  }
  return [first, ...operands.reverse()];
}

/** `printable` is what can be joined to a text and added to nothing: a boolean, one of several kinds, what may be absent. */
type Kind = "text" | "number" | "printable" | "other";

function kindOf(operand: ts.Expression, context: FunctionContext): Kind {
  const type = context.checker.getTypeAtLocation(operand);
  if (strictly(isText, type)) {
    return "text";
  }
  if (strictly(isNumber, type)) {
    return "number";
  }
  return isPrimitive(type) || isAbsent(type) ? "printable" : "other";
}

/** Names the first two operands that cannot be added. */
function refuseSum(
  node: ts.BinaryExpression,
  operands: readonly ts.Expression[],
  context: FunctionContext,
): Expression {
  const kinds = operands.map((operand) => kindOf(operand, context));
  const wrong = Math.max(kinds.indexOf("other"), kinds.indexOf("printable"), 1);
  const pair = [operands[wrong - 1] ?? node.left, operands[wrong] ?? node.right];
  const [a, b] = pair.map((operand) => typeName(context.checker, context.checker.getTypeAtLocation(operand)));
  const absent = pair.find((operand) => {
    const type = context.checker.getTypeAtLocation(operand);
    return mayBeNull(type) || mayBeUndefined(type);
  });
  const advice = absent === undefined ? "" : absentAdvice(absent, '""');
  return context.refuse(node, "plusTypes", a ?? "", b ?? "", advice);
}

/** `-`, `*` and `/` of two numbers. */
export function arithmetic(
  node: ts.BinaryExpression,
  operator: "-" | "*" | "/",
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const [a, b] = operandTypes(node, context);
  if (strictly(isNumber, a) && strictly(isNumber, b)) {
    if (operator === "/") {
      return settled(quotient(node, left, right, context), node, context);
    }
    const value = nsl.binary(operator, left, right);
    const isLarge =
      operator === "*" && magnitudeOf(node.left, context) * magnitudeOf(node.right, context) > LARGEST_EXACT;
    const infinite = [node.left, node.right].filter((side) => mayBeInfinite(side, context));
    const mayBeNaN = infinite.length > (operator === "*" ? 0 : 1);
    const told = isLarge ? exact(value, node, context) : mayBeNaN ? unlessNaN(value, node, context) : value;
    return settled(told, node, context);
  }
  return context.refuse(
    node,
    "arithmeticTypes",
    operator,
    `\`${typeName(context.checker, a)}\` and \`${typeName(context.checker, b)}\``,
  );
}

/** The operators that an assignment does, besides `+=`. */
export const ASSIGNED = {
  [ts.SyntaxKind.MinusEqualsToken]: "-",
  [ts.SyntaxKind.AsteriskEqualsToken]: "*",
  [ts.SyntaxKind.SlashEqualsToken]: "/",
} as const;

/** The types of both sides of an operator. */
export function operandTypes(node: ts.BinaryExpression, context: FunctionContext): [ts.Type, ts.Type] {
  return [context.checker.getTypeAtLocation(node.left), context.checker.getTypeAtLocation(node.right)];
}
