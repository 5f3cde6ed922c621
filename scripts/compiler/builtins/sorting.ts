/** `toSorted`: by keys, stable, in both languages. */
import ts from "typescript";
import { changedPlaces } from "../analysis/changes.ts";
import { type Callable, callableGiven } from "../analysis/functions.ts";
import { isContextExpression } from "../analysis/platform-context.ts";
import { isText, mayBeUndefined, strictly } from "../analysis/types.ts";
import { walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { keysOfComparator, type SortKey } from "../analysis/comparators.ts";
import { comparatorAdvice } from "../diagnostics/callback-advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { isRefusedArrow } from "../transform/arrows.ts";
import { bindPattern } from "../transform/patterns.ts";
import { eachItem } from "../transform/ranges.ts";
import { areLow } from "../transform/expressions/order.ts";
import { stopped } from "../transform/stop.ts";
import { codeUnits } from "../transform/text-units.ts";
import { askedOrder } from "./asked-order.ts";
import { callbackOf } from "./callbacks.ts";
import { collationKey } from "./collation.ts";
import { entryPath } from "./entry-path.ts";
import { elementType, methodNameOf } from "./list-values.ts";

/** How a list is sorted: what is compared of an element, and how each of it is. */
interface Order {
  readonly keys: readonly Pick<SortKey, "isText" | "descending">[];
  /** What is compared of an element; computed in the turn of the loop. */
  values(element: Expression): readonly Expression[];
  readonly origin: ts.Node;
  /** The names of the entries that are compared; null where more than entries is. */
  readonly entries: readonly string[] | null;
}

/** Sorts by the keys of the comparator; one that has none is asked about two at a time. */
export function sortList(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [comparator] = node.arguments;
  const isLeftOut = comparator !== undefined && context.handed(comparator) === null;
  if (isLeftOut && !strictly(isText, elementType(node, context))) {
    // Behind a test that it was given, nobody comes here.
    return stopped("a list without a comparator is of more than texts");
  }
  if (comparator === undefined || isLeftOut) {
    const order = textOrder(node, context);
    return order === null ? nsl.none : sortedByKeys(target, order, context);
  }
  const callback = comparatorOf(comparator, context);
  if (callback === null) {
    return nsl.none;
  }
  const keys = keysOfComparator(callback, context.checker);
  if (keys !== null) {
    return ts.isArrowFunction(callback) && isRefusedArrow(callback, comparator, context)
      ? nsl.none
      : sortedByKeys(target, orderOf(keys, callback, comparator, context), context);
  }
  if (mayBeUndefined(elementType(node, context))) {
    // JavaScript puts what is not there at the end, and asks nobody.
    const advice = "Leave it out first: `list.filter((item) => item !== undefined)`.";
    return context.refuse(comparator, "sortComparator", "have elements that are there", advice);
  }
  const asked = callbackOf(node, methodNameOf(node), context, comparator);
  return asked === null ? nsl.none : askedOrder(target, asked, context);
}

/** Every element gets its keys, the `sort` filter does the rest. */
function sortedByKeys(target: Expression, order: Order, context: FunctionContext): Expression {
  if (order.entries !== null) {
    return sortedByEntries(target, order.entries, order);
  }
  const sorted = context.unhinted(() => sortedEntries(target, order, context));
  const values = context.start(nsl.list([]), "sorted");
  const give = (entry: Expression): Statement[] => [
    nsl.effect(nsl.method(values, "append", nsl.item(entry, nsl.text("value")))),
  ];
  eachItem("entry", sorted, give, order.origin, context);
  return values;
}

/** The elements in the order of entries of their own; after the last comes the one before it, and so on. */
function sortedByEntries(target: Expression, entries: readonly string[], { keys }: Order): Expression {
  return entries.reduceRight(
    (so, entry, index) =>
      nsl.filterBy(
        so,
        "sort",
        entry,
        ...sortFlags(keys[index]?.isText === true, keys[index]?.descending === true),
      ),
    target,
  );
}

/** The first parameters of the filter, which is as few of them as say it: reverse, case_sensitive. */
function sortFlags(isText: boolean, isReverse: boolean): readonly Expression[] {
  return isText ? [nsl.boolean(isReverse), nsl.boolean(true)] : isReverse ? [nsl.boolean(true)] : [];
}

/** The elements in their order, each with its keys beside it. */
function sortedEntries(target: Expression, order: Order, context: FunctionContext): Expression {
  const { keys, origin } = order;
  const keyed = context.spill(nsl.list([]), "keyed");
  // Numbers are turned round by their sign, texts only all together.
  const isOneList = keys.length > 1 && !keys.some((key) => key.isText && key.descending);
  const turn = (element: Expression): Statement[] =>
    context.collect(() => {
      const values = order.values(element);
      const parts: readonly (readonly [string, Expression])[] = isOneList
        ? [["key", nsl.list(values)]]
        : values.map((value, index) => [keyName(index, keys.length), value] as const);
      const entry = nsl.dict([...parts, ["value", element]]);
      context.emit({ ...nsl.effect(nsl.method(keyed, "append", entry)), origin });
    });
  eachItem("element", target, turn, origin, context);
  // Sorting keeps the order of equals: after the last key comes the one before it, and so on.
  return isOneList
    ? sortedBy(keyed, "key", false)
    : keys.reduceRight(
        (so, key, index) => sortedBy(so, keyName(index, keys.length), key.isText && key.descending),
        keyed,
      );
}

/** `list.sort()`, `list.reverse()`: every element in turn makes room for one of the list in its new order. */
export function putInPlace(
  target: Expression,
  reordered: Expression,
  node: ts.Node,
  context: FunctionContext,
): void {
  const turn = (entry: Expression): Statement[] => [
    nsl.effect(nsl.method(target, "pop", nsl.number(0))),
    nsl.effect(nsl.method(target, "append", entry)),
  ];
  eachItem("entry", reordered, turn, node, context);
}

/** Without a comparator texts are sorted by their code units; anything else would be sorted as text. */
function textOrder(node: ts.CallExpression, context: FunctionContext): Order | null {
  if (!strictly(isText, elementType(node, context))) {
    context.refuse(
      node,
      "sortComparator",
      "be given where not all elements are texts",
      comparatorAdvice(node, context.checker),
    );
    return null;
  }
  return {
    keys: [{ isText: true, descending: false }],
    values: (element) => [codeUnits(element)],
    origin: node,
    entries: null,
  };
}

/** The function that compares; null, with a diagnostic, when it does more than that, or is not known. */
function comparatorOf(comparator: ts.Expression, context: FunctionContext): Callable | null {
  const callback = context.handed(comparator) ?? callableGiven(comparator, context.checker);
  if (callback === undefined) {
    context.refuse(comparator, "sortComparator", "be a function that is written in place or named");
    return null;
  }
  if (acts(callback, context)) {
    // How often a comparator runs is nobody's promise.
    const advice = "Make the keys first: `list.map((item) => ({ item, key: keyOf(ctx, item) }))`.";
    context.refuse(comparator, "sortComparator", "", advice);
    return null;
  }
  return callback;
}

function orderOf(
  keys: readonly SortKey[],
  callback: Callable,
  origin: ts.Node,
  context: FunctionContext,
): Order {
  const name = callback.parameters[0]?.name;
  const symbol =
    name !== undefined && ts.isIdentifier(name) ? context.checker.getSymbolAtLocation(name) : undefined;
  return {
    keys,
    values: (element) => {
      if (symbol === undefined && name !== undefined) {
        bindPattern(name, element, context);
      }
      return context.variables.substituting(symbol === undefined ? [] : [[symbol, element]], () =>
        keys.map((key) => keyValue(key, context)),
      );
    },
    origin,
    entries: symbol === undefined ? null : entriesOf(keys, symbol, context),
  };
}

/** The entries that the keys are; null where one is not, or is a text that Python would put elsewhere. */
function entriesOf(
  keys: readonly SortKey[],
  element: ts.Symbol,
  context: FunctionContext,
): readonly string[] | null {
  const entries = keys.map((key) =>
    key.isCollated === true ||
    (key.isText && !areLow(context.checker.getTypeAtLocation(key.expression), context))
      ? null
      : entryPath(key.expression, element, context),
  );
  return entries.every((entry) => entry !== null) && entries.length > 0 ? entries : null;
}

/** Does comparing do anything, or change a variable? */
function acts(key: ts.Node, context: FunctionContext): boolean {
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
  return nsl.filter(entries, "sort", nsl.boolean(reverse), nsl.boolean(true), nsl.text(key));
}

function keyValue(key: SortKey, context: FunctionContext): Expression {
  const value = context.expression(key.expression);
  if (key.isCollated === true) {
    return collationKey(value, key.expression, context);
  }
  if (key.isText) {
    return codeUnits(value);
  }
  return key.descending ? nsl.unary("-", value) : value;
}
