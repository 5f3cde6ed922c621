/** `const` and `let`. */
import ts from "typescript";
import { capturedChanges } from "../../analysis/captured-changes.ts";
import { isParsed } from "../../analysis/fresh.ts";
import { arrowOf, functionName, waitingArrowOf } from "../../analysis/functions.ts";
import { regexOfConstant } from "../../analysis/regex-constants.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { isAuthors } from "../../diagnostics/authors-text.ts";
import * as nsl from "../../nsl/factory.ts";
import { claimed } from "../expressions/cast.ts";
import { bindPattern } from "../patterns.ts";

/** Declares the variables of a statement, each with its value. */
export function transformVariables(node: ts.VariableStatement, context: FunctionContext): void {
  if ((node.declarationList.flags & ts.NodeFlags.BlockScoped) === 0) {
    // The variable is still declared, so that its uses are not reported too.
    context.refuse(node, "varDeclaration");
  }
  for (const declaration of node.declarationList.declarations) {
    transformDeclaration(declaration, context);
  }
}

/** Declares one variable, or the names of one pattern. */
export function transformDeclaration(declaration: ts.VariableDeclaration, context: FunctionContext): void {
  const { name: target, initializer } = declaration;
  if (declaration.exclamationToken !== undefined && isAuthors(declaration.exclamationToken)) {
    context.refuse(declaration, "nonNullAssertion");
  }
  if (!ts.isIdentifier(target)) {
    if (initializer === undefined) {
      context.refuse(declaration, "destructuring");
    } else {
      bindPattern(target, context.expression(initializer), context);
    }
    return;
  }
  if (regexOfConstant(declaration) !== undefined) {
    // The pattern is written where it is used.
    return;
  }
  const arrow = arrowOf(declaration) ?? waitingArrowOf(declaration);
  if (arrow !== undefined) {
    checkCaptures(arrow, context);
    return;
  }
  const symbol = context.checker.getSymbolAtLocation(target);
  if (symbol === undefined) {
    return;
  }
  const value =
    initializer === undefined
      ? nsl.none
      : isParsed(initializer) && declaration.type !== undefined
        ? claimed(initializer, context.checker.getTypeAtLocation(target), declaration, context)
        : context.withHint(target.text, () => context.expression(initializer));
  context.variables.initialise(symbol, value, declaration);
}

/**
 * Reports what an arrow function with a name changes of the function around it: where the change happens would
 * then not be seen in the order of the source, which the checks of changes go by.
 */
function checkCaptures(arrow: ts.ArrowFunction, context: FunctionContext): void {
  for (const place of capturedChanges(arrow, context.checker)) {
    context.refuse(place, "capturedChange", place.getText(), functionName(arrow));
  }
}
