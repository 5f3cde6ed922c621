/** `Map` is an object in NSL and `Set` a list: both keep the order in which their entries came. */
import ts from "typescript";
import {
  collectionOf,
  hasPlainKeys,
  isGoneThrough,
  isUsedInPlace,
  type Listing,
  listingOf,
  mayCross,
} from "../analysis/collections.ts";
import { isList } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { textKeys } from "../diagnostics/advice.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { classAdvice } from "../diagnostics/library-advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { newError } from "./errors.ts";
import { refuseOwnClass } from "./own-methods.ts";
import { eachItem } from "./ranges.ts";

/** `new Map()`, `new Map(pairs)`, `new Set(list)` of a variable, or that a function gives; every other `new` is refused. */
export function transformNew(node: ts.NewExpression, context: FunctionContext): Expression {
  const kind = collectionOf(node, context.checker);
  const { parent } = node;
  const isKept = ts.isVariableDeclaration(parent) && parent.initializer === node;
  if (kind === undefined || !(isKept || isUsedInPlace(node, context))) {
    return (
      newError(node, context) ??
      refuseOwnClass(node, context) ??
      context.refuse(node, "classes", "new", classAdvice(node, context.checker))
    );
  }
  // `const map: Map<string, number> = new Map()` tells its types on the left only.
  const typed = isKept && collectionOf(parent.name, context.checker) === kind ? parent.name : node;
  if (!hasPlainKeys(typed, context.checker)) {
    const advice = "Let its keys be texts: `new Map<string, ...>()` with `String(id)`.";
    return context.refuse(node, "classes", "new", advice);
  }
  const [given] = node.arguments ?? [];
  const entries = given === undefined ? null : givenList(given, context);
  if (entries?.refused === true) {
    return entries;
  }
  const result = context.start(kind === "Map" ? nsl.dict([]) : nsl.list([]), kind === "Map" ? "map" : "set");
  if (entries !== null) {
    const turn = (entry: Expression): Statement[] => [
      kind === "Map"
        ? putEntry(result, nsl.item(entry, nsl.number(0)), nsl.item(entry, nsl.number(1)))
        : addOnce(result, entry),
    ];
    eachItem("entry", entries, turn, node, context);
  }
  return result;
}

function givenList(node: ts.Expression, context: FunctionContext): Expression {
  const listing = listingOf(node, context.checker);
  if (listing !== undefined) {
    return listed(listing, node, context);
  }
  return isList(context.checker, context.checker.getTypeAtLocation(node))
    ? context.unhinted(() => context.expression(node))
    : context.refuse(node, "classes", "new", "Give a list.");
}

/** The statement that gives a key its value. */
export function putEntry(map: Expression, key: Expression, value: Expression): Statement {
  return nsl.effect(nsl.method(map, "update", { kind: "dict", entries: [[key, value]] }));
}

/** The statement that adds what is not there yet. */
export function addOnce(set: Expression, value: Expression): Statement {
  return nsl.when(nsl.binary("not in", value, set), [nsl.effect(nsl.method(set, "append", value))]);
}

/** The list a collection is gone through by, as it is now. */
export function listed(
  { collection, kind, part }: Listing,
  origin: ts.Node,
  context: FunctionContext,
): Expression {
  const value = context.expression(collection);
  if (kind === "Set") {
    return part === "entries"
      ? context.refuse(origin, "unknownMethod", part, "a set", "Go over the set itself. ")
      : nsl.filter(value, "list");
  }
  if (part === "keys") {
    return nsl.filter(nsl.method(value, "keys"), "list");
  }
  return partsOf(value, part, origin, context);
}

/** The pairs of a map. */
export function mapEntries(map: Expression, origin: ts.Node, context: FunctionContext): Expression {
  return partsOf(map, "entries", origin, context);
}

function partsOf(
  value: Expression,
  part: "values" | "entries",
  origin: ts.Node,
  context: FunctionContext,
): Expression {
  return context.unhinted(() => {
    const result = context.spill(nsl.list([]), part);
    const turn = (key: Expression): Statement[] => {
      const entry = nsl.item(value, key);
      return [nsl.effect(nsl.method(result, "append", part === "values" ? entry : nsl.list([key, entry])))];
    };
    eachItem("key", value, turn, origin, context);
    return result;
  });
}

/** A map or a set where a name or a field stands for it: what would make a copy of it known elsewhere is refused. */
export function collectionAt(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  if (!isUsedInPlace(node, context)) {
    const kind = collectionOf(node, context.checker) ?? "Map";
    const advice = mayCross(node, context.checker) ? handingAdvice(node, kind) : textKeys;
    return context.refuse(node, "classes", kind, advice);
  }
  const listing = isGoneThrough(node, context.checker) ? listingOf(node, context.checker) : undefined;
  return listing?.kind === "Map" && listing.collection === node ? mapEntries(value, node, context) : value;
}

function handingAdvice(node: ts.Expression, kind: "Map" | "Set"): string {
  const name = authorsText(node);
  return `Hand on what is in it: \`${kind === "Map" ? `Object.fromEntries(${name})` : `[...${name}]`}\`.`;
}
