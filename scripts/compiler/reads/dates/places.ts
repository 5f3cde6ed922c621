/** Where a date may stand that is a number for the runtime, and why not elsewhere. */
import ts from "typescript";
import { resolveSymbol } from "../../analysis/functions.ts";
import { isOfLibrary } from "../../analysis/globals.ts";
import { isAbsent, isNumber, membersOf, strictly } from "../../analysis/types.ts";
import { collectionOf } from "../../analysis/collections.ts";
import type { Reason } from "./methods.ts";
import type { DateTypes } from "./types.ts";

const K = ts.SyntaxKind;

const EQUALITY: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsEqualsEqualsToken,
  K.EqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.ExclamationEqualsToken,
]);
const MEASURES: ReadonlySet<ts.SyntaxKind> = new Set([
  K.AsteriskToken,
  K.GreaterThanEqualsToken,
  K.GreaterThanToken,
  K.LessThanEqualsToken,
  K.LessThanToken,
  K.MinusToken,
  K.PercentToken,
  K.SlashToken,
]);
/** Operators that give one of their sides. */
const CHOOSING: ReadonlySet<ts.SyntaxKind> = new Set([
  K.AmpersandAmpersandToken,
  K.BarBarToken,
  K.CommaToken,
  K.EqualsToken,
  K.QuestionQuestionEqualsToken,
  K.QuestionQuestionToken,
]);

/** Why the value may not stand there; undefined where it may. */
export function reasonAgainst(node: ts.Expression, type: ts.Type, types: DateTypes): Reason | undefined {
  const { parent } = node;
  const isDate = types.mayBeDate(type);
  if (isDate && membersOf(type).some((member) => isNumber(member))) {
    return "mixed";
  }
  if (ts.isCallExpression(node) && types.isForeign(node.expression)) {
    return "outside";
  }
  if (ts.isNewExpression(node) && isKeyedByDate(node, types)) {
    return "same";
  }
  if (ts.isBinaryExpression(parent)) {
    return reasonInOperation(node, type, parent, types);
  }
  if (ts.isAsExpression(parent)) {
    return types.holds(types.of(parent)) ? undefined : "claimed";
  }
  if (ts.isTemplateSpan(parent)) {
    return "text";
  }
  if (isPassedOn(node)) {
    return reasonInFlow(node, type, types);
  }
  if (ts.isPrefixUnaryExpression(parent)) {
    return isDate && !(types.isPlain(type) && parent.operator !== K.ExclamationToken) ? "mixed" : undefined;
  }
  const isLeft =
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isExpressionStatement(parent);
  if (isLeft || !isDate) {
    return undefined;
  }
  return ts.isSwitchStatement(parent) || ts.isCaseClause(parent) ? "same" : "mixed";
}

/** Is it a value that another place is given as it is? */
export function isPassedOn(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ((ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyAssignment(parent)) &&
      parent.initializer === node) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isBindingElement(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    isArgument(node)
  );
}

function isArgument(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== node;
}

function reasonInOperation(
  node: ts.Expression,
  type: ts.Type,
  { left, right, operatorToken: { kind } }: ts.BinaryExpression,
  types: DateTypes,
): Reason | undefined {
  const isDate = types.mayBeDate(type);
  if (CHOOSING.has(kind)) {
    if (node === right) {
      return reasonInFlow(node, type, types);
    }
    return isDate && kind !== K.QuestionQuestionToken && kind !== K.QuestionQuestionEqualsToken
      ? "absent"
      : undefined;
  }
  if (EQUALITY.has(kind)) {
    return isDate && !isAbsent(types.of(node === left ? right : left)) ? "same" : undefined;
  }
  if (MEASURES.has(kind)) {
    const isMeasured = [left, right].every((side) => {
      const of = types.of(side);
      return types.isPlain(of) || strictly(isNumber, of);
    });
    return isDate && !isMeasured ? "order" : undefined;
  }
  return kind === K.PlusToken || kind === K.PlusEqualsToken ? "text" : isDate ? "mixed" : undefined;
}

/** What takes the value has to know that there is a date in it. */
function reasonInFlow(node: ts.Expression, type: ts.Type, types: DateTypes): Reason | undefined {
  const { checker } = types;
  const { parent } = node;
  const callee = ts.isCallExpression(parent) ? parent.expression : undefined;
  const isLibrary = callee !== undefined && isOfLibraryValue(callee, checker);
  const name = isLibrary ? callee.getText() : "";
  if (callee !== undefined && types.isForeign(callee)) {
    return callee.getText() === "unchecked" ? "result" : "part";
  }
  if (types.isPlain(type) && (name === "Number" || name.startsWith("Math."))) {
    return undefined;
  }
  if (name === "Object.keys") {
    return undefined;
  }
  if (["JSON.stringify", "String"].includes(name) || isWritten(node)) {
    return isWritten(node) && isLiteral(node) ? undefined : "text";
  }
  if (/\.(?:includes|indexOf|lastIndexOf|is)$/u.test(name) && types.mayBeDate(type)) {
    return "same";
  }
  if (ts.isNewExpression(parent) && parent.expression.getText() === "Date") {
    return types.mayBeDate(type) && !types.isDateOrText(type) ? "mixed" : undefined;
  }
  const isOpen =
    ts.isSpreadElement(parent) || (ts.isVariableDeclaration(parent) && parent.type === undefined);
  const wanted = isOpen ? undefined : checker.getContextualType(node);
  if (wanted === undefined || types.holds(wanted)) {
    return wanted !== undefined &&
      types.mayBeDate(type) &&
      types.mayBeDate(wanted) &&
      membersOf(wanted).some((member) => isNumber(member))
      ? "mixed"
      : undefined;
  }
  return isLibrary && (wanted.flags & ts.TypeFlags.TypeParameter) !== 0 ? undefined : "part";
}

/** Does it become JSON there: what `JSON.stringify` is given, or a part of a literal that it is given? */
export function isWritten(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    return parent.arguments[0] === node && parent.expression.getText() === "JSON.stringify";
  }
  const around =
    ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent) ? parent.parent : parent;
  return isLiteral(around) && isWritten(around);
}

function isLiteral(node: ts.Node): node is ts.ArrayLiteralExpression | ts.ObjectLiteralExpression {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

/** Is it a function of the library? */
export function isOfLibraryValue(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return isOfLibrary(resolveSymbol(checker, ts.isPropertyAccessExpression(node) ? node.name : node));
}

/** A set of dates, or a map whose keys are dates: JavaScript finds there only the very date. */
function isKeyedByDate(node: ts.NewExpression, types: DateTypes): boolean {
  if (collectionOf(node, types.checker) === undefined) {
    return false;
  }
  const [key] = types.checker.getTypeArguments(types.of(node) as ts.TypeReference);
  return key !== undefined && types.mayBeDate(key);
}

/** Is the expression no value of its own: a name that is declared or assigned, a part of a type? */
export function isNoValue(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isIdentifier(node)) {
    return (
      (!ts.isShorthandPropertyAssignment(parent) && "name" in parent && parent.name === node) ||
      (ts.isBindingElement(parent) && parent.propertyName === node) ||
      ts.isTypeNode(parent) ||
      ts.isQualifiedName(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isExportSpecifier(parent) ||
      isAssignedTo(node)
    );
  }
  return ts.isSpreadElement(node) || ts.isFunctionLike(node) || ts.isTypeNode(node) || isAssignedTo(node);
}

function isAssignedTo(node: ts.Expression): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === K.EqualsToken;
}
