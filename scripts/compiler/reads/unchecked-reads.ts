/**
 * Reads that TypeScript's `strict` lets pass, though nothing may be there: an element of a list, an entry of a record.
 * What needs a value there is compiled with a check.
 */
import ts from "typescript";
import { symbolOf } from "../analysis/functions.ts";
import { resultsOf } from "../analysis/walk.ts";

const K = ts.SyntaxKind;

/** The reads whose value an expression is, each of which may find nothing. */
export function uncheckedReads(node: ts.Expression, checker: ts.TypeChecker): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node) || ts.isSpreadElement(node)) {
    return uncheckedReads(node.expression, checker);
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Set") {
    return (node.arguments ?? []).flatMap((values) => uncheckedReads(values, checker));
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap((way) => uncheckedReads(way, checker));
  }
  if (ts.isArrowFunction(node)) {
    return resultsOf(node.body).flatMap((result) => uncheckedReads(result, checker));
  }
  if (ts.isCallExpression(node)) {
    return readsOfCall(node, checker);
  }
  if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) {
    return partsOf(node).flatMap((part) => uncheckedReads(part, checker));
  }
  const made = ts.isIdentifier(node) ? constantValue(node, checker) : undefined;
  if (made !== undefined) {
    return uncheckedReads(made, checker);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return operator === K.BarBarToken || operator === K.QuestionQuestionToken
      ? uncheckedReads(node.right, checker)
      : [];
  }
  return isUncheckedRead(node, checker) && mayBeMissing(node, checker) ? [node] : [];
}

/** Methods that give elements of their list. */
const SELECTING: ReadonlySet<string> = new Set([
  "concat",
  "filter",
  "reverse",
  "slice",
  "sort",
  "toReversed",
  "toSorted",
]);

/** `list.map((item) => item.parts[0])`: the reads of the callback make the entries. */
function readsOfCall(node: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Expression[] {
  const { expression: callee, arguments: given } = node;
  if (!ts.isPropertyAccessExpression(callee)) {
    return [];
  }
  const [callback] = given;
  if (SELECTING.has(callee.name.text)) {
    return ts.isCallExpression(callee.expression) ? readsOfCall(callee.expression, checker) : [];
  }
  const isMapped = ["map", "flatMap"].includes(callee.name.text);
  return isMapped && callback !== undefined && ts.isArrowFunction(callback)
    ? uncheckedReads(callback, checker)
    : [];
}

/** The values a list or an object written in place is made of. */
function partsOf(node: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression): readonly ts.Expression[] {
  return ts.isArrayLiteralExpression(node)
    ? node.elements
    : node.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? [property.initializer]
          : ts.isShorthandPropertyAssignment(property)
            ? [property.name]
            : ts.isSpreadAssignment(property)
              ? [property.expression]
              : [],
      );
}

/** The call, or what is written in place, that a constant without a type of its own is made by. */
function constantValue(name: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.type !== undefined ||
    declaration.initializer === undefined ||
    (declaration.parent.flags & ts.NodeFlags.Const) === 0
  ) {
    return undefined;
  }
  const { initializer } = declaration;
  return ts.isCallExpression(initializer) ||
    ts.isArrayLiteralExpression(initializer) ||
    ts.isObjectLiteralExpression(initializer)
    ? initializer
    : undefined;
}

function mayBeMissing(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return isOpenToUndefined(checker.getTypeAtLocation(node));
}

function isOpenToUndefined(type: ts.Type): boolean {
  const members = type.isUnion() ? type.types : [type];
  return members.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0);
}

/** Is it such a read, or a name for what one gave? */
function isUncheckedRead(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isIndexed(node, checker);
  }
  const declaration = ts.isIdentifier(node) ? symbolOf(node, checker)?.valueDeclaration : undefined;
  if (declaration === undefined) {
    return false;
  }
  if (ts.isVariableDeclaration(declaration)) {
    const { initializer, type } = declaration;
    return type === undefined && initializer !== undefined && isPlainRead(initializer, checker);
  }
  return (
    ts.isBindingElement(declaration) &&
    declaration.initializer === undefined &&
    declaration.dotDotDotToken === undefined &&
    isIndexedPart(declaration, checker)
  );
}

function isPlainRead(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isConditionalExpression(node)) {
    const ways = [node.whenTrue, node.whenFalse];
    return ways
      .filter((way) => isOpenToUndefined(checker.getTypeAtLocation(way)))
      .every((way) => isPlainRead(way, checker));
  }
  const isChosen =
    ts.isBinaryExpression(node) && [K.BarBarToken, K.QuestionQuestionToken].includes(node.operatorToken.kind);
  if (isChosen) {
    return isPlainRead(node.right, checker);
  }
  return ts.isParenthesizedExpression(node)
    ? isPlainRead(node.expression, checker)
    : isUncheckedRead(node, checker);
}

/** Does the type promise an entry under every name or position, though it may not be there? */
function isIndexed(
  node: ts.ElementAccessExpression | ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
): boolean {
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  if (ts.isPropertyAccessExpression(node)) {
    return checker.getPropertyOfType(owner, node.name.text) === undefined && promises(owner, checker);
  }
  const key = node.argumentExpression;
  const name = ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : undefined;
  return (
    (name === undefined || checker.getPropertyOfType(owner, name) === undefined) && promises(owner, checker)
  );
}

/** Is nothing of the entries themselves undefined? */
function promises(owner: ts.Type, checker: ts.TypeChecker): boolean {
  const members = owner.isUnion() ? owner.types : [owner];
  return members.every((member) => {
    const entry =
      checker.getIndexTypeOfType(member, ts.IndexKind.Number) ??
      checker.getIndexTypeOfType(member, ts.IndexKind.String);
    return entry !== undefined && !isOpenToUndefined(entry);
  });
}

function isIndexedPart(element: ts.BindingElement, checker: ts.TypeChecker): boolean {
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(element.parent));
  const name = ts.isArrayBindingPattern(element.parent)
    ? String(element.parent.elements.indexOf(element))
    : (element.propertyName ?? element.name).getText();
  return checker.getPropertyOfType(owner, name) === undefined && promises(owner, checker);
}
