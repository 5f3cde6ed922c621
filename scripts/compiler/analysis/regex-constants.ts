/** Regular expressions that have a name: `const digits = /[0-9]+/u`. In NSL the pattern stands at every call. */
import ts from "typescript";
import { isConstant, resolveSymbol } from "./functions.ts";

/** The literal of a regular expression, written in place or as a constant; undefined for anything else. */
export function regexLiteral(
  node: ts.Node | undefined,
  checker: ts.TypeChecker,
): ts.RegularExpressionLiteral | undefined {
  if (node === undefined || ts.isRegularExpressionLiteral(node)) {
    return node;
  }
  const declaration = ts.isIdentifier(node) ? resolveSymbol(checker, node)?.valueDeclaration : undefined;
  return declaration === undefined ? undefined : regexOfConstant(declaration);
}

/** The literal a constant is declared with; undefined when it is no constant, or holds something else. */
export function regexOfConstant(declaration: ts.Node): ts.RegularExpressionLiteral | undefined {
  return ts.isVariableDeclaration(declaration) &&
    isConstant(declaration) &&
    declaration.initializer !== undefined &&
    ts.isRegularExpressionLiteral(declaration.initializer)
    ? declaration.initializer
    : undefined;
}

/** Is it the type of a regular expression? */
export function isRegexType({ symbol }: ts.Type): boolean {
  return (symbol as ts.Symbol | undefined)?.name === "RegExp";
}

/** Has the literal the flag? */
export function hasFlag(literal: ts.RegularExpressionLiteral, flag: string): boolean {
  return literal.text.slice(literal.text.lastIndexOf("/")).includes(flag);
}
