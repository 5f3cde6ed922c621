/** Values as text. */
import ts from "typescript";
import { isError } from "../analysis/errors.ts";
import {
  fitsPrimitive,
  isAbsent,
  isBoolean,
  isList,
  isOpen,
  isPrimitive,
  mayBeBoolean,
  mayBeNull,
  mayBeNumber,
  mayBeUndefined,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { memberAdvice } from "../diagnostics/own-words.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { numberTest, writable } from "./decimals.ts";
import { toldError } from "./errors.ts";
import { placeText, stopped } from "./stop.ts";
import { isBooleanValue } from "./value-tests.ts";

/** A value as `String(value)` would print it: texts, integers, booleans, and the words for what is absent. */
export function textOf(node: ts.Expression, context: FunctionContext): Expression {
  if (isError(node, context.checker)) {
    return toldError(node, context);
  }
  const type = context.checker.getTypeAtLocation(node);
  const value = writable(context.expression(node), node, context);
  return value.refused === true ? value : textOfValue(value, type, node, context);
}

/** What gives the text of a list as JavaScript joins it. */
function textAdvice(node: ts.Node, type: ts.Type, { checker }: FunctionContext): string {
  const element = isList(checker, type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  return element !== undefined && isPrimitive(element) ? memberAdvice(node, ".join()") : "";
}

/** The same of a value of a type, which was computed before. */
export function textOfValue(
  value: Expression,
  type: ts.Type,
  node: ts.Node,
  context: FunctionContext,
): Expression {
  const { checker } = context;
  // What never comes, as in the last branch of a complete `switch`, may be written as it is.
  if ((type.flags & ts.TypeFlags.Never) !== 0) {
    return printed(value, type, context);
  }
  const isOfAnyKind = isOpen(type) || fitsPrimitive(checker, type);
  if (!isPrimitive(type) && !isAbsent(type) && !isOfAnyKind) {
    return context.refuse(node, "templateType", typeName(checker, type), textAdvice(node, type, context));
  }
  const mayLack = mayBeNull(type) || mayBeUndefined(type) || isOpen(type);
  if (isPrimitive(type) && !mayLack) {
    return printed(value, type, context);
  }
  const known = context.unhinted(() => context.stable(value, "shown"));
  const text = isAbsent(type)
    ? known
    : isPrimitive(type)
      ? standingAlone(printed(known, checker.getNonNullableType(type), context), type)
      : textOfAnyKind(known, node, context);
  return mayLack ? nsl.conditional(nsl.isNone(known), wordOfAbsence(type, node), text) : text;
}

/** `null` or `undefined`: NSL has one value for both, so that the type has to tell which it is. */
function wordOfAbsence(type: ts.Type, node: ts.Node): Expression {
  const mayBeEither = isOpen(type) || (mayBeNull(type) && mayBeUndefined(type));
  return mayBeEither
    ? stopped(`${placeText(node)} is null or undefined, and not to be told which`)
    : nsl.text(mayBeNull(type) ? "null" : "undefined");
}

/** The text of a value of which the type says nothing: that of a list or an object is not to be had. */
function textOfAnyKind(known: Expression, node: ts.Node, context: FunctionContext): Expression {
  const isPlain = nsl.or(nsl.test(known, "string"), numberTest(known, node, context));
  const word = nsl.conditional(known, nsl.text("true"), nsl.text("false"));
  const none = stopped(`${placeText(node)} is a list or an object, whose text is another in NSL`);
  return nsl.conditional(
    isBooleanValue(known),
    word,
    nsl.conditional(isPlain, nsl.filter(known, "string"), none),
  );
}

/** A text, a number or a boolean as it is joined to a text: Python prints `True` for true. */
export function printed(value: Expression, type: ts.Type, context: FunctionContext): Expression {
  if (!mayBeBoolean(type)) {
    return value;
  }
  const known = isBoolean(type) ? value : context.stable(value, "text");
  const word = nsl.conditional(known, nsl.text("true"), nsl.text("false"));
  return isBoolean(type) ? word : nsl.conditional(isBooleanValue(known), word, known);
}

/** A text that is joined to no other: there a number would stay a number. */
export function standingAlone(value: Expression, type: ts.Type): Expression {
  return mayBeNumber(type) ? nsl.filter(value, "string") : value;
}
