/**
 * Functions that claim what their type parameter says, `JSON.parse(text) as Page<T>`: what `T` is only the caller tells, so
 * there is one function for each answer, `T` being that type. The first stays where it is written.
 */
import ts from "typescript";
import { unprovenCast } from "../analysis/casts.ts";
import { resolveFunction } from "../analysis/functions.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { typeNamesIn } from "../analysis/type-names.ts";
import { usesOf } from "../analysis/uses.ts";
import { isAny } from "../analysis/types.ts";
import { contains, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";
import { unusedName } from "./unused-name.ts";

/** What has to be put into a file for one function of it to be told its types; nothing where none has to be. */
export function toldTypes(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const claiming = claimingFunctions(file, checker);
  for (const declaration of claiming) {
    const told = toldBy(declaration, file, checker);
    if (told !== null) {
      return writtenFor(declaration, told, checker);
    }
  }
  return [];
}

/** The calls of a function, by the types they tell it; null where one of them cannot be told here. */
type Told = ReadonlyMap<
  string,
  { readonly types: readonly string[]; readonly names: readonly ts.Identifier[] }
>;

/** The functions of a file that claim what a type parameter says, or hand one on to a function that does. */
function claimingFunctions(file: ts.SourceFile, checker: ts.TypeChecker): readonly ts.FunctionDeclaration[] {
  const generic = file.statements
    .filter(ts.isFunctionDeclaration)
    .filter(({ typeParameters, name, body }) => typeParameters && name && body);
  const claiming = new Set<ts.FunctionDeclaration>();
  for (let before = -1; before < claiming.size;) {
    before = claiming.size;
    generic
      .filter((declaration) => claims(declaration, claiming, checker))
      .forEach((declaration) => claiming.add(declaration));
  }
  return [...claiming];
}

function claims(
  declaration: ts.FunctionDeclaration,
  claiming: ReadonlySet<ts.FunctionDeclaration>,
  checker: ts.TypeChecker,
): boolean {
  let found = false;
  const names = (node: ts.Node): boolean => namesParameter(node, declaration, checker);
  walk(declaration, (node) => {
    const called = ts.isCallExpression(node) ? resolveFunction(checker, node.expression) : undefined;
    found ||=
      (ts.isAsExpression(node) && claimsMore(node, checker) && names(node.type)) ||
      (ts.isSpreadAssignment(node) && isParameter(checker.getTypeAtLocation(node.expression))) ||
      (called !== undefined && called !== declaration && claiming.has(called));
  });
  return found;
}

function claimsMore(node: ts.AsExpression, checker: ts.TypeChecker): boolean {
  return isAny(checker.getTypeAtLocation(node.expression)) || unprovenCast(node, checker) !== null;
}

function isParameter(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.TypeParameter) !== 0;
}

function parameterNames({ typeParameters }: ts.FunctionDeclaration): readonly ts.Identifier[] {
  return (typeParameters ?? []).map(({ name }) => name);
}

/** Which type parameter of a function a node is the name of; undefined for any other node. */
function parameterOf(
  node: ts.Node,
  declaration: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): number | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) {
    return undefined;
  }
  const symbol = checker.getSymbolAtLocation(node.typeName);
  const found = parameterNames(declaration).findIndex((name) => checker.getSymbolAtLocation(name) === symbol);
  return found === -1 ? undefined : found;
}

function namesParameter(
  node: ts.Node,
  declaration: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= parameterOf(part, declaration, checker) !== undefined;
  });
  return found;
}

/** What the calls of a function tell it; null where it is a value, or a type is not known at module level. */
function toldBy(
  declaration: ts.FunctionDeclaration,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): Told | null {
  const told = new Map<string, { types: readonly string[]; names: readonly ts.Identifier[] }>();
  const outside = usesOf(declaration, [file], checker).filter(
    (use) => use !== declaration.name && !isOwnCall(use, declaration, checker),
  );
  for (const name of outside) {
    const call = name.parent;
    const types = ts.isCallExpression(call) && call.expression === name ? typesOf(call, file, checker) : null;
    if (types === null) {
      return null;
    }
    const key = types.join(", ");
    const same = told.get(key) ?? { types, names: [] };
    told.set(key, { types, names: [...same.names, name] });
  }
  return told.size === 0 ? null : told;
}

/** Does a function call itself there, with the types it has been told? */
function isOwnCall(name: ts.Node, declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  if (!contains(declaration, name) || !ts.isCallExpression(name.parent)) {
    return false;
  }
  const signature = checker.getResolvedSignature(name.parent);
  const types = signature && checker.getTypeArgumentsForResolvedSignature(signature);
  return (
    types?.every(
      (type, index) =>
        type.symbol === checker.getSymbolAtLocation(parameterNames(declaration)[index] ?? name),
    ) === true
  );
}

/** The types a call tells, as they can be written at module level; null where they cannot. */
function typesOf(
  call: ts.CallExpression,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly string[] | null {
  const signature = checker.getResolvedSignature(call);
  const types = signature && checker.getTypeArgumentsForResolvedSignature(signature);
  if (types === undefined) {
    return null;
  }
  const written = types.map((type, index) => {
    const node = call.typeArguments?.[index];
    return node === undefined
      ? checker.typeToString(type, file, ts.TypeFormatFlags.NoTruncation)
      : inOneLine(node);
  });
  return written.every((text) => isOfModule(text, file, checker)) ? written : null;
}

/** Can a type be written at module level: are all its names known there? */
function isOfModule(text: string, file: ts.SourceFile, checker: ts.TypeChecker): boolean {
  const known = new Set(checker.getSymbolsInScope(file, ts.SymbolFlags.Type).map(({ name }) => name));
  return typeNamesIn(text)?.every((name) => known.has(name)) === true;
}

/** One function for each answer; the calls of those that are copies are given their names. */
function writtenFor(
  declaration: ts.FunctionDeclaration,
  told: Told,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const file = declaration.getSourceFile();
  const own = declaration.name?.text ?? "";
  const pieces = new Pieces();
  [...told.values()].forEach(({ types, names }, index) => {
    const typeOf = (node: ts.Node): string | undefined => {
      const parameter = parameterOf(node, declaration, checker);
      return parameter === undefined ? undefined : `(${types[parameter] ?? "unknown"})`;
    };
    if (index === 0) {
      walk(declaration, (node) => {
        const type = typeOf(node);
        if (type !== undefined) {
          // In front of what it becomes, the comment is in no way of what is written around it.
          pieces.around(node.getStart(file), "/*", node.end, `*/${type}`);
        }
      });
      return;
    }
    const name = unusedName(file, `${own}_${String(index + 1)}`);
    const isOwn = (node: ts.Node): boolean =>
      node === declaration.name || (ts.isIdentifier(node) && resolveFunction(checker, node) === declaration);
    const replaced = new Map<ts.Node, string>();
    walk(declaration, (node) => {
      const other = isOwn(node) ? name : typeOf(node);
      if (other !== undefined) {
        replaced.set(node, other);
      }
    });
    const copy = inOneLine(declaration, file, replaced);
    pieces.behind(declaration.end, ` ${copy}`);
    names.forEach((node) => {
      pieces.instead(node.getStart(file), node.end, name);
    });
  });
  return pieces.insertions(file);
}
