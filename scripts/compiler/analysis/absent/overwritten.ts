/** Properties that a spread may make undefined, though TypeScript has the new object keep what it had before. */
import ts from "typescript";
import type { ProgramView } from "../program-view.ts";
import { mayBeUndefined, presentMembers } from "../types.ts";
import { ANY_NAME } from "./held-names.ts";

/** The names of such properties, of what is spread into an object written in place. */
export function overwrittenByUndefined(
  spread: ts.Expression,
  object: ts.ObjectLiteralExpression,
  { checker, absences }: ProgramView,
): readonly string[] {
  const kept = absences.get(object.getSourceFile())?.kept;
  if (kept === undefined) {
    return [];
  }
  const made = checker.getTypeAtLocation(object);
  const names = presentMembers(checker.getTypeAtLocation(spread)).flatMap((member) =>
    checker
      .getPropertiesOfType(member)
      .filter((property) => (property.flags & ts.SymbolFlags.Optional) !== 0)
      .map(({ name }) => name),
  );
  return [...new Set(names)].filter((name) => {
    const result = checker.getPropertyOfType(made, name);
    const isKept = kept.has(name) || kept.has(ANY_NAME);
    return isKept && result !== undefined && !mayBeUndefined(checker.getTypeOfSymbol(result));
  });
}
