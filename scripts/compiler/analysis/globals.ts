/** Names of JavaScript's own objects and functions. */
import ts from "typescript";
import type { ProgramView, Typed } from "./program-view.ts";

/** Is it declared by the library alone, and by nothing of the author's? */
export function isOfLibrary(symbol: ts.Symbol | undefined): symbol is ts.Symbol {
  const declared = symbol?.declarations ?? [];
  return declared.length > 0 && declared.every((place) => place.getSourceFile().isDeclarationFile);
}

/** Is this the global of that name, and not something of the author's? */
export function isGlobal(node: ts.Expression, global: string, view: ProgramView): boolean {
  return ts.isIdentifier(node) && node.text === global && isNamespace(node, view);
}

/** Is this the name of a global object such as `Math`, and not a variable of the author's? */
export function isNamespace(node: ts.Expression, view: Typed): boolean {
  if (!ts.isIdentifier(node)) {
    return false;
  }
  const symbol = view.checker.getSymbolAtLocation(node);
  return isOfLibrary(symbol) && (symbol.flags & ts.SymbolFlags.Variable) !== 0;
}
