/** `Array.from`. */
import ts from "typescript";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { isNumber, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { shortened } from "../diagnostics/advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { distinct, setOf } from "../transform/distinct.ts";
import { refusedGenerator } from "../transform/refused-generators.ts";
import { forRange } from "../transform/ranges.ts";
import { spreadList } from "../transform/spread-list.ts";
import { callbackOf } from "./callbacks.ts";

/** `Array.from({ length: n }, (_, i) => ...)`; of a list, or of a set of one, it is a copy. */
export function arrayFrom(node: ts.CallExpression, context: FunctionContext): Expression {
  const [source, mapper] = node.arguments;
  if (source === undefined) {
    return context.refuse(node, "methodArguments", "Array.from", "Give `{ length: count }` or a list.");
  }
  const length = lengthGiven(source, context);
  if (length !== undefined && mapper !== undefined) {
    return madeList(length, mapper, node, context);
  }
  const refused = refusedGenerator(source, context);
  if (refused !== undefined) {
    return refused;
  }
  if (mapper !== undefined || length !== undefined) {
    const advice =
      length === undefined
        ? `Write \`${shortened(source, "list")}.map(...)\`.`
        : "Say what stands at each position: `Array.from({ length: count }, (_, index) => index)`.";
    return context.refuse(node, "methodArguments", "Array.from", advice);
  }
  const repeated = setOf(source, context);
  return repeated === undefined
    ? nsl.binary("+", nsl.list([]), spreadList(source, context))
    : distinct(repeated, node, context);
}

/** The number in `{ length: number }`. */
function lengthGiven(node: ts.Expression, context: FunctionContext): ts.Expression | undefined {
  const [only, more] = ts.isObjectLiteralExpression(node) ? node.properties : [];
  const length = only !== undefined && ts.isPropertyAssignment(only) ? only : undefined;
  return length !== undefined &&
    more === undefined &&
    length.name.getText() === "length" &&
    strictly(isNumber, context.checker.getTypeAtLocation(length.initializer))
    ? length.initializer
    : undefined;
}

/** A list of what the callback gives for each position. */
function madeList(
  length: ts.Expression,
  mapper: ts.Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const callback = callbackOf(node, "from", context, mapper);
  if (callback === null) {
    return nsl.none;
  }
  const to = context.unhinted(() => {
    const count = context.expression(length);
    // Of a decimal JavaScript takes the whole part.
    return context.stable(mayBeDecimal(length, context) ? nsl.filter(count, "int") : count, "length");
  });
  const result = context.start(nsl.list([]), "made");
  context.names.inLoop(() => {
    const counter = context.names.unique(callback.preferred(1) ?? "index");
    const turn = context.collect(() => {
      if (callback.takes > 1) {
        callback.bind(1, nsl.name(counter), context);
      }
      // There is no element: a name that says so is not read.
      if (callback.takes > 0 && callback.preferred(0)?.startsWith("_") !== true) {
        callback.bind(0, nsl.none, context);
      }
      const value = context.unhinted(() => callback.value(context));
      context.emit({ ...nsl.effect(nsl.method(result, "append", value)), origin: mapper });
    });
    const range = { from: nsl.number(0), to, step: 1 };
    context.emit({ ...forRange(counter, range, turn, context), origin: mapper });
  });
  return result;
}
