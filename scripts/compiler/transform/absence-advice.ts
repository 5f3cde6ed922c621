/** What to ask instead where null and undefined are told apart. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { isConstant, resolveSymbol } from "../analysis/functions.ts";
import { authorsText } from "../diagnostics/authors-text.ts";

/** Of what a map has given: whether the key is there. "" for anything else. */
export function absenceAdvice(node: ts.Expression, checker: ts.TypeChecker): string {
  const declaration = ts.isIdentifier(node) ? resolveSymbol(checker, node)?.valueDeclaration : undefined;
  const value =
    declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
      ? declaration.initializer
      : node;
  return value !== undefined &&
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    value.expression.name.text === "get" &&
    collectionOf(value.expression.expression, checker) === "Map"
    ? `Ask the map whether it is there: \`${authorsText(value.expression.expression)}.has(${value.arguments[0] === undefined ? "key" : authorsText(value.arguments[0])})\`.`
    : "";
}
