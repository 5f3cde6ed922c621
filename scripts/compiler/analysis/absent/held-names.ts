/** Names whose properties may be undefined or null, in whatever a type lets a value hold. */
import ts from "typescript";
import { isOpen, mayBeNull, mayBeUndefined, presentMembers } from "../types.ts";

/** A name nobody knows: of an index signature, or one that is computed. */
export const ANY_NAME = "*";

/** What is known of the names of the properties in a value, however deep they are. */
export interface HeldNames {
  /** Names of properties that may be undefined. */
  readonly undefineds: Set<string>;
  /** Names of properties that may be null. */
  readonly nulls: Set<string>;
  /** Is there something in it of which no type tells what it holds? */
  isOpen: boolean;
  /** Is there an object in it that has names, and so may have more of them than its type says? */
  hasNames: boolean;
}

/** No names. */
export function noNames(): HeldNames {
  return { undefineds: new Set(), nulls: new Set(), isOpen: false, hasNames: false };
}

/** The names in values of a type. */
export function heldNames(
  type: ts.Type,
  checker: ts.TypeChecker,
  found = noNames(),
  seen = new Set<ts.Type>(),
): HeldNames {
  if (seen.has(type)) {
    return found;
  }
  seen.add(type);
  for (const member of presentMembers(type)) {
    if (isOpenForm(member, checker)) {
      found.isOpen = true;
    } else if ((member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0) {
      partsOf(member, checker).forEach(({ name, type: part }) => {
        if (name !== null) {
          note(name, part, found);
        }
        heldNames(part, checker, found, seen);
      });
    }
  }
  return found;
}

/** Notes what a property may be. */
export function note(name: string, type: ts.Type, found: HeldNames): void {
  found.hasNames ||= name !== ANY_NAME;
  if (mayBeUndefined(type)) {
    found.undefineds.add(name);
  }
  if (mayBeNull(type)) {
    found.nulls.add(name);
  }
}

/** Does the type not say what is in its values: `unknown`, `object`, `{}`, a type parameter? */
export function isOpenForm(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isIntersection()) {
    return type.types.some((part) => isOpenForm(part, checker));
  }
  const isEmpty =
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    checker.getPropertiesOfType(type).length === 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length === 0 &&
    !isLiteralForm(type);
  return (
    isOpen(type) || (type.flags & (ts.TypeFlags.NonPrimitive | ts.TypeFlags.Instantiable)) !== 0 || isEmpty
  );
}

/** `{}` as it is written for a value has nothing in it. */
function isLiteralForm(type: ts.Type): boolean {
  return ((type.symbol?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) !== 0;
}

/** What the values of an object type hold, by name; the entries of a list have none. */
export function partsOf(
  type: ts.Type,
  checker: ts.TypeChecker,
): readonly { readonly name: string | null; readonly type: ts.Type }[] {
  if (checker.isArrayLikeType(type)) {
    const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return entry === undefined ? [] : [{ name: null, type: entry }];
  }
  return [
    ...checker
      .getPropertiesOfType(type)
      .map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) })),
    ...checker.getIndexInfosOfType(type).map((info) => ({ name: ANY_NAME, type: info.type })),
  ];
}
