/**
 * Infinite numbers, in the files that have any. Python has them as well, and computes and compares them alike; what differs
 * is their text, and NaN, which comes of them: there the skill stops.
 */
import type ts from "typescript";
import { mayBeInfinite } from "../analysis/decimals.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopped } from "./stop.ts";

/** An infinite number. Jinja2 computes literals beforehand and writes this one down as a name, so it is read as JSON. */
export function infinity(value: number): Expression {
  return nsl.loads(nsl.text(value > 0 ? "Infinity" : "-Infinity"));
}

/** Beyond it there is nothing but the infinite: a number of 2^53 has stopped the skill. */
const LARGEST = 1e300;

/** Is the number, which is written several times, infinite? */
export function isInfinite(known: Expression): Expression {
  return nsl.binary(">", nsl.filter(known, "abs"), nsl.number(LARGEST));
}

/** May numbers be infinite at the place? */
export function hasInfinite(place: ts.Node, context: FunctionContext): boolean {
  return context.decimals.get(place.getSourceFile()) === "infinite";
}

/** What is computed of numbers that may be infinite: the skill stops where it is NaN, which is not at least 0 in size. */
export function unlessNaN(value: Expression, node: ts.Node, context: FunctionContext): Expression {
  const known = context.unhinted(() => context.stable(value, "number"));
  const isNumber = nsl.binary(">=", nsl.filter(known, "abs"), nsl.number(0));
  return nsl.conditional(isNumber, known, stopped(`${placeText(node)} is NaN`));
}

/** A number that is to be made an integer: the skill stops for an infinite one. */
export function finite(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  if (!mayBeInfinite(node, context)) {
    return value;
  }
  const known = context.unhinted(() => context.stable(value, "number"));
  return nsl.conditional(isInfinite(known), stopped(`${placeText(node)} is infinite`), known);
}

/** No list and no text is longer. */
const LONGEST = 1_000_000_000;

/** A place in a list or a text: an infinite one is behind its end or before its beginning. */
export function asPlace(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  if (!mayBeInfinite(node, context)) {
    return nsl.filter(value, "int");
  }
  const known = context.unhinted(() => context.stable(value, "place"));
  const isPositive = nsl.binary(">", known, nsl.number(0));
  const outside = nsl.conditional(isPositive, nsl.number(LONGEST), nsl.number(-LONGEST));
  return nsl.conditional(isInfinite(known), outside, nsl.filter(known, "int"));
}

/** A number as it becomes text, where it may be an infinite one; `isNumber` tells that it is one at all. */
export function infiniteAsText(known: Expression, isNumber: Expression | null, text: Expression): Expression {
  const name = nsl.conditional(
    nsl.binary(">", known, nsl.number(0)),
    nsl.text("Infinity"),
    nsl.text("-Infinity"),
  );
  const test = isNumber === null ? isInfinite(known) : nsl.and(isNumber, isInfinite(known));
  return nsl.conditional(test, name, text);
}

/** Behind an infinite number in JSON text as many quotes open a text as end one. */
const INFINITE_NUMBER = '-?Infinity(?=(?:[^"\\\\]|\\\\.|"(?:[^"\\\\]|\\\\.)*")*$)';

/** JSON text, with null in the place of what JSON has no numbers for. */
export function withoutInfinite(text: Expression, context: FunctionContext): Expression {
  const known = context.unhinted(() => context.stable(text, "written"));
  const replaced = nsl.method(nsl.name("re"), "sub", nsl.text(INFINITE_NUMBER), nsl.text("null"), known);
  return nsl.conditional(nsl.binary("in", nsl.text("Infinity"), known), replaced, known);
}
