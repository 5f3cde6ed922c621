/** Values as text. */
import ts from "typescript";
import { isError } from "../analysis/errors.ts";
import {
  isBoolean,
  isList,
  isPrimitive,
  mayBeBoolean,
  mayBeNull,
  mayBeNumber,
  mayBeUndefined,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { absentAdvice, memberAdvice } from "../diagnostics/own-words.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { writable } from "./decimals.ts";
import { toldError } from "./errors.ts";
import { isBooleanValue } from "./value-tests.ts";

/** A value as `String(value)` would print it: texts, integers and booleans only. */
export function textOf(node: ts.Expression, context: FunctionContext): Expression {
  if (isError(node, context.checker)) {
    return toldError(node, context);
  }
  const type = context.checker.getTypeAtLocation(node);
  const value = writable(context.expression(node), node, context);
  return value.refused === true ? value : textOfValue(value, type, node, context);
}

/** What gives the text: of a list as JavaScript joins it, of what may be absent nothing. */
function textAdvice(node: ts.Node, type: ts.Type, { checker }: FunctionContext): string {
  if (isList(checker, type)) {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return element !== undefined && isPrimitive(element) ? memberAdvice(node, ".join()") : "";
  }
  return isPrimitive(checker.getNonNullableType(type)) && ts.isExpression(node)
    ? absentAdvice(node, '""')
    : "";
}

/** The same of a value of a type, which was computed before. */
export function textOfValue(
  value: Expression,
  type: ts.Type,
  node: ts.Node,
  context: FunctionContext,
): Expression {
  // What never comes, as in the last branch of a complete `switch`, may be written as it is.
  const isNever = (type.flags & ts.TypeFlags.Never) !== 0;
  const isPlain = isNever || (isPrimitive(type) && !mayBeNull(type) && !mayBeUndefined(type));
  return isPlain
    ? printed(value, type, context)
    : context.refuse(node, "templateType", typeName(context.checker, type), textAdvice(node, type, context));
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
