/** Uses of methods and getters of classes of errors that no call of a function could stand for. */
import ts from "typescript";
import { unwrapped } from "../analysis/paths.ts";
import { walk } from "../analysis/walk.ts";

/** Does the program know the member by its name alone: taken apart, in brackets, in a type, or of an interface? */
export function isNamedApart(
  member: ts.ClassElement & { readonly name: ts.PropertyName },
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): boolean {
  const name = member.name.getText();
  const isMember = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.includes(member) === true;
  const isOf = (node: ts.Node): boolean => isMember(checker.getTypeAtLocation(node).getProperty(name));
  const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && node.text === name;
  let [isFound, isWanted] = [false, false];
  const all = files.flatMap((file) => nodesIn(file));
  for (const node of all) {
    isFound ||=
      (ts.isBindingElement(node) && isMember(takenOf(node, checker))) ||
      (ts.isElementAccessExpression(node) && isOf(node.expression)) ||
      (ts.isLiteralTypeNode(node) && isText(node.literal)) ||
      (ts.isTypeOperatorNode(node) && isOf(node.type)) ||
      (ts.isExpressionWithTypeArguments(node) &&
        ts.isHeritageClause(node.parent) &&
        node.parent.token === ts.SyntaxKind.ImplementsKeyword &&
        checker.getTypeAtLocation(node).getProperty(name) !== undefined) ||
      (ts.isBinaryExpression(node) &&
        ((node.operatorToken.kind === ts.SyntaxKind.InKeyword && isText(unwrapped(node.left))) ||
          (node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
            ts.isObjectLiteralExpression(unwrapped(node.left)) &&
            isOf(node.right))));
    isWanted ||= (ts.isPropertySignature(node) || ts.isMethodSignature(node)) && node.name.getText() === name;
  }
  return (
    isFound ||
    (isWanted && all.some((node) => ts.isExpression(node) && isGivenApart(node, name, isMember, checker)))
  );
}

/** Is an error, also one that is kept in it, given to a type that has a member of that name itself? */
function isGivenApart(
  node: ts.Expression,
  name: string,
  isMember: (symbol: ts.Symbol | undefined) => boolean,
  checker: ts.TypeChecker,
): boolean {
  const visit = (given: ts.Type, wanted: ts.Type, depth: number): boolean => {
    if (given === wanted || depth > 4) {
      return false;
    }
    if (given.isUnion()) {
      return given.types.some((kind) => visit(kind, wanted, depth));
    }
    const kinds = wanted.isUnion() ? wanted.types : [wanted];
    const held = kinds.map((kind) => (checker.getBaseConstraintOfType(kind) ?? kind).getProperty(name));
    if (isMember(given.getProperty(name))) {
      return held.some((symbol) => symbol !== undefined) && !held.some(isMember);
    }
    return kinds.some((kind) => parts(given, kind).some(([one, other]) => visit(one, other, depth + 1)));
  };
  /** What is given with it, each with the type it gets. */
  const parts = (given: ts.Type, wanted: ts.Type): readonly (readonly [ts.Type, ts.Type])[] => {
    const [item, wantedItem] = [given, wanted].map((type) => type.getNumberIndexType());
    if (item !== undefined && wantedItem !== undefined) {
      return [[item, wantedItem]];
    }
    const [[call], [wantedCall]] = [given.getCallSignatures(), wanted.getCallSignatures()];
    if (call !== undefined && wantedCall !== undefined) {
      return [
        [call.getReturnType(), wantedCall.getReturnType()],
        ...call.parameters.flatMap((one, at) => {
          const other = wantedCall.parameters[at];
          return other === undefined ? [] : ([[typeOf(other), typeOf(one)]] as const);
        }),
      ];
    }
    return wanted.getProperties().flatMap((other) => {
      const one = given.getProperty(other.name);
      return one === undefined ? [] : ([[typeOf(one), typeOf(other)]] as const);
    });
  };
  const typeOf = (symbol: ts.Symbol): ts.Type => checker.getTypeOfSymbolAtLocation(symbol, node);
  const wanted = checker.getContextualType(node);
  return wanted !== undefined && visit(checker.getTypeAtLocation(node), wanted, 0);
}

/** Does what the member does read what only the class may, or name its own type as `this`? */
export function isOfClassAlone(member: ts.ClassElement, checker: ts.TypeChecker): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return nodesIn(member).some((node) => {
    const read = ts.isBindingElement(node)
      ? takenOf(node, checker)
      : ts.isPropertyAccessExpression(node)
        ? checker.getSymbolAtLocation(node.name)
        : undefined;
    return (
      node.kind === ts.SyntaxKind.SuperKeyword ||
      ts.isThisTypeNode(node) ||
      ts.isPrivateIdentifier(node) ||
      read?.declarations?.some((one) => (ts.getCombinedModifierFlags(one) & hidden) !== 0) === true
    );
  });
}

/** What is taken out of something by its name. */
function takenOf(
  { parent, propertyName, name }: ts.BindingElement,
  checker: ts.TypeChecker,
): ts.Symbol | undefined {
  return ts.isObjectBindingPattern(parent)
    ? checker.getTypeAtLocation(parent).getProperty((propertyName ?? name).getText())
    : undefined;
}

function nodesIn(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  walk(node, (part) => {
    found.push(part);
  });
  return found;
}
