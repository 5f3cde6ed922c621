/**
 * Where definitions stand in the sources, so that a problem found in the evaluated data points to the line the
 * author wrote. Uses the TypeScript parser only: an index can be made of sources that do not type-check.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import {
  bareExpression,
  collectDefiners,
  collectDefinitions,
  definedBy,
  nameOf,
  type Definers,
  type DefinitionKind,
  type ResolveText,
  type SourceEntry,
} from "./collect-definitions.ts";
import { LastResults } from "./last-results.ts";
import { compareText } from "./problem.ts";

/** What to look for. */
interface SourceQuery {
  readonly kind: DefinitionKind;
  readonly idn: string;
  /** 0 for the first definition of this kind and idn, 1 for the second, in the order of files and lines. */
  readonly occurrence: number;
  /** The definition it belongs to, preferred when several match. */
  readonly within: SourceEntry | null;
}

/** Answers where a definition stands. */
export interface SourceIndex {
  /** The definition, or null when none has this idn. */
  readonly find: (query: SourceQuery) => SourceEntry | null;
  /** The first object literal given to a property or variable of this name, or null. */
  readonly findLabelled: (label: string) => SourceEntry | null;
}

/** An index that knows nothing: every problem then goes without a position. */
export const emptySourceIndex: SourceIndex = { find: () => null, findLabelled: () => null };

/** Indexes texts given as path (relative to the project, with `/`) -> text. Never throws on bad syntax. */
export function indexSources(texts: ReadonlyMap<string, string>): SourceIndex {
  const parsed = [...texts]
    .sort(([left], [right]) => compareText(left, right))
    .map(([file, text]) => parse(file, text));
  const definers = new Map(parsed.flatMap((source) => collectDefiners(source)));
  const resolve = textResolver(parsed, definers);
  const entries = parsed.flatMap((source) => collectDefinitions(source, resolve, definers));
  return {
    find: (query) => findEntry(entries, query),
    findLabelled: (label) => entries.find((entry) => entry.label === label) ?? null,
  };
}

const parsedFiles = new LastResults<ts.SourceFile>();

function parse(file: string, text: string): ts.SourceFile {
  return parsedFiles.of(file, text, () => ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true));
}

/**
 * Indexes the sources of definitions. Folders that do not exist are passed over.
 *
 * @param root absolute folder of the project
 * @param folders where definitions are written, relative to it
 */
export function readSourceIndex(root: string, folders: readonly string[]): SourceIndex {
  const texts = new Map<string, string>();
  for (const folder of folders) {
    for (const file of typescriptFilesOf(root, folder)) {
      texts.set(file, readFileSync(join(root, file), "utf8"));
    }
  }
  return indexSources(texts);
}

function typescriptFilesOf(root: string, folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function findEntry(entries: readonly SourceEntry[], query: SourceQuery): SourceEntry | null {
  const named = entries.filter((entry) => entry.idn === query.idn);
  const ofKind = preferred(named, (entry) => entry.kind === query.kind);
  const fitting = ofKind.filter((entry) => entry.kind === query.kind || entry.kind === null);
  const nested = preferred(fitting, (entry) => query.within !== null && liesWithin(entry, query.within));
  return nested[Math.min(query.occurrence, nested.length - 1)] ?? null;
}

/** The entries that pass, or all of them when none does. */
function preferred(entries: SourceEntry[], test: (entry: SourceEntry) => boolean): SourceEntry[] {
  const passing = entries.filter(test);
  return passing.length > 0 ? passing : entries;
}

function liesWithin(entry: SourceEntry, outer: SourceEntry): boolean {
  return (
    entry.span.position.file === outer.span.position.file &&
    entry.start > outer.start &&
    entry.end < outer.end
  );
}

/** Resolves literals, names of text constants, and `name.idn` of constant objects and definitions, across all files. */
function textResolver(files: readonly ts.SourceFile[], definers: Definers): ResolveText {
  const constants = new Map<string, ts.Expression>();
  for (const statement of files.flatMap((file) => [...file.statements])) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer !== undefined) {
          constants.set(name.text, bareExpression(initializer));
        }
      }
    }
  }
  const valueOf = (expression: ts.Expression, depth: number): ts.Expression | null => {
    const bare = bareExpression(expression);
    const defined = definedBy(bare, definers);
    if (depth > 8) {
      return null;
    }
    if (defined !== null) {
      return valueOf(defined, depth + 1);
    }
    if (ts.isIdentifier(bare)) {
      const value = constants.get(bare.text);
      return value === undefined ? null : valueOf(value, depth + 1);
    }
    if (ts.isPropertyAccessExpression(bare)) {
      const owner = valueOf(bare.expression, depth + 1);
      const property =
        owner !== null && ts.isObjectLiteralExpression(owner)
          ? owner.properties.find((candidate) => nameOf(candidate) === bare.name.text)
          : undefined;
      return property !== undefined && ts.isPropertyAssignment(property)
        ? valueOf(property.initializer, depth + 1)
        : null;
    }
    return bare;
  };
  return (expression) => {
    const value = valueOf(expression, 0);
    return value !== null && ts.isStringLiteralLike(value) ? value.text : null;
  };
}
