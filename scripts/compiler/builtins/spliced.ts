/** `list.toSpliced(at, count, ...items)`: a new list without some of its entries, and with others in their place. */
import ts from "typescript";
import { isNeverNegative } from "../analysis/signs.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { spreadList } from "../transform/spread-list.ts";

/** A position from the end is counted from there; what lies outside of the list is its nearest end. */
export function toSpliced(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const list = context.stable(target, "list");
  if (node.arguments.length === 0) {
    return nsl.binary("+", list, nsl.list([]));
  }
  const { start, end, lists } = places(list, node, context);
  const put = lists.reduce<Expression>(
    (sum, item) => nsl.binary("+", sum, item),
    nsl.slice(list, null, start),
  );
  return nsl.binary("+", put, end === null ? nsl.list([]) : nsl.slice(list, end, null));
}

/** Where a call takes entries out of its list, each in a variable, and what it puts there, none of which is spread. */
export function splicedPlaces(
  list: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): { readonly start: Expression; readonly end: Expression | null; readonly items: readonly Expression[] } {
  const { start, end, lists } = places(list, node, context);
  return {
    start: context.stable(start, "start"),
    end: end === null ? null : context.stable(end, "end"),
    items: lists.map((one) => context.stable(one.kind === "list" ? (one.items[0] ?? nsl.none) : one, "item")),
  };
}

interface Places {
  readonly start: Expression;
  /** The position behind what is taken; null for the end of the list. */
  readonly end: Expression | null;
  /** What is put there, as lists. */
  readonly lists: readonly Expression[];
}

function places(list: Expression, node: ts.CallExpression, context: FunctionContext): Places {
  const [from, count] = node.arguments;
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
  const [at = nsl.none, taken = nsl.none, ...lists] = given;
  const start = from === undefined ? nsl.number(0) : startOf(at, from, list, context);
  const end = count === undefined ? null : behind(start, taken, count, context);
  return { start, end, lists };
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
