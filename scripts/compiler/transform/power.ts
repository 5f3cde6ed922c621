/** `2 ** attempt`, `Math.pow(10, digits)`: a product, of as many integers as the exponent says. */
import type ts from "typescript";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { isNumber, strictly, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { exact } from "./exact.ts";
import { eachItem } from "./ranges.ts";
import { placeText, stopWhen } from "./stop.ts";

/** The largest exponent with which anything but 0, 1 and -1 is a number. */
const LARGEST_EXPONENT = 1023;

/**
 * The power of two integers. The skill stops for anything else, of which the languages round differently, and for one
 * beyond 2^53.
 */
export function power(
  node: ts.Expression,
  [base, exponent]: readonly [ts.Expression, ts.Expression],
  context: FunctionContext,
): Expression {
  const sides = [base, exponent];
  const unfit = sides
    .map((side) => context.checker.getTypeAtLocation(side))
    .find((type) => !strictly(isNumber, type));
  if (unfit !== undefined) {
    return context.refuse(node, "arithmeticTypes", "**", `\`${typeName(context.checker, unfit)}\``);
  }
  return context.unhinted(() => {
    const values = context
      .ordered(
        sides.map((side) => () => context.expression(side)),
        "power",
      )
      .map((value, index) => context.stable(value, index === 0 ? "base" : "exponent"));
    const [factor = nsl.none, times = nsl.none] = values;
    values.forEach((value, index) => {
      const side = sides[index];
      if (side !== undefined && mayBeDecimal(side, context)) {
        stopWhen(nsl.not(nsl.test(value, "integer")), `${placeText(side)} is no integer`, side, context);
      }
    });
    if (times.kind !== "number" || times.value < 0 || times.value > LARGEST_EXPONENT) {
      const isOutside = nsl.or(
        nsl.binary("<", times, nsl.number(0)),
        nsl.binary(">", times, nsl.number(LARGEST_EXPONENT)),
      );
      stopWhen(isOutside, `${placeText(exponent)} is no exponent from 0 to 1023`, exponent, context);
    }
    const product = context.temporaries.box("product", nsl.number(1));
    const turn = (): Statement[] => [nsl.put(product, nsl.binary("*", nsl.held(product), factor))];
    eachItem("turn", nsl.callGlobal("range", times), turn, node, context);
    return exact(nsl.held(product), node, context);
  });
}
