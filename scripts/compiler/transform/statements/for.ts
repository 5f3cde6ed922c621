/** `for (let i = from; i < to; i += step)`: a range. */
import type ts from "typescript";
import { type Counter, counterOf } from "../../analysis/counters.ts";
import { mayBeDecimal } from "../../analysis/decimals.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Loop } from "../../context/library.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { rounded } from "../decimals.ts";
import { writeLoop } from "../loop-body.ts";
import { transformOpenFor } from "./open-loop.ts";
import { forRange, RANGE_LIMIT, rangeLength } from "../ranges.ts";

/** `for (let i = from; i < to; i += step)`: a range. */
export function transformFor(node: ts.ForStatement, context: FunctionContext): void {
  const counter = counterOf(node, context);
  if (counter === null) {
    transformOpenFor(node, context);
    return;
  }
  const from = context.stable(context.expression(counter.from), "from");
  const limit = wholeLimit(counter, context);
  const to = context.stable(counter.inclusive ? beyond(limit, counter.step) : limit, "limit");
  const range = { from, to, step: counter.step };
  if ((rangeLength(range) ?? 0) > RANGE_LIMIT) {
    context.refuse(counter.limit, "loopTooLong");
    return;
  }
  const loop: Loop = (variable, body) => forRange(variable, range, body, context);
  writeLoop(node, counter.name, loop, context, counter.tests);
}

/** The last integer before the bound, or the first from it on: what a counter meets of a decimal. */
function wholeLimit({ limit, inclusive, step }: Counter, context: FunctionContext): Expression {
  const value = context.expression(limit);
  return mayBeDecimal(limit, context)
    ? rounded(step > 0 === inclusive ? "floor" : "ceil", value, limit, context)
    : value;
}

function beyond(limit: Expression, step: number): Expression {
  const direction = step > 0 ? 1 : -1;
  return limit.kind === "number"
    ? nsl.number(limit.value + direction)
    : nsl.binary(direction > 0 ? "+" : "-", limit, nsl.number(1));
}
