/** What the type parameters of a function stand for: `T` of `first<T>(items: readonly T[])` is what its callers give. */
import ts from "typescript";
import { isOpen, membersOf } from "./types.ts";
import { usesOf } from "./uses.ts";

/** The members of a type, with what callers give to its type parameters in their place where that is known. */
export function membersGiven(
  type: ts.Type,
  checker: ts.TypeChecker,
  seen: readonly ts.Type[] = [],
): readonly ts.Type[] {
  return membersOf(type).flatMap((member) => {
    if (!isOpenKind(member, checker)) {
      return [member];
    }
    const given = seen.includes(member) ? [] : typesGiven(member, checker);
    return given?.flatMap((one) => membersGiven(one, checker, [...seen, member])) ?? [member];
  });
}

/** May anything stand behind the type, as far as it tells? */
export function isOpenKind(type: ts.Type, checker: ts.TypeChecker): boolean {
  return isOpen(checker.getBaseConstraintOfType(type) ?? type);
}

/** The types that all calls of its function give to a type parameter; null where not all of them are known. */
function typesGiven(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] | null {
  const declaration = type.getSymbol()?.declarations?.find(ts.isTypeParameterDeclaration);
  const owner = declaration?.parent;
  const named = owner !== undefined && ts.isArrowFunction(owner) ? owner.parent : owner;
  if (
    declaration === undefined ||
    owner === undefined ||
    named === undefined ||
    !(ts.isFunctionDeclaration(owner) || ts.isArrowFunction(owner)) ||
    !(ts.isFunctionDeclaration(named) || ts.isVariableDeclaration(named)) ||
    (ts.getCombinedModifierFlags(named) & ts.ModifierFlags.Export) !== 0
  ) {
    return null;
  }
  const uses = usesOf(named, [named.getSourceFile()], checker).filter((use) => use !== named.name);
  const given = uses.map((use) => {
    const { parent } = use;
    return ts.isCallExpression(parent) && parent.expression === use
      ? typeGivenBy(parent, declaration, owner, checker)
      : null;
  });
  return given.every((one) => one !== null) ? given : null;
}

/** The type as the call names it, or as one of its arguments shows it. */
function typeGivenBy(
  call: ts.CallExpression,
  declaration: ts.TypeParameterDeclaration,
  owner: ts.FunctionDeclaration | ts.ArrowFunction,
  checker: ts.TypeChecker,
): ts.Type | null {
  const named = call.typeArguments?.[owner.typeParameters?.indexOf(declaration) ?? -1];
  if (named !== undefined) {
    return checker.getTypeFromTypeNode(named);
  }
  const given = checker.getResolvedSignature(call)?.parameters ?? [];
  for (const [index, { type, questionToken, dotDotDotToken }] of owner.parameters.entries()) {
    const symbol = given[index];
    if (
      type !== undefined &&
      symbol !== undefined &&
      questionToken === undefined &&
      dotDotDotToken === undefined
    ) {
      const shown = shownBy(type, checker.getTypeOfSymbol(symbol), declaration.name.text);
      if (shown !== undefined) {
        return shown;
      }
    }
  }
  return null;
}

/** What stands for the name, where a type is that or a list of it. */
function shownBy(node: ts.TypeNode, type: ts.Type, name: string): ts.Type | undefined {
  if (ts.isTypeOperatorNode(node)) {
    return shownBy(node.type, type, name);
  }
  if (ts.isArrayTypeNode(node)) {
    return node.elementType.getText() === name ? type.getNumberIndexType() : undefined;
  }
  if (!ts.isTypeReferenceNode(node)) {
    return undefined;
  }
  const [element] = node.typeArguments ?? [];
  const isList = ["Array", "ReadonlyArray"].includes(node.typeName.getText());
  return node.typeName.getText() === name
    ? type
    : isList && element?.getText() === name
      ? type.getNumberIndexType()
      : undefined;
}
