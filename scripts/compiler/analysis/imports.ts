/** What files import. */
import ts from "typescript";

/** The files that a file imports, or exports something of. */
export function importedBy(file: ts.SourceFile, checker: ts.TypeChecker): readonly ts.SourceFile[] {
  return file.statements.flatMap((statement) => {
    const specifier =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        ? statement.moduleSpecifier
        : undefined;
    const symbol = specifier === undefined ? undefined : checker.getSymbolAtLocation(specifier);
    return (symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile());
  });
}
