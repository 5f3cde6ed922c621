/** What the tables of library methods share: reading arguments. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { acts } from "../nsl/effects.ts";

/** The NSL of the arguments, computed in order. */
export function argumentsOf(node: ts.CallExpression, context: FunctionContext): Expression[] {
  return context.ordered(
    node.arguments.map((argument) => () => context.expression(argument)),
    "argument",
  );
}

/** The NSL of the arguments, each computed in its turn whatever is made of it. */
export function settledArguments(node: ts.CallExpression, context: FunctionContext): Expression[] {
  const values = argumentsOf(node, context);
  return values.length > 1
    ? values.map((value) => (acts(value) ? context.spill(value, "argument") : value))
    : values;
}
