/** Numbers. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";

/** Numbers are integers both runtimes print alike. */
export function transformNumber(node: ts.NumericLiteral, context: FunctionContext): Expression {
  const value = Number(node.text);
  if (!Number.isInteger(value) || Math.abs(value) >= 1e15) {
    return context.refuse(node, "decimalLiteral", node.getText());
  }
  return nsl.number(value);
}
