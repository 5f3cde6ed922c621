/** `const` and `let`. */
import ts from "typescript";
import { regexOfConstant } from "../../builtins/regex/constants.ts";
import { none } from "../../nsl/ast.ts";
import { transformExpression } from "../expressions/index.ts";
import type { FunctionContext } from "../function-context.ts";
import { bindPattern } from "./bindings.ts";

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
  if (declaration.exclamationToken !== undefined) {
    context.refuse(declaration, "nonNullAssertion");
  }
  if (!ts.isIdentifier(target)) {
    if (initializer === undefined) {
      context.refuse(declaration, "destructuring");
    } else {
      bindPattern(target, transformExpression(initializer, context), context);
    }
    return;
  }
  if (regexOfConstant(declaration) !== undefined) {
    // The pattern is written where it is used.
    return;
  }
  const symbol = context.checker.getSymbolAtLocation(target);
  if (symbol === undefined) {
    return;
  }
  context.hint = target.text;
  const value = initializer === undefined ? none : transformExpression(initializer, context);
  context.hint = null;
  context.initialise(symbol, value, declaration);
}
