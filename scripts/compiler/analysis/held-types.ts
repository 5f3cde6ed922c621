/** What is in the values of a type. */
import ts from "typescript";
import { isOfLibrary } from "./globals.ts";

/**
 * Is a value of such a type in a value of the type, or is it one itself?
 *
 * @param decide undefined where what is in it decides
 */
export function holdsType(
  type: ts.Type,
  checker: ts.TypeChecker,
  decide: (part: ts.Type) => boolean | undefined,
  seen = new Set<ts.Type>(),
): boolean {
  if (seen.has(type)) {
    return false;
  }
  seen.add(type);
  const holds = (part: ts.Type): boolean => holdsType(part, checker, decide, seen);
  if (type.isUnionOrIntersection()) {
    return type.types.some(holds);
  }
  const decided = decide(type);
  if (decided !== undefined) {
    return decided;
  }
  const entries = [ts.IndexKind.Number, ts.IndexKind.String].flatMap(
    (kind) => checker.getIndexTypeOfType(type, kind) ?? [],
  );
  // A name of `Object.prototype` is an entry like any other of a record, whatever TypeScript says of it.
  const fields = checker.getPropertiesOfType(type).filter((field) => !isOfLibrary(field));
  return entries.some(holds) || fields.some((field) => holds(checker.getTypeOfSymbol(field)));
}
