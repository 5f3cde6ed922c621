/** Parts of one expression that change what another part of it reads: they cannot change places. */
import ts from "typescript";
import { isContextExpression, walk } from "../transform/functions.ts";
import { changedPlaces, rootOf } from "../transform/statements/boxing.ts";
import { mayBeObject } from "../transform/types.ts";

/** Does one of the nodes change, in a callback, what the other mentions? */
export function isDisturbed(first: ts.Node, second: ts.Node, checker: ts.TypeChecker): boolean {
  return changesReadOf(first, second, checker) || changesReadOf(second, first, checker);
}

function changesReadOf(changing: ts.Node, reading: ts.Node, checker: ts.TypeChecker): boolean {
  const variables = new Set<ts.Symbol>();
  let changesObject = false;
  walk(changing, (node) => {
    for (const place of changedPlaces(node)) {
      const root = rootOf(place);
      const symbol = checker.getSymbolAtLocation(root);
      if (symbol !== undefined && !isDeclaredIn(symbol, changing)) {
        variables.add(symbol);
        changesObject ||= root !== place || mayBeObject(checker.getTypeAtLocation(root));
      }
    }
  });
  if (variables.size === 0) {
    return false;
  }
  let reads = false;
  walk(reading, (node) => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const isVariable = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Variable) !== 0;
    // An object may be known under another name, though not under that of the context.
    const isAlias =
      isVariable &&
      changesObject &&
      ts.isIdentifier(node) &&
      !isContextExpression(checker, node) &&
      mayBeObject(checker.getTypeAtLocation(node));
    reads ||= symbol !== undefined && (variables.has(symbol) || isAlias);
  });
  return reads;
}

function isDeclaredIn(symbol: ts.Symbol, node: ts.Node): boolean {
  return symbol.declarations?.some((declaration) => contains(node, declaration)) === true;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end;
}
