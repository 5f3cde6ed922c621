/** `value!`: the value, once it is known to be there. */
import type ts from "typescript";
import { isPresent } from "../../analysis/presence.ts";
import { mayBeNull, mayBeUndefined } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { placeText, stopWhen } from "../stop.ts";

/** What has not been proven is asked at run time, and where nothing is there the skill stops. */
export function transformNonNull(node: ts.NonNullExpression, context: FunctionContext): Expression {
  const inner = node.expression;
  const type = context.checker.getTypeAtLocation(inner);
  const value = context.expression(inner);
  if (value.refused === true || !(mayBeNull(type) || mayBeUndefined(type))) {
    return value;
  }
  if (isPresent(inner, context) || context.library.known.isSettledGroup(inner, context)) {
    return value.kind === "filter" && value.name === "default" ? value.target : value;
  }
  const known = context.unhinted(() => context.stable(value, "found"));
  stopWhen(nsl.isNone(known), `${placeText(inner)} is not there`, node, context);
  return known;
}
