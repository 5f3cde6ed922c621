/** What the tables of library methods share: reading arguments. */
import ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import type { FunctionContext } from "../transform/function-context.ts";

/** The text of a literal argument; null for anything else. */
export function literalText(node: ts.Expression | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

/** The NSL of the arguments, in order, each a stable expression so that order of evaluation is kept. */
export function argumentsOf(node: ts.CallExpression, context: FunctionContext): Expression[] {
  return node.arguments.map((argument) => transformExpression(argument, context));
}
