/** Numbers. */
import type ts from "typescript";
import { numberConstant } from "../../analysis/number-constants.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { infinity } from "../infinity.ts";

/** `Infinity`, `Number.MAX_SAFE_INTEGER` and their like; undefined for anything else. */
export function transformNumberConstant(
  node: ts.Expression,
  context: FunctionContext,
): Expression | undefined {
  const value = numberConstant(node, context);
  if (value === undefined) {
    return undefined;
  }
  return Number.isFinite(value) ? nsl.number(value) : infinity(value);
}

/** Integers that both runtimes print alike, and decimals in a file that may have them. */
export function transformNumber(node: ts.NumericLiteral, context: FunctionContext): Expression {
  const value = Number(node.text);
  const isOwn = Number.isInteger(value) || context.decimals.has(node.getSourceFile());
  if (!isOwn || Math.abs(value) >= 1e15) {
    return context.refuse(node, "longNumber", node.getText());
  }
  return nsl.number(value);
}
