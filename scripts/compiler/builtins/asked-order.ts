/** Sorting by a comparator that is no order of keys: it is asked about two elements at a time. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem, forRange, RANGE_LIMIT } from "../transform/ranges.ts";
import type { Callback } from "./callbacks.ts";

/** How often the longest list there can be is halved until its place is found. */
const HALVES = Math.ceil(Math.log2(RANGE_LIMIT));

/**
 * The elements in the order of a comparator. Each is put where halving the ones before it leads, as V8 does with short lists:
 * equals stay in their order, and a comparator that says of equals that the later comes first, as `a.x > b.x ? 1 : -1`, turns
 * them round.
 */
export function askedOrder(target: Expression, comparator: Callback, context: FunctionContext): Expression {
  const sorted = context.start(nsl.list([]), "sorted");
  const put = (element: Expression): Statement[] =>
    context.collect(() => {
      const from = context.temporaries.box("from", nsl.number(0));
      const to = context.temporaries.box("to", nsl.filter(sorted, "length"));
      const [low, high] = [nsl.held(from), nsl.held(to)];
      const ask = context.collect(() => {
        const middle = context.spill(nsl.binary("//", nsl.binary("+", low, high), nsl.number(2)), "middle");
        comparator.bind(0, element, context);
        comparator.bind(1, nsl.item(sorted, middle), context);
        const isBefore = nsl.binary("<", comparator.value(context), nsl.number(0));
        const behind = nsl.binary("+", middle, nsl.number(1));
        context.emit(nsl.when(isBefore, [nsl.put(to, middle)], [nsl.put(from, behind)]));
      });
      context.emit(halved(nsl.when(nsl.binary("<", low, high), ask), comparator, context));
      context.emit(nsl.effect(nsl.method(sorted, "insert", low, element)));
    });
  context.unhinted(() => {
    eachItem("element", target, put, comparator.origin, context);
  });
  return sorted;
}

function halved(step: Statement, { origin }: Callback, context: FunctionContext): Statement {
  const range = { from: nsl.number(0), to: nsl.number(HALVES), step: 1 };
  return { ...forRange(context.names.helper("half"), range, [step], context), origin };
}
