/** Where errors may stand. In NSL an error is an object: nothing may look at it as one that does not know it for an error. */
import ts from "typescript";
import { isCaughtType, isErrorType } from "./errors.ts";
import { isCallOf, TESTING } from "./method-calls.ts";

/** Is an error, or what holds one, given here to what takes it for any object? */
export function isTakenForObject(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  if (!holdsError(type, checker)) {
    return false;
  }
  const { parent } = node;
  const isSelf = mayBeError(type, checker);
  const isLookedInto =
    isSelf &&
    (ts.isSpreadAssignment(parent) ||
      ts.isForInStatement(parent) ||
      (ts.isBinaryExpression(parent) &&
        parent.operatorToken.kind === ts.SyntaxKind.InKeyword &&
        parent.right === node));
  if (isGivenToAny(node, checker)) {
    return true;
  }
  const wanted = isKnownPlace(node, checker) ? undefined : checker.getContextualType(node);
  return isLookedInto || (wanted !== undefined && isForgotten(isSelf, wanted, checker));
}

/** Is it given to a function of the program that takes a value of whatever type? */
function isGivenToAny(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const call = node.parent;
  const called = ts.isCallExpression(call) ? checker.getResolvedSignature(call)?.declaration : undefined;
  return (
    called !== undefined &&
    node !== (call as ts.CallExpression).expression &&
    !called.getSourceFile().isDeclarationFile &&
    called.typeParameters !== undefined
  );
}

/** Does what takes the value not know that there is an error in it? What JavaScript's own functions do with a list or a record is known. */
function isForgotten(isSelf: boolean, wanted: ts.Type, checker: ts.TypeChecker): boolean {
  const isOpen = (wanted.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0;
  const isOfLibrary =
    !checker.isArrayLikeType(wanted) &&
    wanted.symbol?.declarations?.every((one) => one.getSourceFile().isDeclarationFile) === true;
  return (
    !holdsError(wanted, checker) &&
    (isSelf
      ? !((wanted.flags & ts.TypeFlags.TypeParameter) !== 0 && isOfLibrary)
      : isOpen || ((wanted.flags & ts.TypeFlags.Any) === 0 && !isOfLibrary))
  );
}

/** `String(error)`, a test, a pattern that takes the error apart, and a name that the compiler knows to hold one. */
function isKnownPlace(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isArrowFunction(parent) && isCallOf(parent.parent, TESTING)) {
    return true;
  }
  if (ts.isCallExpression(parent)) {
    const parameter = checker.getResolvedSignature(parent)?.parameters[parent.arguments.indexOf(node)];
    return parent.expression.getText() === "String" || isForCaught(parameter?.valueDeclaration);
  }
  return ts.isVariableDeclaration(parent)
    ? ts.isObjectBindingPattern(parent.name) || isForCaught(parent)
    : ts.isBinaryExpression(parent) &&
        isForCaught(checker.getSymbolAtLocation(parent.left)?.valueDeclaration);
}

function isForCaught(declaration: ts.Declaration | undefined): boolean {
  return (
    declaration !== undefined &&
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) &&
    isCaughtType(declaration.type?.getText())
  );
}

function mayBeError(type: ts.Type, checker: ts.TypeChecker): boolean {
  return type.isUnion()
    ? type.types.some((member) => isErrorType(member, checker))
    : isErrorType(type, checker);
}

/** What is known of types: a type is looked through once. */
const known = new WeakMap<ts.Type, boolean>();

/** Is an error in a value of the type, of which JavaScript writes other JSON than NSL would? */
export function holdsError(type: ts.Type, checker: ts.TypeChecker): boolean {
  const answer = known.get(type) ?? holdsErrorIn(type, checker, new Set());
  known.set(type, answer);
  return answer;
}

function holdsErrorIn(type: ts.Type, checker: ts.TypeChecker, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) {
    return false;
  }
  seen.add(type);
  if (type.isUnionOrIntersection()) {
    return type.types.some((member) => holdsErrorIn(member, checker, seen));
  }
  if (isErrorType(type, checker)) {
    return true;
  }
  if ((type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) {
    return false;
  }
  const entries = [ts.IndexKind.Number, ts.IndexKind.String].flatMap(
    (kind) => checker.getIndexTypeOfType(type, kind) ?? [],
  );
  const fields = checker.isArrayLikeType(type) ? [] : checker.getPropertiesOfType(type);
  return (
    entries.some((entry) => holdsErrorIn(entry, checker, seen)) ||
    fields.some((field) => holdsErrorIn(checker.getTypeOfSymbol(field), checker, seen))
  );
}
