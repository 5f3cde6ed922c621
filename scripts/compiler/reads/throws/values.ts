/** Calls of functions that are values: which function it is, and whether it throws, only the run shows. */
import ts from "typescript";
import { resolveArrow, resolveFunction } from "../../analysis/functions.ts";
import { walk } from "../../analysis/walk.ts";

/** The first call in a block of a function that has come as a value, or out of a table of the program. */
export function valueCalledIn(block: ts.Block, checker: ts.TypeChecker): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  walk(block, (node) => {
    if (found === undefined && ts.isCallExpression(node) && isOfValue(node.expression, checker)) {
      found = node;
    }
  });
  return found;
}

function isOfValue(callee: ts.Expression, checker: ts.TypeChecker): boolean {
  if (resolveFunction(checker, callee) !== undefined || resolveArrow(checker, callee) !== undefined) {
    return false;
  }
  if (ts.isElementAccessExpression(callee)) {
    return true;
  }
  const named = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const declaration = ts.isIdentifier(named)
    ? checker.getSymbolAtLocation(named)?.valueDeclaration
    : undefined;
  return (
    declaration !== undefined &&
    !declaration.getSourceFile().isDeclarationFile &&
    (ts.isParameter(declaration) ||
      ts.isBindingElement(declaration) ||
      ts.isPropertyAssignment(declaration) ||
      ts.isPropertySignature(declaration) ||
      ts.isVariableDeclaration(declaration))
  );
}
