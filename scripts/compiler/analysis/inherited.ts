/** Names under which JavaScript finds something in every object. */
import ts from "typescript";
import { presentMembers } from "./types.ts";

/** What every object has without being given it. */
export const INHERITED = [
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
];

/** Is it a name every object finds something under? */
export function isInherited(name: string): boolean {
  return INHERITED.includes(name);
}

/** Would JavaScript find what every object inherits, such as `constructor`, where the object has no such property? */
export function findsInherited(owner: ts.Type, property: string, checker: ts.TypeChecker): boolean {
  const isOwn = presentMembers(owner).every((member) => {
    const symbol = checker.getPropertyOfType(member, property);
    const optional = ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
    return (
      symbol?.declarations?.every((node) => !node.getSourceFile().isDeclarationFile) === true && !optional
    );
  });
  return property === "__proto__" || (isInherited(property) && !isOwn);
}
