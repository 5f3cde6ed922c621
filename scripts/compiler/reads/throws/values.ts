/** Calls of functions that are values: which function it is, and whether it throws, only the run shows. */
import ts from "typescript";
import { type Callable, resolveArrow, resolveFunction } from "../../analysis/functions.ts";
import { unwrapped } from "../../analysis/paths.ts";
import { walk } from "../../analysis/walk.ts";

/**
 * The first call in a block that calls, or hands on, a function that has come as a value or out of a table of the program,
 * itself or in what it calls.
 */
export function valueCalledIn(
  block: ts.Block,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ts.CallExpression | undefined {
  const seen = new Set<Callable>();
  const calledIn = (body: ts.Node, owner?: Callable): ts.CallExpression | undefined => {
    let found: ts.CallExpression | undefined;
    walk(body, (node) => {
      if (found === undefined && ts.isCallExpression(node) && functionsIn(node).some(isUnknown(owner))) {
        found = node;
      }
    });
    return found;
  };
  const functionsIn = ({ expression, arguments: given }: ts.CallExpression): readonly ts.Expression[] => [
    expression,
    ...given.filter((part) => checker.getTypeAtLocation(part).getCallSignatures().length > 0),
  ];
  const isUnknown =
    (owner: Callable | undefined) =>
    (part: ts.Expression): boolean => {
      const named = resolveFunction(checker, part) ?? resolveArrow(checker, part);
      if (named === undefined) {
        // What a function is given was asked where it is called.
        return isValue(unwrapped(part), checker) && !isParameterOf(part, owner, checker);
      }
      if (seen.has(named) || named.body === undefined || !files.includes(named.getSourceFile())) {
        return false;
      }
      seen.add(named);
      return calledIn(named.body, named) !== undefined;
    };
  return calledIn(block);
}

function isParameterOf(node: ts.Expression, owner: Callable | undefined, checker: ts.TypeChecker): boolean {
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.parent === owner;
}

/** Is it no function in place, no method, and none that is declared as one? */
function isValue(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) {
    return !ts.isFunctionLike(node);
  }
  const named = ts.isPropertyAccessExpression(node) ? node.name : node;
  const declaration = checker.getSymbolAtLocation(named)?.valueDeclaration;
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
