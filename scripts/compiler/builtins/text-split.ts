/** `text.split`. */
import type ts from "typescript";
import { isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { isNeverNegative } from "../analysis/signs.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { choose } from "../transform/choose.ts";
import { eachNumber } from "../transform/ranges.ts";
import { fromUnits, units } from "../transform/text-units.ts";
import { callTextRegex, isRegexArgument } from "./regex/calls.ts";
import { knownText, type TextMethod } from "./text-method.ts";

/** `text.split(separator, limit)`: the first of the parts. */
export const split: TextMethod = (target, node, context) => {
  const [, limit] = node.arguments;
  const parts = splitAll(target, node, context);
  if (limit === undefined || parts.refused === true) {
    return parts;
  }
  return isNeverNegative(limit, context)
    ? nsl.slice(parts, null, context.expression(limit))
    : context.refuse(limit, "methodArguments", "split", "Give a limit that is never negative, such as `2`.");
};

const splitAll: TextMethod = (target, node, context) => {
  const [argument] = node.arguments;
  if (isRegexArgument(node, context)) {
    return callTextRegex(target, node, context);
  }
  const isOnlyText = argument !== undefined && strictly(isText, context.checker.getTypeAtLocation(argument));
  if (!isOnlyText) {
    return context.refuse(node, "literalNeeded", "split");
  }
  const known = knownText(argument, context);
  if (known !== null && known !== "") {
    return nsl.method(target, "split", nsl.text(known));
  }
  const value = context.stable(target, "text");
  if (known === "") {
    return unitsOf(value, node, context);
  }
  const separator = context.stable(context.expression(argument), "separator");
  const parts = { statements: [], result: nsl.method(value, "split", separator) };
  const single = context.capture(() => unitsOf(value, node, context));
  return choose(nsl.binary("!=", separator, nsl.text("")), parts, single, context, "parts");
};

/** `text.split("")`: every UTF-16 unit. */
function unitsOf(value: Expression, node: ts.Node, context: FunctionContext): Expression {
  return context.unhinted(() => {
    const bytes = context.spill(units(value), "units");
    const result = context.spill(nsl.list([]), "parts");
    const turn = (from: Expression): Statement[] => [
      nsl.effect(
        nsl.method(result, "append", fromUnits(nsl.slice(bytes, from, nsl.binary("+", from, nsl.number(2))))),
      ),
    ];
    eachNumber("at", { from: nsl.number(0), to: nsl.filter(bytes, "length"), step: 2 }, turn, node, context);
    return result;
  });
}
