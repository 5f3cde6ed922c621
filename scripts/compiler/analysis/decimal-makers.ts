/** What reads numbers out of texts, of which some may be decimals. */
import ts from "typescript";
import { copiedBy } from "./casts.ts";
import { asksForInteger, testsAround } from "./doubtful.ts";
import { literalText } from "./literals.ts";
import { isCallOf } from "./method-calls.ts";
import { isNumber, isOpen, isText, membersOf, strictly } from "./types.ts";

/** May there be numbers in what `JSON.parse(text)` is claimed to be? Where nothing is claimed, there may. */
export function parsesNumbers(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const claimed = checker.getContextualType(call);
  return copiedBy(call) === undefined && (claimed === undefined || holdsNumbers(claimed, checker, new Set()));
}

function holdsNumbers(type: ts.Type, checker: ts.TypeChecker, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) {
    return false;
  }
  seen.add(type);
  return membersOf(type).some((member) => {
    if (isOpen(member) || isNumber(member)) {
      return true;
    }
    if ((member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) {
      return (member.flags & ts.TypeFlags.NonPrimitive) !== 0;
    }
    const named = checker.isArrayLikeType(member)
      ? []
      : checker.getPropertiesOfType(member).map((property) => checker.getTypeOfSymbol(property));
    const parts = [...named, ...checker.getIndexInfosOfType(member).map((info) => info.type)];
    return parts.some((part) => holdsNumbers(part, checker, seen));
  });
}

/** Is it `Number(text)`, `+text` or `texts.map(Number)`, and may what is read be a decimal? */
export function readsDecimals(
  node: ts.Node,
  checker: ts.TypeChecker,
  isDigits: (text: ts.Expression) => boolean,
): boolean {
  if (ts.isIdentifier(node) && node.text === "Number" && ts.isCallExpression(node.parent)) {
    return node.parent.expression !== node && !isTimeSplit(mappedBy(node.parent), checker);
  }
  const text = textRead(node);
  return (
    text !== undefined &&
    strictly(isText, checker.getTypeAtLocation(text)) &&
    !isDigits(text) &&
    !isTimePart(text, checker) &&
    !asksForInteger(testsAround(node as ts.Expression, checker))
  );
}

function textRead(node: ts.Node): ts.Expression | undefined {
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.PlusToken ? node.operand : undefined;
  }
  return ts.isCallExpression(node) && node.expression.getText() === "Number" ? node.arguments[0] : undefined;
}

function mappedBy(call: ts.CallExpression): ts.Expression {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : call.expression;
}

/** What times and dates are split by: nobody writes decimals between them, and one that comes stops the skill. */
const TIME_MARKS: ReadonlySet<string> = new Set([":", "-", "/", "."]);

/** Is it `time.split(":")`, or the name of what that gave? */
function isTimeSplit(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(node)) {
    const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
    const value =
      declaration !== undefined && ts.isVariableDeclaration(declaration)
        ? declaration.initializer
        : undefined;
    return value !== undefined && !ts.isIdentifier(value) && isTimeSplit(value, checker);
  }
  const mark = isCallOf(node, ["split"]) ? literalText(node.arguments[0]) : null;
  return mark !== null && TIME_MARKS.has(mark);
}

/** Is the text a part of such a one? */
function isTimePart(text: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(text) || ts.isNonNullExpression(text)) {
    return isTimePart(text.expression, checker);
  }
  if (ts.isBinaryExpression(text)) {
    return isTimePart(text.left, checker);
  }
  if (ts.isElementAccessExpression(text)) {
    return isTimeSplit(text.expression, checker);
  }
  const declaration = ts.isIdentifier(text) ? checker.getSymbolAtLocation(text)?.valueDeclaration : undefined;
  const source =
    declaration !== undefined && ts.isBindingElement(declaration) ? declaration.parent.parent : undefined;
  return (
    source !== undefined &&
    ts.isVariableDeclaration(source) &&
    source.initializer !== undefined &&
    isTimeSplit(source.initializer, checker)
  );
}
