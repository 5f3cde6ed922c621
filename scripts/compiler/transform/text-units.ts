/** Texts in UTF-16 units, as JavaScript counts them; Python counts code points. */
import type ts from "typescript";
import { mayBeDecimal } from "../analysis/decimals.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** JavaScript orders texts by UTF-16 code units, Python by code points; big-endian bytes order alike. */
export function codeUnits(value: Expression): Expression {
  return nsl.method(value, "encode", nsl.text("utf-16-be"), nsl.text("surrogatepass"));
}

/**
 * Are all units of the text below the halves of emojis? Compared with such a text, any text stands where JavaScript has
 * it: at the first difference a half, an emoji and what is above both come after it, in units and in code points.
 */
export function isLow(text: string): boolean {
  return !/[\ud800-\uffff]/.test(text);
}

/** The UTF-16 units of a text, two bytes each. */
export const units = (target: Expression): Expression =>
  nsl.method(target, "encode", nsl.text("utf-16-le"), nsl.text("surrogatepass"));

/** The text of such bytes. */
export const fromUnits = (bytes: Expression): Expression =>
  nsl.method(bytes, "decode", nsl.text("utf-16-le"), nsl.text("surrogatepass"));

/** `text.length` in UTF-16 units. @param isAscii it has as many characters */
export function textLength(target: Expression, isAscii = false): Expression {
  return isAscii
    ? nsl.filter(target, "length")
    : nsl.binary("//", nsl.filter(units(target), "length"), nsl.number(2));
}

/** The units of a text from a place to another, which may be counted from the end. @param isAscii they are its characters */
export function slicedText(
  target: Expression,
  from: Expression | null,
  to: Expression | null,
  isAscii: boolean,
): Expression {
  const place = (position: Expression | null): Expression | null =>
    position === null ? null : twice(position);
  return isAscii ? nsl.slice(target, from, to) : fromUnits(nsl.slice(units(target), place(from), place(to)));
}

/** `text[i]`: one UTF-16 unit, absent when there is none. */
export function charAtIndex(
  target: Expression,
  node: ts.ElementAccessExpression,
  context: FunctionContext,
): Expression {
  const isAscii = context.library.known.isAscii(node.expression, context);
  const given = context.expression(node.argumentExpression);
  // Nothing stands between two units.
  const index = mayBeDecimal(node.argumentExpression, context)
    ? integerOr(context.stable(given, "index"), nsl.number(-1))
    : given;
  return presentUnit(unitAt(target, index, context, isAscii), context);
}

function integerOr(value: Expression, otherwise: Expression): Expression {
  return nsl.conditional(nsl.test(value, "integer"), value, otherwise);
}

/** A unit, or nothing where it is the empty text. */
export function presentUnit(unit: Expression, context: FunctionContext): Expression {
  const character = context.spill(unit, "character");
  return nsl.conditional(nsl.binary("!=", character, nsl.text("")), character, nsl.none);
}

/** The unit at a position, the empty text where there is none. */
export function unitAt(
  target: Expression,
  index: Expression,
  context: FunctionContext,
  isAscii: boolean,
): Expression {
  const at = context.stable(index, "index");
  if (at.kind === "number") {
    return at.value < 0 ? nsl.text("") : slicedText(target, at, nsl.number(at.value + 1), isAscii);
  }
  const unit = isAscii
    ? nsl.slice(target, at, nsl.binary("+", at, nsl.number(1)))
    : fromUnits(nsl.slice(units(target), twice(at), nsl.binary("+", twice(at), nsl.number(2))));
  return nsl.conditional(nsl.binary(">=", at, nsl.number(0)), unit, nsl.text(""));
}

/** The place of a unit among the bytes. */
export function twice(value: Expression): Expression {
  return value.kind === "number" ? nsl.number(value.value * 2) : nsl.binary("*", nsl.number(2), value);
}
