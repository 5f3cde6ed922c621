/** Assignments to properties: `object.field = value`, `object.count += 1`, `record[key] = value`. */
import ts from "typescript";
import { isPush } from "../../analysis/changes.ts";
import { isList, isNumber, strictly } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { constructAdvice } from "../../diagnostics/advice.ts";
import { describe } from "../../diagnostics/describe.ts";
import { placeAdvice } from "../../diagnostics/own-words.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { arithmetic, ASSIGNED, plus } from "../arithmetic.ts";
import { isChangeable, isMember } from "../changeable.ts";
import { whole } from "../decimals.ts";
import { exact, grows, isGrowth } from "../exact.ts";
import { keyOf, type Member, placeOf, put, read } from "../member-place.ts";

const K = ts.SyntaxKind;

/** `object.field = value` and its like. */
export function assignMember(left: ts.Expression, node: ts.BinaryExpression, context: FunctionContext): void {
  const operator = node.operatorToken.kind;
  const { right } = node;
  if (!isMember(left)) {
    if (ts.isNonNullExpression(left)) {
      context.refuse(
        left,
        "unsupportedSyntax",
        `\`${node.operatorToken.getText()}\` at a place that is computed`,
        placeAdvice(node),
      );
      return;
    }
    context.refuse(left, "destructuring");
    return;
  }
  if (!isChangeable(left, context)) {
    return;
  }
  switch (operator) {
    case K.EqualsToken: {
      const [key = nsl.none, value = nsl.none] = context.ordered(
        [() => keyOf(left, context), () => context.expression(right)],
        ["key", "value"],
      );
      // Whether a loop goes on with the record is not known: records are changed where they stand.
      const isGrowing = grows(right, context, (part) => isMember(part) && part.getText() === left.getText());
      const given = isGrowing ? exact(value, right, context) : value;
      put(placeOf(left, key, context), given, left, node, context);
      return;
    }
    case K.PlusEqualsToken:
    case K.MinusEqualsToken:
    case K.AsteriskEqualsToken:
    case K.SlashEqualsToken: {
      const place = placeOf(left, keyOf(left, context), context);
      const [current = nsl.none, value = nsl.none] = context.ordered(
        [() => read(place, left, context), () => context.expression(right)],
        "left",
      );
      const result =
        operator === K.PlusEqualsToken
          ? plus(node, current, value, context)
          : arithmetic(node, ASSIGNED[operator], current, value, context);
      put(place, isGrowth(node, context) ? exact(result, node, context) : result, left, node, context);
      return;
    }
    case K.QuestionQuestionEqualsToken:
      completeMember(left, node, context);
      return;
    case K.BarBarEqualsToken:
    case K.AmpersandAmpersandEqualsToken: {
      const place = placeOf(left, keyOf(left, context), context);
      const test = context.condition(left);
      const body = context.collect(() => {
        put(place, context.expression(right), left, node, context);
      });
      context.emit({
        ...nsl.when(operator === K.BarBarEqualsToken ? nsl.not(test) : test, body),
        origin: node,
      });
      return;
    }
    default:
      context.refuse(node, "unsupportedSyntax", `\`${node.operatorToken.getText()}\` on a property`);
  }
}

/** `record[key] ??= value`; gives what the property has then. */
function completeMember(left: Member, node: ts.BinaryExpression, context: FunctionContext): Expression {
  const place = placeOf(left, keyOf(left, context), context);
  const body = context.collect(() => {
    put(place, context.expression(node.right), left, node, context);
  });
  context.emit({ ...nsl.when(nsl.isNone(read(place, left, context)), body), origin: node });
  return read(place, left, context);
}

/** The list in `(record[key] ??= []).push(item);`, once it is there; null for any other assignment in an expression. */
export function completedList(node: ts.BinaryExpression, context: FunctionContext): Expression | null {
  const target = node.parent.parent;
  const isTarget =
    node.operatorToken.kind === K.QuestionQuestionEqualsToken &&
    ts.isParenthesizedExpression(node.parent) &&
    ts.isPropertyAccessExpression(target) &&
    isPush(target.parent) &&
    ts.isExpressionStatement(target.parent.parent);
  if (!isTarget || !isMember(node.left)) {
    return null;
  }
  return isChangeable(node.left, context) ? completeMember(node.left, node, context) : nsl.none;
}

/** `delete record[key];` */
export function deleteMember(node: ts.DeleteExpression, context: FunctionContext): void {
  const place = ts.isNonNullExpression(node.expression) ? node.expression.expression : node.expression;
  if (!isMember(place) || isList(context.checker, context.checker.getTypeAtLocation(place.expression))) {
    context.refuse(node, "unsupportedSyntax", describe(node), constructAdvice(node));
    return;
  }
  if (isChangeable(place, context)) {
    const { object, key } = placeOf(place, keyOf(place, context), context);
    context.emit({ ...nsl.effect(nsl.method(object, "pop", key, nsl.none)), origin: node });
  }
}

/** `object.count++`. */
export function countMember(
  left: Member,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  context: FunctionContext,
): void {
  if (!isChangeable(left, context)) {
    return;
  }
  const type = context.checker.getTypeAtLocation(left);
  const sign = node.operator === K.PlusPlusToken ? "+" : "-";
  if (!strictly(isNumber, type)) {
    context.refuse(node, "arithmeticTypes", sign, `\`${context.checker.typeToString(type)}\``);
    return;
  }
  const place = placeOf(left, keyOf(left, context), context);
  const next = nsl.binary(sign, read(place, left, context), nsl.number(1));
  put(place, whole(next, left, context), left, node, context);
}
