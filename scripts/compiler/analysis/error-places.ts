/** Where errors may stand. In NSL an error is an object: nothing may look at it as one that does not know it for an error. */
import ts from "typescript";
import { isCaughtType, isErrorType } from "./errors.ts";
import { isCallOf, TESTING } from "./method-calls.ts";

/** Is an error given here to what takes it for any object? */
export function isTakenForObject(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!mayBeError(checker.getTypeAtLocation(node), checker)) {
    return false;
  }
  const { parent } = node;
  const isLookedInto =
    ts.isSpreadAssignment(parent) ||
    ts.isForInStatement(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.InKeyword &&
      parent.right === node);
  const wanted = isKnownPlace(node, checker) ? undefined : checker.getContextualType(node);
  return (
    isLookedInto ||
    (wanted !== undefined &&
      !mayBeError(wanted, checker) &&
      (wanted.flags & ts.TypeFlags.TypeParameter) === 0)
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

/** Is an error in a value of the type, of which JavaScript writes other JSON than NSL would? */
export function holdsError(type: ts.Type, checker: ts.TypeChecker, seen = new Set<ts.Type>()): boolean {
  if (seen.has(type)) {
    return false;
  }
  seen.add(type);
  if (type.isUnionOrIntersection()) {
    return type.types.some((member) => holdsError(member, checker, seen));
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
    entries.some((entry) => holdsError(entry, checker, seen)) ||
    fields.some((field) => holdsError(checker.getTypeOfSymbol(field), checker, seen))
  );
}
