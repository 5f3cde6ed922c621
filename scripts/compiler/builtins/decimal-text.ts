/** `value.toFixed(2)`: of decimals, and of cents that are divided. */
import ts from "typescript";
import { scaledBy } from "../analysis/decimal-files.ts";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { isNumber, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { fixedText, MOST_PLACES, placed } from "../transform/decimals.ts";

/** The text; undefined when the call is of another kind. */
export function decimalText(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const { checker } = context;
  if (callee.name.text !== "toFixed" || !strictly(isNumber, checker.getTypeAtLocation(callee.expression))) {
    return undefined;
  }
  const scaled = scaledBy(node, checker);
  if (scaled !== undefined && !mayBeDecimal(scaled.quotient.left, context)) {
    return context.unhinted(() => {
      const value = context.stable(context.expression(scaled.quotient.left), "amount");
      return placed(context.spill(nsl.filter(value, "abs"), "size"), value, scaled.digits);
    });
  }
  const [places] = node.arguments;
  const count = places === undefined ? 0 : ts.isNumericLiteral(places) ? Number(places.text) : -1;
  if (!Number.isInteger(count) || count < 0 || count > MOST_PLACES) {
    const advice = `Give a number of places up to ${String(MOST_PLACES)} as it is: \`toFixed(2)\`.`;
    return context.refuse(node, "methodArguments", "toFixed", advice);
  }
  const value = context.unhinted(() => context.expression(callee.expression));
  return value.refused === true ? value : fixedText(value, count, context);
}
