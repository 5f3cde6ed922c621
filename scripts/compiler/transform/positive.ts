/** Divisors of which nothing says that they are positive. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "./stop.ts";

/** The divisor, of which it is known from here on: of 0 JavaScript gives what NSL has no number for. */
export function stopUnlessPositive(divisor: Expression, node: ts.Node, context: FunctionContext): Expression {
  const known = context.stable(divisor, "divisor");
  stopWhen(nsl.binary("<=", known, nsl.number(0)), `${placeText(node)} is not positive`, node, context);
  return known;
}
