/** Parts of one expression that change what another part of it reads: they cannot change places. */
import ts from "typescript";
import { changedPlaces, rootOf } from "../analysis/changes.ts";
import { walkNamedArrows } from "../analysis/named-arrows.ts";
import { isContextExpression } from "../analysis/platform-context.ts";
import { mayBeObject } from "../analysis/types.ts";
import { contains, walk } from "../analysis/walk.ts";

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
        changesObject ||= mayBeObject(checker.getTypeAtLocation(root));
      }
    }
  });
  return mentioned(reading, checker).some((name) => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) {
      return false;
    }
    // An object may be known under another name, though not under that of the context.
    const isAlias =
      changesObject &&
      (symbol.flags & ts.SymbolFlags.Variable) !== 0 &&
      !isContextExpression(checker, name) &&
      mayBeObject(checker.getTypeAtLocation(name));
    return variables.has(symbol) || isAlias;
  });
}

/** The names in a node, also those in the arrow functions whose names stand there. */
function mentioned(node: ts.Node, checker: ts.TypeChecker): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  walkNamedArrows(node, checker, (part) => {
    if (ts.isIdentifier(part)) {
      found.push(part);
    }
    return true;
  });
  return found;
}

function isDeclaredIn(symbol: ts.Symbol, node: ts.Node): boolean {
  return symbol.declarations?.some((declaration) => contains(node, declaration)) === true;
}
