/** What the checker has told of a node once is true for the whole compilation. */
import type ts from "typescript";

/**
 * The checker, asked about each node once. TypeScript itself walks an expression anew every time its type is
 * asked for, and so do all the expressions around it.
 */
export function rememberingChecker(checker: ts.TypeChecker): ts.TypeChecker {
  const types = new Map<ts.Node, ts.Type>();
  const symbols = new Map<ts.Node, ts.Symbol | undefined>();
  const typeOf = (node: ts.Node): ts.Type => {
    const known = types.get(node) ?? checker.getTypeAtLocation(node);
    types.set(node, known);
    return known;
  };
  const symbolOf = (node: ts.Node): ts.Symbol | undefined => {
    if (!symbols.has(node)) {
      symbols.set(node, checker.getSymbolAtLocation(node));
    }
    return symbols.get(node);
  };
  return { ...checker, getTypeAtLocation: typeOf, getSymbolAtLocation: symbolOf };
}
