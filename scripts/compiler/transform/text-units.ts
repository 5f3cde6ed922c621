/** Texts in UTF-16 units, as JavaScript counts them; Python counts code points. */
import type ts from "typescript";
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

/** `text.length` in UTF-16 units. */
export function textLength(target: Expression): Expression {
  return nsl.binary("//", nsl.filter(units(target), "length"), nsl.number(2));
}

/** `text[i]`: one UTF-16 unit, absent when there is none. */
export function charAtIndex(target: Expression, key: ts.Expression, context: FunctionContext): Expression {
  return presentUnit(unitAt(target, context.expression(key), context), context);
}

/** A unit, or nothing where it is the empty text. */
export function presentUnit(unit: Expression, context: FunctionContext): Expression {
  const character = context.spill(unit, "character");
  return nsl.conditional(nsl.binary("!=", character, nsl.text("")), character, nsl.none);
}

/** The unit at a position, the empty text where there is none. */
export function unitAt(target: Expression, index: Expression, context: FunctionContext): Expression {
  const at = context.stable(index, "index");
  if (at.kind === "number") {
    return at.value < 0
      ? nsl.text("")
      : fromUnits(nsl.slice(units(target), nsl.number(2 * at.value), nsl.number(2 * at.value + 2)));
  }
  const unit = fromUnits(nsl.slice(units(target), twice(at), nsl.binary("+", twice(at), nsl.number(2))));
  return nsl.conditional(nsl.binary(">=", at, nsl.number(0)), unit, nsl.text(""));
}

/** The place of a unit among the bytes. */
export function twice(value: Expression): Expression {
  return value.kind === "number" ? nsl.number(value.value * 2) : nsl.binary("*", nsl.number(2), value);
}
