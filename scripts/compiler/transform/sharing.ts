/**
 * Finds the changes of a value that another name, too, would show in JavaScript and not in NSL: NSL copies
 * what crosses into another skill and what waits in a frame.
 */
import ts from "typescript";
import { rootOf } from "../analysis/changes.ts";
import { mayFollow } from "../analysis/following.ts";
import { isHandedOver } from "../analysis/handed-over.ts";
import { isEntryIterated, isIteratedAround } from "../analysis/iteration.ts";
import { findEntrySinks, findSinks, type Sinks } from "../analysis/sinks.ts";
import { functionAround } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { isKnownOnce } from "./own-parts.ts";

/** Stands for whatever a record or a list holds, where a field is named. */
export const ENTRIES = Symbol("entries");

/** The same, of which a field changes: a loop over the list goes on as it would. */
export const FIELDS = Symbol("fields");

/**
 * Reports a change of `symbol` (of its `field`, or of one of its entries, when that is named) at `node` that not every
 * name would see; true when there is nothing to report.
 */
export function checkSharing(
  node: ts.Expression,
  symbol: ts.Symbol,
  field: string | typeof ENTRIES | typeof FIELDS | null,
  context: FunctionContext,
): boolean {
  const owner = functionAround(node);
  const declaration = symbol.valueDeclaration;
  if (owner === undefined || declaration === undefined) {
    return true;
  }
  const isOfEntries = field === ENTRIES || field === FIELDS;
  const sinks = isOfEntries
    ? findEntrySinks(symbol, owner, context)
    : findSinks(symbol, field, owner, context);
  const { holders } = sinks;
  const isIterated =
    field === ENTRIES
      ? isEntryIterated(node, symbol, holders, context.checker)
      : field !== FIELDS && isIteratedAround(node, { symbol, field, holders }, context.checker);
  if (isIterated) {
    context.refuse(node, "iteratedMutation", authorsText(node));
    return false;
  }
  const isWhole = context.checker.getSymbolAtLocation(rootOf(node)) === symbol;
  // What was handed over has come back by the same name.
  const calls = sinks.calls.filter((call) => !(isWhole && isHandedOver(call, symbol, context)));
  const later = (first: ts.Node, second: ts.Node): boolean => mayFollow(first, second, declaration, owner);
  // `o.n = await f()` changes `o` after the wait, wherever its name stands.
  const change = ts.findAncestor(node, ts.isExpressionStatement) ?? node;
  const isShared =
    calls.some((call) => later(call, node)) || isStoredAcrossAwait(sinks, change, owner, later);
  if (isShared && !isKnownOnce(node, context)) {
    context.refuse(node, "sharedMutation", authorsText(node));
    return false;
  }
  return true;
}

function isStoredAcrossAwait(
  sinks: Sinks,
  node: ts.Node,
  owner: ts.Node,
  later: (first: ts.Node, second: ts.Node) => boolean,
): boolean {
  const awaits = sinks.stores.length === 0 ? [] : awaitsIn(owner);
  return sinks.stores.some((store) =>
    awaits.some((suspension) => later(store, suspension) && later(suspension, node)),
  );
}

function awaitsIn(owner: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}
