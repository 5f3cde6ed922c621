/** Guards module level: JavaScript runs what stands there once, NSL never. */
import ts from "typescript";
import { unprovenCast } from "./analysis/casts.ts";
import { isAssignment, LIST_CHANGES } from "./analysis/changes.ts";
import { walk } from "./analysis/walk.ts";
import type { Reporter } from "./diagnostics/report.ts";

const DECLARATIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EmptyStatement,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.ModuleDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/** Reports what a file would do when it is loaded. Declarations that are refused where they are used may stay. */
export function checkModuleLevel(file: ts.SourceFile, checker: ts.TypeChecker, reporter: Reporter): void {
  for (const statement of file.statements) {
    if (!DECLARATIONS.has(statement.kind)) {
      reporter.at(statement, "moduleStatement");
    } else if (ts.isVariableStatement(statement)) {
      statement.declarationList.declarations.forEach((declaration) => {
        if (declaration.initializer !== undefined) {
          checkInitializer(declaration.initializer, checker, reporter);
        }
      });
    }
  }
}

/** No value is changed while the initialiser is computed, and its type, which stands for it, is true. */
function checkInitializer(initializer: ts.Expression, checker: ts.TypeChecker, reporter: Reporter): void {
  walk(initializer, (node) => {
    if (ts.findAncestor(node, ts.isFunctionLike) !== undefined) {
      return;
    }
    const unproven = ts.isAsExpression(node) ? unprovenCast(node, checker) : null;
    if (unproven !== null) {
      reporter.at(node, "narrowingCast", ...unproven);
    }
    if (changes(node)) {
      reporter.at(node, "moduleStatement");
    }
  });
}

function changes(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) {
    return isAssignment(node.operatorToken.kind);
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return LIST_CHANGES.includes(node.expression.name.text);
  }
  return (
    ts.isDeleteExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) &&
      (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken))
  );
}
