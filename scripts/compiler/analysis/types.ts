/** What the visitors ask about TypeScript types. */
import ts from "typescript";

/** The predicate holds and the value cannot be absent. */
export function strictly(predicate: (type: ts.Type) => boolean, type: ts.Type): boolean {
  return predicate(type) && !mayBeNull(type) && !mayBeUndefined(type);
}

/** The members of a union, or the type itself. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

const has = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;

/** May the value be null? */
export function mayBeNull(type: ts.Type): boolean {
  return membersOf(type).some((member) => has(member, ts.TypeFlags.Null));
}

/** May the value be undefined? */
export function mayBeUndefined(type: ts.Type): boolean {
  return membersOf(type).some((member) => has(member, ts.TypeFlags.Undefined | ts.TypeFlags.Void));
}

/** Nothing but null, undefined or void. */
export function isAbsent(type: ts.Type): boolean {
  return membersOf(type).every((member) =>
    has(member, ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never),
  );
}

/** The members that are not null or undefined. */
export function presentMembers(type: ts.Type): readonly ts.Type[] {
  return membersOf(type).filter((member) => !isAbsent(member));
}

/** Every present member is text, and there is one. */
export function isText(type: ts.Type): boolean {
  return all(type, ts.TypeFlags.StringLike);
}

/** A text may stand behind the type: `string`, `{ length: number }`, a type parameter of such a kind. */
export function isTextLike(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isTypeAssignableTo(checker.getStringType(), checker.getBaseConstraintOfType(type) ?? type);
}

/** Every present member is a number, and there is one. */
export function isNumber(type: ts.Type): boolean {
  return all(type, ts.TypeFlags.NumberLike);
}

/** Every present member is a boolean, and there is one. */
export function isBoolean(type: ts.Type): boolean {
  return all(type, ts.TypeFlags.BooleanLike);
}

function all(type: ts.Type, flags: ts.TypeFlags): boolean {
  const members = presentMembers(type);
  return members.length > 0 && members.every((member) => has(member, flags));
}

/** Text, number or boolean, in any mixture. */
export function isPrimitive(type: ts.Type): boolean {
  return all(type, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike);
}

/** Some present member is an object, a list or of unknown form. */
export function mayBeObject(type: ts.Type): boolean {
  return presentMembers(type).some(
    (member) => !has(member, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike),
  );
}

/** Every present member is an object or a list. */
export function isObjectOnly(type: ts.Type): boolean {
  const members = presentMembers(type);
  return members.length > 0 && members.every(isObject);
}

/** The same, or `object`, which says no more than that. */
export function isReferenceOnly(type: ts.Type): boolean {
  const members = presentMembers(type);
  return members.length > 0 && members.every((one) => isObject(one) || has(one, ts.TypeFlags.NonPrimitive));
}

function isObject(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Object) || (type.isIntersection() && type.types.every(isObject));
}

/** Some present member is so wide that a text, a number or a boolean fits: `{}`, `{ toString(): string }`. */
export function fitsPrimitive(checker: ts.TypeChecker, type: ts.Type): boolean {
  const primitives = [checker.getStringType(), checker.getNumberType(), checker.getBooleanType()];
  return presentMembers(type).some((member) =>
    primitives.some((primitive) => checker.isTypeAssignableTo(primitive, member)),
  );
}

/** Is any member a boolean? */
export function mayBeBoolean(type: ts.Type): boolean {
  return membersOf(type).some((member) => has(member, ts.TypeFlags.BooleanLike)) || isOpen(type);
}

/** Is any member a number? */
export function mayBeNumber(type: ts.Type): boolean {
  return membersOf(type).some((member) => has(member, ts.TypeFlags.NumberLike)) || isOpen(type);
}

/** `unknown`, a type parameter, or anything else whose members are not known. */
export function isOpen(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter | ts.TypeFlags.Any);
}

/** Is it `any`? */
export function isAny(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Any);
}

/** Every present member is an array or tuple. */
export function isList(checker: ts.TypeChecker, type: ts.Type): boolean {
  const members = presentMembers(type);
  return members.length > 0 && members.every((member) => checker.isArrayLikeType(member));
}

/** The value of a literal type: a text, a number or a boolean; undefined when the type is wider. */
export function literalValue(checker: ts.TypeChecker, type: ts.Type): string | number | boolean | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) {
    return type.value;
  }
  if (has(type, ts.TypeFlags.BooleanLiteral)) {
    return checker.typeToString(type) === "true";
  }
  return undefined;
}

/** How a value of a type crosses a skill boundary: as it stands, as JSON text, or not at all. */
export function crossing(type: ts.Type): "text" | "json" | "nothing" {
  if (isAbsent(type) && !mayBeNull(type)) {
    return "nothing";
  }
  return membersOf(type).every((member) => has(member, ts.TypeFlags.StringLike)) ? "text" : "json";
}

/** A type as the author would write it, for messages. */
export function typeName(checker: ts.TypeChecker, type: ts.Type): string {
  const written = checker.typeToString(type);
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}

/** An object that is neither a list nor absent. */
export function isRecord(checker: ts.TypeChecker, type: ts.Type): boolean {
  return strictly(isObjectOnly, type) && !membersOf(type).some((member) => checker.isArrayLikeType(member));
}
