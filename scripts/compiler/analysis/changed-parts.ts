/** What a function changes in place, and of which of its variables that is a part. */
import ts from "typescript";
import { assignmentTargets, changedPlaces, LIST_CHANGES } from "./changes.ts";
import { collectionOf } from "./collections.ts";
import { bare } from "./function-values.ts";
import { isConstant } from "./functions.ts";
import { isCallOf, listGivenTo } from "./method-calls.ts";
import { isList } from "./types.ts";
import { walk } from "./walk.ts";

const OF_COLLECTIONS: readonly string[] = ["add", "clear", "delete", "set"];

/** Methods that give one entry of what they are called on. */
const PICKING: readonly string[] = ["at", "find", "findLast", "get"];

/** The lists, objects and collections that a node changes in place; a variable that gets another value is none. */
export function changedObjects(node: ts.Node, checker: ts.TypeChecker): readonly ts.Expression[] {
  if (isCallOf(node, LIST_CHANGES) || isCallOf(node, OF_COLLECTIONS)) {
    const { expression: target, name } = node.expression;
    const isChanging = LIST_CHANGES.includes(name.text)
      ? isList(checker, checker.getTypeAtLocation(target))
      : collectionOf(target, checker) !== undefined;
    return isChanging ? [target] : [];
  }
  return changedPlaces(node).flatMap((place) => {
    const plain = bare(place);
    return ts.isPropertyAccessExpression(plain) || ts.isElementAccessExpression(plain)
      ? [plain.expression]
      : [];
  });
}

/** What a node changes: places that get other values, and what is changed in place. */
export function changedValues(node: ts.Node, checker: ts.TypeChecker): readonly ts.Expression[] {
  return [...changedPlaces(node), ...changedObjects(node, checker)];
}

/** The variable whose value a node is, or is a part of: also by the name of a constant, a loop or a callback. */
export function variableOfPart(node: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const plain = bare(node);
  if (ts.isPropertyAccessExpression(plain) || ts.isElementAccessExpression(plain)) {
    return variableOfPart(plain.expression, checker);
  }
  if (ts.isBinaryExpression(plain)) {
    return isCompleted(plain) ? variableOfPart(plain.left, checker) : undefined;
  }
  if (isCallOf(plain, PICKING)) {
    return variableOfPart(plain.expression.expression, checker);
  }
  const symbol = ts.isIdentifier(plain) ? checker.getSymbolAtLocation(plain) : undefined;
  const whole = symbol?.valueDeclaration === undefined ? undefined : wholeOf(symbol.valueDeclaration);
  return whole === undefined ? symbol : (variableOfPart(whole, checker) ?? symbol);
}

/** `groups[key] ?? []`, `groups[key] ??= []`: a part, or what was made there. */
function isCompleted({ operatorToken, right }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
    (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
      (ts.isArrayLiteralExpression(right) || ts.isObjectLiteralExpression(right)))
  );
}

/** What a name stands for a part of: what its constant is given, the list of its loop or of its callback. */
function wholeOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isParameter(declaration)) {
    return isReplaced(declaration) ? undefined : listGivenTo(declaration);
  }
  if (
    !ts.isVariableDeclaration(declaration) ||
    !ts.isVariableDeclarationList(declaration.parent) ||
    !isConstant(declaration)
  ) {
    return undefined;
  }
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
}

/** Is the parameter of a callback given another value? */
function isReplaced({ name, parent }: ts.ParameterDeclaration): boolean {
  let replaced = false;
  walk(parent, (node) => {
    replaced ||= assignmentTargets(node).some(({ text }) => text === name.getText());
  });
  return replaced;
}
