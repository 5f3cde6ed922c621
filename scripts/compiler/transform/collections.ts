/**
 * `Map` is an object in NSL and `Set` a list: both keep the order in which their entries came. The keys of a map are
 * texts there, numbers too, as they would become in JSON.
 */
import ts from "typescript";
import {
  collectionOf,
  hasPlainKeys,
  isGoneThrough,
  isUsedInPlace,
  keyKindOf,
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
import { writableNumber } from "./decimals.ts";
import { newError } from "./errors.ts";
import { hasInfinite } from "./infinity.ts";
import { refuseOwnClass } from "./own-methods.ts";
import { eachItem } from "./ranges.ts";
import { placeText, stopWhen } from "./stop.ts";

/** `new Map()`, `new Map(pairs)`, `new Set(list)` of a variable, or that a function gives; every other `new` is refused. */
export function transformNew(node: ts.NewExpression, context: FunctionContext): Expression {
  const kind = collectionOf(node, context.checker);
  const { parent } = node;
  const isKept = ts.isVariableDeclaration(parent) && parent.initializer === node;
  if (kind === undefined || !(isKept || isUsedInPlace(node, context))) {
    return (
      newError(node, context) ??
      refuseOwnClass(node, context) ??
      context.refuse(node, "classes", "new", classAdvice(node))
    );
  }
  // `const map: Map<string, number> = new Map()` tells its types on the left only.
  const typed = isKept && collectionOf(parent.name, context.checker) === kind ? parent.name : node;
  if (!hasPlainKeys(typed, context.checker)) {
    const advice = "Let its keys be texts or numbers: `new Map<string, ...>()` with `String(id)`.";
    return context.refuse(node, "classes", "new", advice);
  }
  const [given] = node.arguments ?? [];
  const entries = given === undefined ? null : givenList(given, context);
  if (entries?.refused === true) {
    return entries;
  }
  const result = context.start(kind === "Map" ? nsl.dict([]) : nsl.list([]), kind === "Map" ? "map" : "set");
  if (entries !== null) {
    const turn = (entry: Expression): Statement[] =>
      context.collect(() => {
        const put =
          kind === "Map"
            ? putEntry(
                result,
                mapKey(nsl.item(entry, nsl.number(0)), typed, node, context),
                nsl.item(entry, nsl.number(1)),
              )
            : addOnce(result, entry);
        context.emit(put);
      });
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

/** A key of a map as NSL has it: a text. Of a type that is not known only a text is one. */
export function mapKey(key: Expression, map: ts.Node, origin: ts.Node, context: FunctionContext): Expression {
  const kind = keyKindOf(map, context.checker);
  if (kind === "number") {
    const written = hasInfinite(origin, context)
      ? writableNumber(key, context.checker.getNumberType(), origin, context)
      : key;
    return key.kind === "number" ? nsl.text(String(key.value)) : nsl.filter(written, "string");
  }
  if (kind !== "open") {
    return key;
  }
  const known = context.unhinted(() => context.stable(key, "key"));
  stopWhen(nsl.test(known, "string", true), `a key in ${placeText(origin)} is no text`, origin, context);
  return known;
}

/** The list a collection is gone through by, as it is now. */
export function listed(
  { collection, kind, part }: Listing,
  origin: ts.Node,
  context: FunctionContext,
): Expression {
  const value = context.unhinted(() => context.stable(context.expression(collection), "collection"));
  if (kind === "Set") {
    return part === "entries"
      ? context.refuse(origin, "unknownMethod", part, "a set", "Go over the set itself. ")
      : nsl.filter(value, "list");
  }
  if (part === "keys" && keyKindOf(collection, context.checker) === "text") {
    return nsl.filter(nsl.method(value, "keys"), "list");
  }
  return partsOf(value, part, collection, context);
}

function partsOf(
  value: Expression,
  part: Listing["part"],
  map: ts.Expression,
  context: FunctionContext,
): Expression {
  const kind = keyKindOf(map, context.checker);
  if (kind === "open" && part !== "values") {
    // Whoever made it knows whether its keys are numbers.
    const advice = "Go over it where the type of its keys is written: `Map<string, ...>`.";
    return context.refuse(map, "classes", "Map", advice);
  }
  const read = (key: Expression): Expression =>
    kind === "number"
      ? context.decimals.has(map.getSourceFile())
        ? nsl.loads(key)
        : nsl.filter(key, "int")
      : key;
  return context.unhinted(() => {
    const result = context.spill(nsl.list([]), part);
    const turn = (key: Expression): Statement[] => {
      const entry = nsl.item(value, key);
      const given = part === "values" ? entry : part === "keys" ? read(key) : nsl.list([read(key), entry]);
      return [nsl.effect(nsl.method(result, "append", given))];
    };
    eachItem("key", value, turn, map, context);
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
  return goneThrough(value, node, context);
}

/** A map that is gone through gives its pairs; any other value, and what is done with a map besides, stays as it is. */
export function goneThrough(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  const listing = isGoneThrough(node, context.checker) ? listingOf(node, context.checker) : undefined;
  if (value.refused === true || listing?.kind !== "Map" || listing.collection !== node) {
    return value;
  }
  const map = context.unhinted(() => context.stable(value, "map"));
  return partsOf(map, "entries", node, context);
}

function handingAdvice(node: ts.Expression, kind: "Map" | "Set"): string {
  const name = authorsText(node);
  return `Hand on what is in it: \`${kind === "Map" ? `Object.fromEntries(${name})` : `[...${name}]`}\`.`;
}
