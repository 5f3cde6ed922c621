/** Assignments to properties: `object.field = value`, `object.count += 1`, `record[key] = value`. */
import ts from "typescript";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { inOrder } from "../../builtins/key-order.ts";
import { elementAdvice } from "../../diagnostics/advice.ts";
import { accessStep } from "../expressions/access.ts";
import { describe, transformExpression, transformOrdered } from "../expressions/index.ts";
import { transformCondition } from "../expressions/condition.ts";
import { arithmetic, plus, strictly } from "../expressions/operators.ts";
import type { FunctionContext } from "../function-context.ts";
import { isBare, isTextKey, literalKeys, recordAdvice } from "../keys.ts";
import { checkMutation } from "../mutation.ts";
import { isInside } from "../positions.ts";
import { isPush } from "./boxing.ts";
import { isSpecialName } from "../expressions/literals.ts";
import { isList, isNumber, isPrimitive, isAbsent, mayBeUndefined } from "../types.ts";

const K = ts.SyntaxKind;

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What is changed: an object, by name, and the name of its property. */
interface Place {
  readonly object: Expression;
  readonly key: Expression;
}

/** `object.field = value` and its like. */
export function assignMember(left: ts.Expression, node: ts.BinaryExpression, context: FunctionContext): void {
  const operator = node.operatorToken.kind;
  const { right } = node;
  if (!isMember(left)) {
    context.refuse(left, "destructuring");
    return;
  }
  if (!isChangeable(left, context)) {
    return;
  }
  if (mayBeUndefined(context.checker.getTypeAtLocation(right))) {
    context.refuse(right, "undefinedProperty");
    return;
  }
  switch (operator) {
    case K.EqualsToken: {
      const [key, value] = transformOrdered(
        [() => keyOf(left, context), () => transformExpression(right, context)],
        context,
        ["key", "value"],
      );
      put(placeOf(left, key ?? nsl.none, context), value ?? nsl.none, left, node, context);
      return;
    }
    case K.PlusEqualsToken:
    case K.MinusEqualsToken:
    case K.AsteriskEqualsToken: {
      const place = placeOf(left, keyOf(left, context), context);
      const [current = nsl.none, value = nsl.none] = transformOrdered(
        [() => read(place, left, context), () => transformExpression(right, context)],
        context,
        "left",
      );
      const result =
        operator === K.PlusEqualsToken
          ? plus(node, current, value, context)
          : arithmetic(node, operator === K.MinusEqualsToken ? "-" : "*", current, value, context);
      put(place, result, left, node, context);
      return;
    }
    case K.QuestionQuestionEqualsToken:
      completeMember(left, node, context);
      return;
    case K.BarBarEqualsToken:
    case K.AmpersandAmpersandEqualsToken: {
      const place = placeOf(left, keyOf(left, context), context);
      const test = transformCondition(left, context);
      const body = context.collect(() => {
        put(place, transformExpression(right, context), left, node, context);
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
    put(place, transformExpression(node.right, context), left, node, context);
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
  put(place, nsl.binary(sign, read(place, left, context), nsl.number(1)), left, node, context);
}

/** Is it a property, and not an element of a list? */
export function isMember(node: ts.Expression): node is Member {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Was the object made in this function, and may the property be named so? */
function isChangeable(left: Member, context: FunctionContext): boolean {
  const owner = context.checker.getTypeAtLocation(left.expression);
  const isElement = isList(context.checker, owner);
  if (isElement && !(ts.isElementAccessExpression(left) && isInside(left, context))) {
    context.refuse(left, "unsupportedSyntax", `An assignment to ${describe(left)}`, elementAdvice(left));
    return false;
  }
  const before = context.flow.reporter.count;
  checkMutation(left.expression, context);
  if (context.flow.reporter.count > before) {
    return false;
  }
  if (isElement) {
    return true;
  }
  const written = writtenName(left);
  if (written !== undefined && isSpecialName(written)) {
    context.refuse(left, "unsupportedSyntax", `The property ${describe(left)}`);
    return false;
  }
  if (written !== undefined || ts.isPropertyAccessExpression(left)) {
    return true;
  }
  const key = left.argumentExpression;
  // Under one name JavaScript keeps an object, but no text, number or boolean, as what others are inherited from.
  const value = context.checker.getTypeAtLocation(left);
  const literals = literalKeys(key, context);
  const keeps = isPlain(value) || isBare(left.expression, context);
  if (literals === undefined ? isTextKey(key, context) && keeps : !literals.some(isSpecialName)) {
    return true;
  }
  context.refuse(left, "dynamicKey", "", recordAdvice(left.expression, context));
  return false;
}

/** The name of the property when it stands there as it is. */
function writtenName(left: Member): string | undefined {
  if (ts.isPropertyAccessExpression(left)) {
    return left.name.text;
  }
  return ts.isStringLiteralLike(left.argumentExpression) ? left.argumentExpression.text : undefined;
}

function isPlain(type: ts.Type): boolean {
  return isPrimitive(type) || isAbsent(type);
}

function keyOf(left: Member, context: FunctionContext): Expression {
  if (ts.isPropertyAccessExpression(left)) {
    return nsl.text(left.name.text);
  }
  return transformExpression(left.argumentExpression, context);
}

function placeOf(left: Member, key: Expression, context: FunctionContext): Place {
  const object = transformExpression(left.expression, context);
  return { object, key: context.unhinted(() => context.stable(key, "key")) };
}

function read({ object, key }: Place, left: Member, context: FunctionContext): Expression {
  return accessStep(object, left, context, key);
}

function put(
  { object, key }: Place,
  value: Expression,
  left: Member,
  node: ts.Node,
  context: FunctionContext,
): void {
  if (isList(context.checker, context.checker.getTypeAtLocation(left.expression))) {
    // Nothing else replaces an element in place. The value is there before the list changes.
    const element = context.unhinted(() => context.stable(value, "value"));
    context.emit({ ...nsl.effect(nsl.method(object, "pop", key)), origin: node });
    context.emit({ ...nsl.effect(nsl.method(object, "insert", key, element)), origin: node });
    return;
  }
  const change: Statement = {
    ...nsl.effect(nsl.method(object, "update", { kind: "dict", entries: [[key, value]] })),
    origin: node,
  };
  const isNamed = ts.isPropertyAccessExpression(left) || literalKeys(left.argumentExpression, context);
  if (isNamed) {
    context.emit(change);
    return;
  }
  const fresh = nsl.and(nsl.method(key, "isdecimal"), nsl.binary("not in", key, object));
  const isNew = context.names.helper("is_new");
  const reordered = context.collect(() => {
    reorder(object, node, context);
  });
  const kept = context.collect(() => {
    context.emit({ kind: "set", name: isNew, value: fresh, origin: node });
    context.emit(change);
    context.emit({ ...nsl.when(nsl.name(isNew), reordered), origin: node });
  });
  if (isBare(left.expression, context)) {
    kept.forEach((statement) => {
      context.emit(statement);
    });
    return;
  }
  // To JavaScript this name means something else, and it keeps no text, number or boolean under it.
  context.emit({ ...nsl.when(nsl.binary("!=", key, nsl.text("__proto__")), kept), origin: node });
}

/** JavaScript lists names that are indexes first: every entry is put to the end, in the right order. */
function reorder(object: Expression, node: ts.Node, context: FunctionContext): void {
  const ordered = inOrder(nsl.filter(nsl.method(object, "keys"), "list"), context);
  const turn = (key: Expression): Statement[] => [
    nsl.effect(
      nsl.method(object, "update", { kind: "dict", entries: [[key, nsl.method(object, "pop", key)]] }),
    ),
  ];
  context.eachItem("key", ordered, turn, node);
}
