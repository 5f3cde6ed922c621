/** Where the functions and classes of a program are named. */
import ts from "typescript";
import { aliased, symbolOf } from "./functions.ts";
import { walk } from "./walk.ts";

/**
 * Every identifier in some files that stands for a function, a class or a variable of a module, its own name too, also
 * where it is imported under another.
 */
export function usesOf(
  declaration: ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableDeclaration,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): readonly ts.Identifier[] {
  const { name } = declaration;
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  if (name === undefined || !ts.isIdentifier(name) || symbol === undefined) {
    return [];
  }
  const isDefault = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Default) !== 0;
  const found = files.flatMap((file) => (isDefault ? identifiersOf(file) : identifiersOf(file, name.text)));
  // Whoever imports it under another name names it once by its own.
  const others = found.flatMap(({ parent, text }) =>
    (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) && parent.name.text !== text
      ? [parent.name.text]
      : [],
  );
  const renamed = others.flatMap((other) => files.flatMap((file) => identifiersOf(file, other)));
  return [...new Set([...found, ...renamed])].filter((node) => meaningOf(node, checker) === symbol);
}

/** What a name stands for, through imports and in `{ name }`. */
function meaningOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = symbolOf(node, checker);
  return symbol === undefined ? undefined : aliased(checker, symbol);
}

const identifiers = new WeakMap<ts.SourceFile, Map<string, ts.Identifier[]>>();

/** The identifiers of a file, all or those of one name. */
function identifiersOf(file: ts.SourceFile, name?: string): readonly ts.Identifier[] {
  let known = identifiers.get(file);
  if (known === undefined) {
    const byName = new Map<string, ts.Identifier[]>();
    walk(file, (node) => {
      if (ts.isIdentifier(node)) {
        const same = byName.get(node.text);
        if (same === undefined) {
          byName.set(node.text, [node]);
        } else {
          same.push(node);
        }
      }
    });
    identifiers.set(file, (known = byName));
  }
  return name === undefined ? [...known.values()].flat() : (known.get(name) ?? []);
}
