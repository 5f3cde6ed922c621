/** `list.toSpliced(at, count, ...items)`: a new list without some of its entries, and with others in their place. */
import ts from "typescript";
import { isNeverNegative } from "../analysis/signs.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { spreadList } from "../transform/spread-list.ts";

/** A position from the end is counted from there; what lies outside of the list is its nearest end. */
export function toSpliced(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [from, count] = node.arguments;
  const list = context.stable(target, "list");
  if (from === undefined) {
    return nsl.binary("+", list, nsl.list([]));
  }
  const given = context.ordered(
    node.arguments.map(
      (argument, index) => () =>
        ts.isSpreadElement(argument)
          ? spreadList(argument.expression, context)
          : index < 2
            ? context.expression(argument)
            : nsl.list([context.expression(argument)]),
    ),
    "argument",
  );
  const [at = nsl.none, taken = nsl.none, ...items] = given;
  const start = startOf(at, from, list, context);
  const put = items.reduce<Expression>(
    (sum, item) => nsl.binary("+", sum, item),
    nsl.slice(list, null, start),
  );
  if (count === undefined) {
    return nsl.binary("+", put, nsl.list([]));
  }
  const rest = nsl.slice(list, behind(start, taken, count, context), null);
  return nsl.binary("+", put, rest);
}

function startOf(
  at: Expression,
  from: ts.Expression,
  list: Expression,
  context: FunctionContext,
): Expression {
  const start = context.stable(at, "start");
  if (isNeverNegative(from, context)) {
    return start;
  }
  const length = nsl.filter(list, "length");
  const fromEnd = nsl.binary("+", length, start);
  const bounded = nsl.conditional(nsl.binary(">", fromEnd, nsl.number(0)), fromEnd, nsl.number(0));
  return context.stable(nsl.conditional(nsl.binary(">=", start, nsl.number(0)), start, bounded), "start");
}

/** The position behind what is taken. */
function behind(
  start: Expression,
  taken: Expression,
  count: ts.Expression,
  context: FunctionContext,
): Expression {
  if (start.kind === "number" && taken.kind === "number") {
    return nsl.number(start.value + Math.max(0, taken.value));
  }
  if (isNeverNegative(count, context)) {
    return nsl.binary("+", start, taken);
  }
  const number = context.stable(taken, "count");
  const bounded = nsl.conditional(nsl.binary(">", number, nsl.number(0)), number, nsl.number(0));
  return nsl.binary("+", start, bounded);
}
