/**
 * Finds the changes of a value that another name, too, would show in JavaScript and not in NSL: NSL copies
 * what crosses into another skill and what waits in a frame.
 */
import ts from "typescript";
import type { FunctionContext } from "./function-context.ts";
import { isIteratedAround } from "./iteration.ts";
import { findSinks, type Sinks } from "./sinks.ts";

/** Reports a change of `symbol` (of its `field`, when one is named) at `node` that not every name would see. */
export function checkSharing(
  node: ts.Expression,
  symbol: ts.Symbol,
  field: string | null,
  context: FunctionContext,
): void {
  const owner = functionAround(node);
  const declaration = symbol.valueDeclaration;
  if (owner === undefined || declaration === undefined) {
    return;
  }
  const sinks = findSinks(symbol, field, owner, context);
  if (isIteratedAround(node, { symbol, field, holders: sinks.holders }, context.checker)) {
    context.refuse(node, "iteratedMutation", node.getText());
    return;
  }
  const later = (first: ts.Node, second: ts.Node): boolean => mayFollow(first, second, declaration, owner);
  // `o.n = await f()` changes `o` after the wait, wherever its name stands.
  const change = ts.findAncestor(node, ts.isExpressionStatement) ?? node;
  if (sinks.calls.some((call) => later(call, node)) || isStoredAcrossAwait(sinks, change, owner, later)) {
    context.refuse(node, "sharedMutation", node.getText());
  }
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

/** The function declaration a node stands in; callbacks are part of it. */
function functionAround(node: ts.Node): ts.FunctionDeclaration | undefined {
  return ts.findAncestor(node, ts.isFunctionDeclaration);
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

/** May `second` run after `first`, while the variable is still the same one? */
function mayFollow(first: ts.Node, second: ts.Node, declaration: ts.Node, owner: ts.Node): boolean {
  const loop = ts.findAncestor(first, (node) => isLoop(node) && contains(node, second));
  if (loop !== undefined && contains(owner, loop) && !contains(loop, declaration)) {
    return true;
  }
  return first.getEnd() <= second.getEnd() && first !== second && !endsBefore(first, second, owner);
}

function isLoop(node: ts.Node): boolean {
  return ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isArrowFunction(node);
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The block of `first` always returns, so that what follows it in the source never follows it in time. */
function endsBefore(first: ts.Node, second: ts.Node, owner: ts.Node): boolean {
  for (let node = first; node !== owner && !contains(node, second); node = node.parent) {
    if (ts.isArrowFunction(node)) {
      return false;
    }
    if (ts.isReturnStatement(node) || (ts.isBlock(node) && isReturn(node.statements.at(-1)))) {
      return true;
    }
  }
  return false;
}

function isReturn(node: ts.Statement | undefined): boolean {
  return node !== undefined && ts.isReturnStatement(node);
}
