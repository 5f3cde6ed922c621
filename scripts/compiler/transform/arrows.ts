/** Arrow functions that have a name: their bodies are written in place of their calls. */
import type ts from "typescript";
import { functionName } from "../analysis/functions.ts";
import { isContextParameter } from "../analysis/platform-context.ts";
import { mayBeNull, mayBeUndefined } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { choose } from "./choose.ts";
import { bindPattern } from "./patterns.ts";

/** Reports an arrow function that cannot be written in place of its call. */
export function isRefusedArrow(arrow: ts.ArrowFunction, node: ts.Node, context: FunctionContext): boolean {
  const circle = context.graph.recursion(arrow);
  if (circle !== undefined) {
    context.refuse(node, "recursion", functionName(arrow), circle.join(" -> "));
  }
  return circle !== undefined;
}

/** Gives a parameter of an arrow function its argument, or its default. */
export function bindParameter(
  parameter: ts.ParameterDeclaration,
  value: Expression | undefined,
  argument: ts.Expression | undefined,
  context: FunctionContext,
): void {
  const { initializer, name: pattern } = parameter;
  if (isContextParameter(context.checker, parameter)) {
    return;
  }
  const isGiven = argument !== undefined && !mayBeUndefined(context.checker.getTypeAtLocation(argument));
  if (initializer === undefined || isGiven) {
    bindPattern(pattern, value ?? nsl.none, context);
    return;
  }
  if (mayBeNull(context.checker.getTypeAtLocation(parameter))) {
    context.refuse(parameter, "nullDefault");
  }
  const fallback = context.capture(() => context.expression(initializer));
  const known = value === undefined ? nsl.none : context.stable(value, "given");
  bindPattern(
    pattern,
    choose(nsl.isNotNone(known), { statements: [], result: known }, fallback, context, "given"),
    context,
  );
}
