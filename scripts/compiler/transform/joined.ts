/** Texts that are joined, where the halves of an emoji may meet again. */
import type ts from "typescript";
import { mayBeEmpty, mayBeHalf } from "../analysis/halves.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { fromUnits, units } from "./text-units.ts";

/** What a text is joined from: an expression, or a text that stands between two of them. */
export type Part = ts.Expression | string;

/** The joined text, with halves that meet made whole, as JavaScript has them. */
export function mended(joined: Expression, parts: readonly Part[], context: FunctionContext): Expression {
  return meet(parts, context) ? fromUnits(units(joined)) : joined;
}

function meet(parts: readonly Part[], context: FunctionContext): boolean {
  const there = parts.filter((part) => part !== "");
  return there.some((part, index) => {
    if (index + 1 === there.length || !isHalf(part, "end", context)) {
      return false;
    }
    // Up to the first text that is there, whatever is computed.
    const rest = there.slice(index + 1);
    const last = rest.findIndex((next) => typeof next === "string" || !mayBeEmpty(next, context));
    return rest.slice(0, last < 0 ? rest.length : last + 1).some((next) => isHalf(next, "start", context));
  });
}

function isHalf(part: Part, edge: "start" | "end", context: FunctionContext): boolean {
  return typeof part === "string"
    ? edge === "start"
      ? /^[\udc00-\udfff]/.test(part)
      : /[\ud800-\udbff]$/.test(part)
    : !context.library.known.isAscii(part, context) && mayBeHalf(part, edge, context);
}
