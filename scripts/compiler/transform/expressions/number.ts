/** Numbers. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";

/** Integers that both runtimes print alike, and decimals in a file that may have them. */
export function transformNumber(node: ts.NumericLiteral, context: FunctionContext): Expression {
  const value = Number(node.text);
  const isOwn = Number.isInteger(value) || context.decimals.has(node.getSourceFile());
  if (!isOwn || Math.abs(value) >= 1e15) {
    return context.refuse(node, "longNumber", node.getText());
  }
  return nsl.number(value);
}
