/** What an arrow function with a name changes of the function around it. */
import type ts from "typescript";
import { changedPlaces, rootOf } from "./changes.ts";
import { walk } from "./walk.ts";

/** The places an arrow function changes that lie outside of it. */
export function capturedChanges(arrow: ts.ArrowFunction, checker: ts.TypeChecker): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(arrow, (node) => {
    for (const place of changedPlaces(node)) {
      const declared = checker.getSymbolAtLocation(rootOf(place))?.valueDeclaration;
      if (declared !== undefined && (declared.pos < arrow.pos || declared.end > arrow.end)) {
        found.push(place);
      }
    }
  });
  return found;
}
