/** Finds the list or record behind a name in the sources, wherever it is written down. */
import { dirname, join } from "node:path/posix";
import ts from "typescript";
import type { Drafts } from "./drafts.ts";
import { NewError } from "./new-error.ts";

/** A list `[...]` or record `{...}` in a file. */
export interface FoundLiteral {
  readonly file: string;
  /** The constant it is the value of, or a part of. */
  readonly constant: string;
  readonly literal: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;
  readonly source: ts.SourceFile;
}

/** What a constant is, and where. */
interface Value {
  readonly file: string;
  readonly constant: string;
  readonly source: ts.SourceFile;
  readonly expression: ts.Expression;
}

/**
 * Follows imports, re-exports and names to where something is written down.
 *
 * @param path the constant a file exports, then the property of it; more for a record in a record
 * @throws NewError when it is not written as a list or record
 */
export function findLiteral(drafts: Drafts, file: string, path: readonly string[]): FoundLiteral {
  const [constant = "", ...properties] = path;
  let value = follow(drafts, valueOf(drafts, file, constant));
  for (const name of properties) {
    value = value === null ? null : follow(drafts, propertyOf(drafts, value, name));
  }
  const literal = value === null ? null : plain(value.expression);
  if (
    value === null ||
    literal === null ||
    !(ts.isArrayLiteralExpression(literal) || ts.isObjectLiteralExpression(literal))
  ) {
    throw new NewError(
      `${file} does not show where ${path.join(".")} is written down as a list or record, so nothing can be entered there.`,
    );
  }
  return { ...value, literal };
}

/** A file as a tree. */
export function sourceOf(drafts: Drafts, file: string): ts.SourceFile {
  return ts.createSourceFile(file, drafts.read(file), ts.ScriptTarget.Latest, true);
}

/** Goes on while the value is only a name. */
function follow(drafts: Drafts, value: Value | null): Value | null {
  const expression = value === null ? null : plain(value.expression);
  return value !== null && expression !== null && ts.isIdentifier(expression)
    ? follow(drafts, valueOf(drafts, value.file, expression.text))
    : value;
}

function valueOf(drafts: Drafts, file: string, name: string): Value | null {
  const source = sourceOf(drafts, file);
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (found?.initializer !== undefined) {
        return { file, constant: name, source, expression: found.initializer };
      }
    }
    const from = importedFrom(statement, name);
    if (from !== null && from.module.startsWith(".")) {
      return valueOf(drafts, join(dirname(file), from.module), from.name);
    }
  }
  return null;
}

/** Which file a name comes from, and what it is called there. */
function importedFrom(statement: ts.Statement, name: string): { module: string; name: string } | null {
  const bindings = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : ts.isExportDeclaration(statement)
      ? statement.exportClause
      : undefined;
  const specifier =
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
      ? statement.moduleSpecifier
      : undefined;
  if (bindings === undefined || specifier === undefined || !ts.isStringLiteral(specifier)) {
    return null;
  }
  const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] =
    ts.isNamedImports(bindings) || ts.isNamedExports(bindings) ? [...bindings.elements] : [];
  const found = elements.find((element) => element.name.text === name);
  return found === undefined
    ? null
    : { module: specifier.text, name: (found.propertyName ?? found.name).text };
}

function propertyOf(drafts: Drafts, value: Value, name: string): Value | null {
  const record = plain(value.expression);
  if (!ts.isObjectLiteralExpression(record)) {
    return null;
  }
  const found = record.properties.find((property) => property.name?.getText() === name);
  if (found !== undefined && ts.isShorthandPropertyAssignment(found)) {
    return valueOf(drafts, value.file, name);
  }
  return found !== undefined && ts.isPropertyAssignment(found)
    ? { ...value, expression: found.initializer }
    : null;
}

/** Without `as const`, `satisfies` and parentheses. */
function plain(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? plain(expression.expression)
    : expression;
}
