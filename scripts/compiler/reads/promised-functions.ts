/**
 * Functions of a module that hand a promise on, `const load = (ctx, id) => ctx.send(...)`, read as async ones: who calls them
 * awaits the same.
 */
import ts from "typescript";
import { isAsync } from "../analysis/functions.ts";
import { at, type Insertion } from "./edited-sources.ts";

/** What has to be put into a file for its functions that give promises to be async. */
export function promisedFunctions(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  return file.statements.flatMap((statement) =>
    functionsOf(statement)
      .filter((found) => !isAsync(found) && givesPromise(found, checker))
      .map((found) => at(file, keywordOf(found, file), "async ")),
  );
}

function functionsOf(statement: ts.Statement): readonly (ts.FunctionDeclaration | ts.ArrowFunction)[] {
  if (ts.isFunctionDeclaration(statement)) {
    return statement.body === undefined || statement.asteriskToken !== undefined ? [] : [statement];
  }
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return declarations.flatMap(({ initializer }) =>
    initializer !== undefined && ts.isArrowFunction(initializer) ? [initializer] : [],
  );
}

function givesPromise(found: ts.SignatureDeclaration, checker: ts.TypeChecker): boolean {
  const signature = checker.getSignatureFromDeclaration(found);
  return signature !== undefined && checker.getReturnTypeOfSignature(signature).symbol?.name === "Promise";
}

/** Where `async` goes: before `function`, behind `export`. */
function keywordOf(found: ts.FunctionDeclaration | ts.ArrowFunction, file: ts.SourceFile): number {
  const keyword = found.getChildren(file).find(({ kind }) => kind === ts.SyntaxKind.FunctionKeyword);
  return (keyword ?? found).getStart(file);
}
