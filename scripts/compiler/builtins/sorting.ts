/** `toSorted`: by keys, stable, in both languages. */
import ts from "typescript";
import { comparatorAdvice } from "../diagnostics/callback-advice.ts";
import {
  boolean,
  dict,
  effect,
  type Expression,
  filter,
  item,
  list,
  method,
  none,
  type Statement,
  text,
  unary,
} from "../nsl/ast.ts";
import { isRefusedArrow } from "../transform/expressions/calls.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { codeUnits } from "../transform/expressions/operators.ts";
import { isAsync, resolveFunction } from "../transform/functions.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { bindPattern } from "../transform/statements/bindings.ts";
import { arrowGiven } from "./callbacks.ts";
import { comparatorKeys, pairNames, type SortKey } from "./comparators.ts";

/** Sorts by the keys of the comparator: every element gets its keys, the `sort` filter does the rest. */
export function sortList(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [comparator] = node.arguments;
  const { checker } = context;
  const callback =
    comparator === undefined
      ? undefined
      : (resolveFunction(checker, comparator) ?? arrowGiven(comparator, checker));
  if (comparator === undefined || callback === undefined) {
    return context.refuse(
      comparator ?? node,
      "sortComparator",
      "be a function that is written in place or named",
      comparatorAdvice(node, checker),
    );
  }
  const [first, second] = callback.parameters;
  const names = first === undefined || second === undefined ? null : pairNames(first.name, second.name);
  const isPlain =
    !isAsync(callback) && callback.parameters.every(({ initializer }) => initializer === undefined);
  const keys =
    names === null || callback.body === undefined || !isPlain
      ? null
      : comparatorKeys(callback.body, names, context);
  if (first === undefined || keys === null) {
    return context.refuse(comparator, "sortComparator");
  }
  if (ts.isArrowFunction(callback) && isRefusedArrow(callback, comparator, context)) {
    return none;
  }
  const symbol = ts.isIdentifier(first.name) ? context.checker.getSymbolAtLocation(first.name) : undefined;
  const hint = context.hint;
  context.hint = null;
  const keyed = context.spill(list([]), "keyed");
  // Numbers are turned round by their sign, texts only all together.
  const isOneList = keys.length > 1 && !keys.some((key) => key.isText && key.descending);
  const turn = (element: Expression): Statement[] =>
    context.collect(() => {
      if (symbol === undefined) {
        bindPattern(first.name, element, context);
      }
      const values = context.substituting(symbol === undefined ? [] : [[symbol, element]], () =>
        keys.map((key) => keyValue(key, context)),
      );
      const parts: readonly (readonly [string, Expression])[] = isOneList
        ? [["key", list(values)]]
        : values.map((value, index) => [keyName(index, keys.length), value] as const);
      const entry = dict([...parts, ["value", element]]);
      context.emit({ ...effect(method(keyed, "append", entry)), origin: comparator });
    });
  context.eachItem("element", target, turn, comparator);
  // Sorting keeps the order of equals: after the last key comes the one before it, and so on.
  const sorted = isOneList
    ? sortedBy(keyed, "key", false)
    : keys.reduceRight(
        (so, key, index) => sortedBy(so, keyName(index, keys.length), key.isText && key.descending),
        keyed,
      );
  context.hint = hint;
  const values = context.start(list([]), "sorted");
  const give = (entry: Expression): Statement[] => [
    effect(method(values, "append", item(entry, text("value")))),
  ];
  context.eachItem("entry", sorted, give, comparator);
  return values;
}

function keyName(index: number, count: number): string {
  return count === 1 ? "key" : `key_${String(index + 1)}`;
}

function sortedBy(entries: Expression, key: string, reverse: boolean): Expression {
  // Parameters of the filter by position: reverse, case_sensitive, attribute.
  return filter(entries, "sort", boolean(reverse), boolean(true), text(key));
}

function keyValue(key: SortKey, context: FunctionContext): Expression {
  const value = transformExpression(key.expression, context);
  if (key.isText) {
    return codeUnits(value);
  }
  return key.descending ? unary("-", value) : value;
}
