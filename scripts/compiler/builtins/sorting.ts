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
import { transformExpression } from "../transform/expressions/index.ts";
import { codeUnits } from "../transform/expressions/operators.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { isContextExpression, walk } from "../transform/functions.ts";
import { changedPlaces } from "../transform/statements/boxing.ts";
import { callbackOf } from "./callbacks.ts";
import { comparatorKeys, type SortKey } from "./comparators.ts";

/** Sorts by the keys of the comparator: every element gets its keys, the `sort` filter does the rest. */
export function sortList(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [comparator] = node.arguments;
  if (comparator === undefined || !ts.isArrowFunction(comparator)) {
    return context.refuse(
      comparator ?? node,
      "sortComparator",
      "be an arrow function written in place",
      comparatorAdvice(node, context.checker),
    );
  }
  const callback = callbackOf(node, "toSorted", context);
  const [first, second] = callback?.parameters ?? [];
  if (callback === null) {
    return none;
  }
  if (first === undefined || second === undefined || !ts.isIdentifier(first.name)) {
    return context.refuse(callback, "sortComparator");
  }
  const symbol = context.checker.getSymbolAtLocation(first.name);
  const parameters = [symbol, context.checker.getSymbolAtLocation(second.name)] as const;
  const keys = comparatorKeys(callback.body, parameters, context);
  if (keys === null) {
    return context.refuse(callback, "sortComparator");
  }
  if (keys.some((key) => acts(key.expression, context))) {
    // How often a comparator runs is nobody's promise.
    return context.refuse(
      callback,
      "sortComparator",
      "only compute",
      "Make the keys first: `list.map((item) => ({ item, key: keyOf(ctx, item) }))`.",
    );
  }
  const hint = context.hint;
  context.hint = null;
  const keyed = context.spill(list([]), "keyed");
  // Numbers are turned round by their sign, texts only all together.
  const isOneList = keys.length > 1 && !keys.some((key) => key.isText && key.descending);
  const turn = (element: Expression): Statement[] =>
    context.collect(() => {
      const values = context.substituting(symbol === undefined ? [] : [[symbol, element]], () =>
        keys.map((key) => keyValue(key, context)),
      );
      const parts: readonly (readonly [string, Expression])[] = isOneList
        ? [["key", list(values)]]
        : values.map((value, index) => [keyName(index, keys.length), value] as const);
      const entry = dict([...parts, ["value", element]]);
      context.emit({ ...effect(method(keyed, "append", entry)), origin: callback });
    });
  context.eachItem("element", target, turn, callback);
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
  context.eachItem("entry", sorted, give, callback);
  return values;
}

/** Does computing the key do anything, or change a variable? */
function acts(key: ts.Expression, context: FunctionContext): boolean {
  let found = false;
  walk(key, (node) => {
    found ||=
      changedPlaces(node).length > 0 || (ts.isIdentifier(node) && isContextExpression(context.checker, node));
  });
  return found;
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
