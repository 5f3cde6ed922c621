/** Names that stand for the same value throughout a function. */
import ts from "typescript";
import { changedPlaces, isAssignedIn } from "./changes.ts";
import { isConstant, symbolOf } from "./functions.ts";
import type { ProgramView, Typed } from "./program-view.ts";
import { functionAround, walk } from "./walk.ts";

/** What a `const` is given. */
export function constantOf(node: ts.Identifier, view: Typed): ts.Expression | undefined {
  const declaration = view.checker.getSymbolAtLocation(node)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
    ? declaration.initializer
    : undefined;
}

/** A name, or a property of one, that stands for the same value throughout the function. */
export function isSteady(node: ts.Expression, view: ProgramView): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isSteady(node.expression, view) && !isReplaced(node);
  }
  const symbol = ts.isIdentifier(node) ? symbolOf(node, view.checker) : undefined;
  const owner = symbol?.valueDeclaration && functionAround(symbol.valueDeclaration);
  if (symbol === undefined || owner === undefined) {
    return symbol !== undefined;
  }
  return !isAssignedIn(symbol, owner, view.checker);
}

/** Is a property of the name given another value somewhere in the function, by whatever name its object has there? */
function isReplaced(node: ts.PropertyAccessExpression): boolean {
  const owner = functionAround(node);
  let replaced = false;
  walk(owner ?? node, (inner) => {
    replaced ||=
      !ts.isCallExpression(inner) && changedPlaces(inner).some((place) => isNamed(place, node.name.text));
  });
  return replaced;
}

/** May the place be a property of that name? */
function isNamed(place: ts.Node, name: string): boolean {
  if (ts.isElementAccessExpression(place)) {
    const { argumentExpression: key } = place;
    return !ts.isStringLiteralLike(key) || key.text === name;
  }
  return ts.isPropertyAccessExpression(place) && place.name.text === name;
}
