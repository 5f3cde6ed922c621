/** `value.toFixed(2)`: of decimals, and of cents that are divided. */
import type ts from "typescript";
import { scaledBy } from "../analysis/decimal-files.ts";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { isNumber, literalValue, membersOf, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { choose } from "../transform/choose.ts";
import { finite } from "../transform/infinity.ts";
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
  const counts =
    places === undefined
      ? [0]
      : membersOf(checker.getTypeAtLocation(places)).map((type) => literalValue(checker, type));
  const isKnown = counts.every((count) => typeof count === "number" && isPlaces(count));
  if (counts.length > MOST_WAYS || !isKnown) {
    const advice = `Give a number of places up to ${String(MOST_PLACES)} as it is: \`toFixed(2)\`.`;
    return context.refuse(node, "methodArguments", "toFixed", advice);
  }
  return context.unhinted(() => {
    const [value = nsl.none, wanted = nsl.none] = context
      .ordered(
        [callee.expression, ...(places === undefined ? [] : [places])].map(
          (part) => () => context.expression(part),
        ),
        "amount",
      )
      .map((part) => (part.refused === true ? part : context.stable(part, "amount")));
    return value.refused === true || wanted.refused === true
      ? nsl.refused
      : fixedBy(finite(value, callee.expression, context), wanted, counts.map(Number), context);
  });
}

/** How many different numbers of places are told apart. */
const MOST_WAYS = 4;

function isPlaces(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MOST_PLACES;
}

/** The text with as many places as wanted, of those that may be. */
function fixedBy(
  value: Expression,
  wanted: Expression,
  [count = 0, ...others]: readonly number[],
  context: FunctionContext,
): Expression {
  if (others.length === 0) {
    return fixedText(value, count, context);
  }
  return choose(
    nsl.binary("==", wanted, nsl.number(count)),
    context.capture(() => fixedText(value, count, context)),
    context.capture(() => fixedBy(value, wanted, others, context)),
    context,
    "fixed",
  );
}
