/** What the tables of library methods share: reading arguments. */
import ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import { transformExpression, transformOrdered } from "../transform/expressions/index.ts";
import { acts, type FunctionContext } from "../transform/function-context.ts";

/** The text of a literal argument; null for anything else. */
export function literalText(node: ts.Expression | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

/** The NSL of the arguments, computed in order. */
export function argumentsOf(node: ts.CallExpression, context: FunctionContext): Expression[] {
  return transformOrdered(
    node.arguments.map((argument) => () => transformExpression(argument, context)),
    context,
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
