/** What the tables of library methods share: reading arguments. */
import ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import { transformExpression, transformOrdered } from "../transform/expressions/index.ts";
import type { FunctionContext } from "../transform/function-context.ts";

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
