/** The loop a method with a callback becomes. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { forRange } from "../transform/ranges.ts";
import type { Callback } from "./callbacks.ts";

/**
 * Writes a loop over a list. `body` is called with the element (and index and list, when the callback takes them)
 * handed to the callback and appends what one turn does; `offset` is the position of the element among
 * what the callback takes (1 for `reduce`).
 */
export function loopOver(
  list: Expression,
  callback: Callback,
  offset: number,
  context: FunctionContext,
  body: (element: Expression) => void,
): void {
  const isCounted = callback.takes > offset + 1;
  const takesList = callback.takes > offset + 2;
  const stable = isCounted ? context.stable(list, "list") : list;
  context.names.inLoop(() => {
    const variable = context.names.unique(callback.preferred(offset) ?? "item");
    const counter = isCounted ? context.names.unique(callback.preferred(offset + 1) ?? "index") : null;
    const statements = context.collect(() => {
      if (counter !== null) {
        context.emit(nsl.set(variable, nsl.item(stable, nsl.name(counter))));
        callback.bind(offset + 1, nsl.name(counter), context);
      }
      if (takesList) {
        callback.bind(offset + 2, stable, context);
      }
      if (callback.takes > offset) {
        callback.bind(offset, nsl.name(variable), context);
      }
      context.unhinted(() => {
        body(nsl.name(variable));
      });
    });
    const range = { from: nsl.number(0), to: nsl.filter(stable, "length"), step: 1 };
    const loop =
      counter === null
        ? nsl.forEach([variable], list, statements)
        : forRange(counter, range, statements, context);
    context.emit({ ...loop, origin: callback.origin });
  });
}
