/** What is written at another place than the author wrote it: its names must mean the same there, and its tests be ones. */
import ts from "typescript";
import { isAssignment } from "../analysis/changes.ts";
import { contains, walk } from "../analysis/walk.ts";
import { writtenType } from "./written-types.ts";

/** Do the names of a function or a block mean the same at another place? */
export function meansTheSame(part: ts.Node, place: ts.Node, checker: ts.TypeChecker): boolean {
  const known = new Map(
    checker.getSymbolsInScope(place, ts.SymbolFlags.Value).map((symbol) => [symbol.name, symbol]),
  );
  let isSame = true;
  walk(part, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolAt(node, checker) : undefined;
    const declared = symbol?.declarations?.[0];
    const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (symbol !== undefined && declared !== undefined && !isProperty && !contains(part, declared)) {
      const other = known.get(symbol.name);
      isSame &&= other === undefined || other === symbol || !isValueName(node);
    }
  });
  return isSame;
}

/** The variable an identifier names, also as `{ name }`. */
function symbolAt(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Is it no name of a property that is written? */
function isValueName({ parent }: ts.Node): boolean {
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent);
}

/**
 * What is read in place of variables that are compared in it: their declared types, for TypeScript not to take them for what
 * they were given just before.
 */
export function comparedAsDeclared(part: ts.Node, checker: ts.TypeChecker): ReadonlyMap<ts.Node, string> {
  const found = new Map<ts.Node, string>();
  walk(part, (node) => {
    const declaration = ts.isIdentifier(node)
      ? checker.getSymbolAtLocation(node)?.valueDeclaration
      : undefined;
    if (
      declaration === undefined ||
      !(ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) ||
      !isCompared(node) ||
      contains(part, declaration)
    ) {
      return;
    }
    const written = writtenType(checker.getTypeAtLocation(declaration), node, checker);
    if (written !== null) {
      found.set(node, `(${node.getText()} as ${written})`);
    }
  });
  return found;
}

function isCompared({ parent }: ts.Node): boolean {
  return (
    ts.isSwitchStatement(parent) ||
    (ts.isBinaryExpression(parent) &&
      !isAssignment(parent.operatorToken.kind) &&
      /^[!=]==?$/u.test(parent.operatorToken.getText()))
  );
}
