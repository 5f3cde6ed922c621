/** Reads that always find something. */
import ts from "typescript";
import { factsAt } from "./facts.ts";
import { isConstant } from "./functions.ts";
import { isCallOf } from "./method-calls.ts";
import { isInside, isLongerThan } from "./positions.ts";
import type { ProgramView } from "./program-view.ts";
import { identityOf } from "./same-value.ts";
import { isSteady } from "./steady.ts";

/** Is it known that the read, or the name of what one gave, finds something? */
export function isPresent(node: ts.Expression, view: ProgramView): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return isPresent(node.expression, view);
  }
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return (
      isInside(node, view) || (ts.isNumericLiteral(key) && hasPart(node.expression, Number(key.text), view))
    );
  }
  const declaration = ts.isIdentifier(node)
    ? view.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  if (declaration === undefined) {
    return false;
  }
  if (ts.isVariableDeclaration(declaration)) {
    return (
      isConstant(declaration) &&
      declaration.initializer !== undefined &&
      isPresent(declaration.initializer, view)
    );
  }
  return ts.isBindingElement(declaration) && isPresentPart(declaration, node, view);
}

/** `const [date, time] = list`: a part of what the pattern takes apart. */
function isPresentPart(element: ts.BindingElement, use: ts.Expression, view: ProgramView): boolean {
  const pattern = element.parent;
  const source = pattern.parent;
  if (
    !ts.isArrayBindingPattern(pattern) ||
    !ts.isVariableDeclaration(source) ||
    !isConstant(source) ||
    source.initializer === undefined
  ) {
    return false;
  }
  const index = pattern.elements.indexOf(element);
  const list = source.initializer;
  if (hasPart(list, index, view)) {
    return true;
  }
  const length = `${identityOf(list, view.checker)}.length`;
  return (
    isSteady(list, view) &&
    [element, use].some((place) => isLongerThan(length, index, factsAt(place, view.checker)))
  );
}

/** Does the list that is made there always have the part: `text.split(":")[0]`? */
function hasPart(list: ts.Expression, index: number, view: ProgramView): boolean {
  const made = ts.isIdentifier(list) ? (constantInitializer(list, view) ?? list) : list;
  const [separator] = ts.isCallExpression(made) ? made.arguments : [];
  return (
    index === 0 &&
    isCallOf(made, ["split"]) &&
    separator !== undefined &&
    ts.isStringLiteralLike(separator) &&
    separator.text !== ""
  );
}

function constantInitializer(name: ts.Identifier, view: ProgramView): ts.Expression | undefined {
  const declaration = view.checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
    ? declaration.initializer
    : undefined;
}
