/** A property or an element as a place: it is read and changed there. */
import ts from "typescript";
import { isBare, literalKeys } from "../analysis/keys.ts";
import { isSpecialName } from "../analysis/literals.ts";
import { isInside } from "../analysis/positions.ts";
import { isAbsent, isList, isPrimitive } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { accessStep } from "./access-step.ts";
import { nameText } from "./any-name.ts";
import { reorder } from "./key-order.ts";
import { placeText, stopWhen } from "./stop.ts";

/** `object.field`, `object[key]`. */
export type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What is changed: an object, by name, and the name of its property. */
interface Place {
  readonly object: Expression;
  readonly key: Expression;
}

/** The name of a property, or the position of an element. */
export function keyOf(left: Member, context: FunctionContext): Expression {
  if (ts.isPropertyAccessExpression(left)) {
    return nsl.text(left.name.text);
  }
  const key = context.expression(left.argumentExpression);
  const isElement = isList(context.checker, context.checker.getTypeAtLocation(left.expression));
  return isElement ? key : nameText(key, left.argumentExpression, context);
}

/** The place of a property whose name is computed already. */
export function placeOf(left: Member, key: Expression, context: FunctionContext): Place {
  const object = context.expression(left.expression);
  return { object, key: context.unhinted(() => context.stable(key, "key")) };
}

/** What stands in the place. */
export function read({ object, key }: Place, left: Member, context: FunctionContext): Expression {
  return accessStep(object, left, context, key);
}

/** Puts a value into the place. */
export function put(
  { object, key }: Place,
  value: Expression,
  left: Member,
  node: ts.Node,
  context: FunctionContext,
): void {
  if (isList(context.checker, context.checker.getTypeAtLocation(left.expression))) {
    // Nothing else replaces an element in place. The value is there before the list changes.
    const element = context.unhinted(() => context.stable(value, "value"));
    const taken: Statement = { ...nsl.effect(nsl.method(object, "pop", key)), origin: node };
    context.emit(
      ts.isElementAccessExpression(left) && isInside(left, context)
        ? taken
        : makeRoom(object, key, taken, left, context),
    );
    context.emit({ ...nsl.effect(nsl.method(object, "insert", key, element)), origin: node });
    return;
  }
  const change: Statement = {
    ...nsl.effect(nsl.method(object, "update", { kind: "dict", entries: [[key, value]] })),
    origin: node,
  };
  const names = ts.isPropertyAccessExpression(left)
    ? [left.name.text]
    : literalKeys(left.argumentExpression, context);
  if (names?.some(isSpecialName) === false) {
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
  if (isBare(left.expression, context) || !isPlain(context.checker.getTypeAtLocation(left))) {
    if (!isBare(left.expression, context)) {
      // What the object inherits would be another object.
      const isSpecial = nsl.binary("==", key, nsl.text("__proto__"));
      stopWhen(isSpecial, `${placeText(left)} is what every object inherits`, node, context);
    }
    kept.forEach((statement) => {
      context.emit(statement);
    });
    return;
  }
  // To JavaScript this name means something else, and it keeps no text, number or boolean under it.
  context.emit({ ...nsl.when(nsl.binary("!=", key, nsl.text("__proto__")), kept), origin: node });
}

/** Takes the element away where there is one: right behind the last there is none yet, and further away never. */
function makeRoom(
  object: Expression,
  key: Expression,
  taken: Statement,
  left: Member,
  context: FunctionContext,
): Statement {
  const length = nsl.filter(object, "length");
  const isOutside = nsl.or(nsl.binary("<", key, nsl.number(0)), nsl.binary(">", key, length));
  stopWhen(isOutside, `${placeText(left)} is outside of the list`, left, context);
  return { ...nsl.when(nsl.binary("<", key, length), [taken]), origin: left };
}

function isPlain(type: ts.Type): boolean {
  return isPrimitive(type) || isAbsent(type);
}
