/** Constants of a module. */
import ts from "typescript";

/** The declaration of a module-level variable; undefined for anything else. */
export function tableDeclaration(symbol: ts.Symbol): ts.VariableDeclaration | undefined {
  return symbol.declarations?.find(
    (declaration): declaration is ts.VariableDeclaration =>
      ts.isVariableDeclaration(declaration) &&
      ts.isVariableStatement(declaration.parent.parent) &&
      ts.isSourceFile(declaration.parent.parent.parent),
  );
}
