/** Enters something new into the lists, records and imports of a source file. */
import { dirname, relative } from "node:path/posix";
import ts from "typescript";
import type { Drafts } from "./drafts.ts";
import { sourceOf, type FoundLiteral } from "./find-literal.ts";
import { NewError } from "./new-error.ts";

/** A constant and the file that exports it. */
export interface Exported {
  readonly constant: string;
  readonly file: string;
}

/**
 * Enters a constant into a list, and imports it there. A list of names in their order stays in order; else it comes last.
 *
 * @throws NewError when the file has something of this name
 */
export function enterInList(drafts: Drafts, found: FoundLiteral, entry: Exported): void {
  const { literal } = found;
  const elements = ts.isArrayLiteralExpression(literal) ? [...literal.elements] : [];
  const names = elements.map((element) => element.getText(found.source));
  const isSorted =
    names.length > 2 && names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name);
  const next = isSorted ? elements.find((_, index) => (names[index] ?? "") > entry.constant) : undefined;
  insert(drafts, found, entry.constant, next);
  enterImport(drafts, found.file, entry);
}

/** Enters `name: value` into a record. @throws NewError when it has one */
export function enterInRecord(drafts: Drafts, found: FoundLiteral, name: string, value: string): void {
  const properties = ts.isObjectLiteralExpression(found.literal) ? found.literal.properties : [];
  if (properties.some((property) => property.name?.getText(found.source) === name)) {
    throw new NewError(`${found.constant} in ${found.file} has ${name} already. Choose another name.`);
  }
  insert(drafts, found, `${name}: ${value}`, undefined);
}

/** Imports a constant. @throws NewError when the file has something of this name */
export function enterImport(drafts: Drafts, file: string, { constant, file: from }: Exported): void {
  const source = sourceOf(drafts, file);
  refuseTaken(source, constant);
  const last = source.statements.filter(ts.isImportDeclaration).at(-1);
  const at = last?.end ?? source.statements[0]?.getFullStart() ?? 0;
  const line = `import { ${constant} } from "${pathBetween(file, from)}";`;
  splice(drafts, file, at, last === undefined ? `${line}\n` : `\n${line}`);
}

/** Exports a constant of another file, behind the other exports of this kind. */
export function enterExport(drafts: Drafts, file: string, { constant, file: from }: Exported): void {
  const source = sourceOf(drafts, file);
  const last = source.statements
    .filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one))
    .at(-1);
  splice(drafts, file, last?.end ?? 0, `\nexport { ${constant} } from "${pathBetween(file, from)}";`);
}

/** How a file imports another one. */
export function pathBetween(file: string, other: string): string {
  const path = relative(dirname(file), other);
  return path.startsWith(".") ? path : `./${path}`;
}

function insert(
  drafts: Drafts,
  { file, literal, source }: FoundLiteral,
  text: string,
  next: ts.Node | undefined,
): void {
  const parts: ts.NodeArray<ts.Node> = ts.isArrayLiteralExpression(literal)
    ? literal.elements
    : literal.properties;
  const last = parts.at(-1);
  if (next !== undefined) {
    splice(drafts, file, next.getStart(source), `${text}, `);
  } else if (last !== undefined) {
    splice(drafts, file, last.end, `, ${text}`);
  } else {
    splice(drafts, file, literal.getStart(source) + 1, text);
  }
}

function refuseTaken(source: ts.SourceFile, name: string): void {
  const isTaken = source.statements.some(
    (statement) =>
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some((one) => one.name.getText(source) === name)) ||
      (ts.isImportDeclaration(statement) &&
        new RegExp(`\\b${name}\\b`, "u").test(statement.importClause?.getText(source) ?? "")),
  );
  if (isTaken) {
    throw new NewError(`${source.fileName} has something called ${name} already. Choose another name.`);
  }
}

function splice(drafts: Drafts, file: string, at: number, text: string): void {
  const before = drafts.read(file);
  drafts.change(file, `${before.slice(0, at)}${text}${before.slice(at)}`);
}
