/** Types as they can be written where something is put into a file. */
import ts from "typescript";
import { typeNamesIn } from "../analysis/type-names.ts";

/** The text of a type at a place, also with names that are not known there. */
export function typeText(type: ts.Type, place: ts.Node, checker: ts.TypeChecker): string {
  return checker.typeToString(type, place, ts.TypeFormatFlags.NoTruncation);
}

/** The text of a type at a place; null where it has a name that is not known there. */
export function writtenType(type: ts.Type, place: ts.Node, checker: ts.TypeChecker): string | null {
  const text = typeText(type, place, checker);
  return isKnownAt(text, place, checker) ? text : null;
}

/** Are all the names of a type known at a place? */
export function isKnownAt(text: string, place: ts.Node, checker: ts.TypeChecker): boolean {
  const kinds = ts.SymbolFlags.Type | ts.SymbolFlags.Alias;
  const known = new Set(checker.getSymbolsInScope(place, kinds).map(({ name }) => name));
  return typeNamesIn(text)?.every((name) => known.has(name)) === true;
}
