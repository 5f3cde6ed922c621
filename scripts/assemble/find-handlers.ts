/** Finds the file of every handler: definitions refer to handlers as functions, which do not know their file. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { bareExpression } from "../model/collect-definitions.ts";
import { LastResults } from "../model/last-results.ts";
import { compareText, makeProblem, type SourceSpan } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { buildCatalogue } from "./problem-catalogue.ts";

/** Handler name -> absolute file that exports it, and what kept the others from being found. */
export interface FoundHandlers {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Where a handler is named. */
export interface HandlerUse {
  /** Idn of the flow. */
  readonly flow: string;
  readonly span: SourceSpan | null;
}

interface Exported {
  readonly file: string;
  readonly span: SourceSpan;
}

const exportsOf = new LastResults<readonly [name: string, span: SourceSpan][]>();

/**
 * Looks through the skills of a project for the functions the flows name.
 *
 * @param wanted handler name -> the first use of it
 * @param overlay texts instead of those on disk, by absolute name
 */
export function findHandlers(
  { root, folders }: Pick<Project, "root" | "folders">,
  wanted: ReadonlyMap<string, HandlerUse>,
  overlay: ReadonlyMap<string, string>,
): FoundHandlers {
  const exported = new Map<string, Exported[]>();
  for (const file of skillFiles(root, folders.skills, overlay)) {
    const text = overlay.get(join(root, file)) ?? readFileSync(join(root, file), "utf8");
    // Most files hold helpers only; one that does not name a handler need not be parsed.
    const mayExport = [...wanted.keys()].some((name) => text.includes(name));
    const found = mayExport ? exportsOf.of(file, text, () => exportedFunctions(file, text)) : [];
    for (const [name, span] of found) {
      exported.set(name, [...(exported.get(name) ?? []), { file, span }]);
    }
  }
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [handler, { flow, span }] of wanted) {
    const [first, second] = exported.get(handler) ?? [];
    if (first === undefined) {
      problems.push(makeProblem(buildCatalogue.handlerNotFound, { handler, flow }, span));
    } else if (second !== undefined) {
      const args = { handler, other: first.file };
      problems.push(makeProblem(buildCatalogue.handlerExportedTwice, args, second.span));
    } else {
      files.set(handler, join(root, first.file));
    }
  }
  return { files, problems };
}

/** Paths relative to the project, sorted, so that a report does not depend on the order of the disk. */
function skillFiles(root: string, folder: string, overlay: ReadonlyMap<string, string>): string[] {
  const onDisk = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  const start = join(root, folder, "/");
  const added = [...overlay.keys()]
    .filter((file) => file.startsWith(start) && file.endsWith(".ts"))
    .map((file) =>
      file
        .slice(root.length)
        .replace(/^[\\/]+/u, "")
        .replaceAll("\\", "/"),
    );
  return [...new Set([...onDisk, ...added])].sort(compareText);
}

/** `export function f` and `export const f = () => ...`, with the place of the name. */
function exportedFunctions(file: string, text: string): [name: string, span: SourceSpan][] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  return source.statements.filter(isExported).flatMap((statement) =>
    namesOf(statement).map((name): [string, SourceSpan] => {
      const { line, character } = source.getLineAndCharacterOfPosition(name.getStart(source));
      const position = { file, line: line + 1, column: character + 1 };
      return [name.text, { position, length: name.text.length }];
    }),
  );
}

function namesOf(statement: ts.Statement): ts.Identifier[] {
  if (ts.isFunctionDeclaration(statement)) {
    return statement.body !== undefined && statement.name !== undefined ? [statement.name] : [];
  }
  if (!ts.isVariableStatement(statement)) {
    return [];
  }
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer !== undefined && isFunction(initializer) ? [name] : [],
  );
}

function isFunction(expression: ts.Expression): boolean {
  const bare = bareExpression(expression);
  return ts.isArrowFunction(bare) || ts.isFunctionExpression(bare);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
