/** Sorting by a comparator that is no order of keys: it is asked about each two elements. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem } from "../transform/ranges.ts";
import type { Callback } from "./callbacks.ts";

/**
 * The elements in the order of a comparator. Each is put behind those it does not come before, which keeps equals in their
 * order; and one that says of equals that the later comes first, as `a.x > b.x ? 1 : -1` does, turns them round as V8 does.
 */
export function askedOrder(target: Expression, comparator: Callback, context: FunctionContext): Expression {
  const sorted = context.start(nsl.list([]), "sorted");
  const { origin } = comparator;
  const put = (element: Expression) =>
    context.collect(() => {
      const place = context.temporaries.box("place", nsl.number(0));
      const ask = (other: Expression) =>
        context.collect(() => {
          comparator.bind(0, element, context);
          comparator.bind(1, other, context);
          const isBehind = nsl.binary(">=", comparator.value(context), nsl.number(0));
          const next = nsl.binary("+", nsl.held(place), nsl.number(1));
          context.emit(nsl.when(isBehind, [nsl.put(place, next)]));
        });
      eachItem("other", sorted, ask, origin, context);
      context.emit(nsl.effect(nsl.method(sorted, "insert", nsl.held(place), element)));
    });
  context.unhinted(() => {
    eachItem("element", target, put, origin, context);
  });
  return sorted;
}
