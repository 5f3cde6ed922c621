/** Where errors may stand. In NSL an error is an object: nothing may look at it as one that does not know it for an error. */
import ts from "typescript";
import { isCaughtType, isErrorType } from "./errors.ts";
import { isOfLibrary } from "./globals.ts";
import { holdsType } from "./held-types.ts";
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
  if (isLookedInto || isGivenToAny(node, checker)) {
    return true;
  }
  const wanted = isKnownPlace(node, checker) ? undefined : checker.getContextualType(node);
  return wanted !== undefined && isForgotten(isSelf, wanted, checker);
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
  const isKnown = !checker.isArrayLikeType(wanted) && isOfLibrary(wanted.symbol);
  return (
    !holdsError(wanted, checker) &&
    (isSelf
      ? !((wanted.flags & ts.TypeFlags.TypeParameter) !== 0 && isKnown)
      : isOpen || ((wanted.flags & ts.TypeFlags.Any) === 0 && !isKnown))
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
  const answer =
    known.get(type) ??
    holdsType(type, checker, (part) => {
      const isPlain = (part.flags & ts.TypeFlags.Object) === 0 || part.getCallSignatures().length > 0;
      return isErrorType(part, checker) || (isPlain ? false : undefined);
    });
  known.set(type, answer);
  return answer;
}
