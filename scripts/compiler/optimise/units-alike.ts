/** Part of pass `kinds`: texts that are cut, counted and compared in UTF-16, of which both languages count the characters alike. */
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { ASCII, isKind, type Known } from "./known-kinds.ts";

/** `text[:10]` for `text.encode("utf-16-le", "surrogatepass")[:20].decode("utf-16-le", "surrogatepass")`. */
export function cutAlike(expression: Expression, known: Known): Expression | null {
  const slice = coded(expression, "decode", "utf-16-le");
  const text = slice?.kind === "slice" ? coded(slice.target, "encode", "utf-16-le") : null;
  if (
    slice?.kind !== "slice" ||
    text === null ||
    slice.step !== null ||
    !isKind(known.kindsOf(text), ASCII)
  ) {
    return null;
  }
  const [from, to] = [slice.from, slice.to].map((place) => (place === null ? null : half(place)));
  return from === undefined || to === undefined ? null : nsl.slice(text, from, to);
}

/** Half of a place among bytes; undefined where it is not written as twice a number. */
function half(place: Expression): Expression | undefined {
  if (place.kind === "number") {
    return place.value % 2 === 0 ? nsl.number(place.value / 2) : undefined;
  }
  if (place.kind !== "binary") {
    return undefined;
  }
  if (place.operator === "*") {
    return place.left.kind === "number" && place.left.value === 2 ? place.right : undefined;
  }
  const [left, right] = [half(place.left), half(place.right)];
  return place.operator === "+" && left && right ? nsl.binary("+", left, right) : undefined;
}

/** `text | length` for half the bytes of its units. */
export function countedAlike(
  { operator, left, right }: Extract<Expression, { kind: "binary" }>,
  known: Known,
): Expression | null {
  const text =
    operator === "//" && right.kind === "number" && right.value === 2 && left.kind === "filter"
      ? left.name === "length"
        ? coded(left.target, "encode", "utf-16-le")
        : null
      : null;
  return text !== null && isKind(known.kindsOf(text), ASCII) ? nsl.filter(text, "length") : null;
}

/** `a < b` for the same of their units where one of them is ASCII: both languages put any other behind it alike. */
export function comparedAlike(
  expression: Extract<Expression, { kind: "binary" }>,
  known: Known,
): Expression | null {
  const { operator, left, right } = expression;
  if (!["<", "<=", ">", ">="].includes(operator)) {
    return null;
  }
  const [a, b] = [left, right].map((side) => coded(side, "encode", "utf-16-be"));
  return a && b && [a, b].some((side) => isKind(known.kindsOf(side), ASCII))
    ? { ...expression, left: a, right: b }
    : null;
}

/** The target of `target.encode("utf-16-le", "surrogatepass")` and of its reverse. */
function coded(expression: Expression, method: "encode" | "decode", code: string): Expression | null {
  if (
    expression.kind !== "call" ||
    expression.callee.kind !== "attribute" ||
    expression.callee.name !== method
  ) {
    return null;
  }
  const [first] = expression.positional;
  return first?.kind === "text" && first.value === code ? expression.callee.target : null;
}
