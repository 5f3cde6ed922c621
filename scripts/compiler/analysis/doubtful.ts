/** Numbers that may be NaN: what `Number(text)` gives where the program asks whether it is one. */
import ts from "typescript";
import { factsAt } from "./facts.ts";
import { isConstant } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { identityOf } from "./same-value.ts";
import { isNumber, isText } from "./types.ts";
import { functionAround, walk } from "./walk.ts";

/** Functions that ask whether a number is NaN; those that ask for an integer find a decimal to be none. */
export const NUMBER_TESTS: ReadonlySet<string> = new Set([
  "isFinite",
  "isNaN",
  "Number.isFinite",
  "Number.isInteger",
  "Number.isNaN",
  "Number.isSafeInteger",
]);
const INTEGER_TESTS: ReadonlySet<string> = new Set(["Number.isInteger", "Number.isSafeInteger"]);

/** Names of the functions that read a number out of a text. */
const READERS: ReadonlySet<string> = new Set([
  "Number",
  "Number.parseFloat",
  "Number.parseInt",
  "dateOrNaN_of_date",
  "parseFloat",
  "parseInt",
]);

/** Is it `Number(text)`, `parseInt(text)` or `+text`? */
export function isNumberReading(node: ts.Expression, view: ProgramView): boolean {
  if (ts.isPrefixUnaryExpression(node)) {
    return (
      node.operator === ts.SyntaxKind.PlusToken && !isNumber(view.checker.getTypeAtLocation(node.operand))
    );
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  return (
    ts.isCallExpression(node) &&
    READERS.has(node.expression.getText()) &&
    argument !== undefined &&
    isText(view.checker.getTypeAtLocation(argument))
  );
}

/** The constant a number is read into, when the function asks whether it is NaN; undefined for any other name. */
export function doubtfulName(node: ts.Expression, view: ProgramView): ts.Expression | undefined {
  const symbol = ts.isIdentifier(node) ? view.checker.getSymbolAtLocation(node) : undefined;
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    isConstant(declaration) &&
    declaration.initializer !== undefined &&
    isNumberReading(declaration.initializer, view) &&
    testsOf(declaration, view.checker).length > 0
    ? declaration.initializer
    : undefined;
}

/** How the function asks of a constant whether it is NaN. */
function testsOf(declaration: ts.VariableDeclaration, checker: ts.TypeChecker): readonly string[] {
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const found: string[] = [];
  walk(functionAround(declaration) ?? declaration, (node) => {
    const [argument] = ts.isCallExpression(node) ? node.arguments : [];
    if (
      ts.isCallExpression(node) &&
      argument !== undefined &&
      NUMBER_TESTS.has(node.expression.getText()) &&
      checker.getSymbolAtLocation(argument) === symbol
    ) {
      found.push(node.expression.getText());
    }
  });
  return found;
}

/** How the program asks whether the number is NaN: of the constant it is read into, or of the call. */
export function testsAround(node: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.arguments[0] === node) {
    const test = parent.expression.getText();
    return NUMBER_TESTS.has(test) ? [test] : [];
  }
  return ts.isVariableDeclaration(parent) && parent.initializer === node && isConstant(parent)
    ? testsOf(parent, checker)
    : [];
}

/** Does what asks for the number ask for an integer only? */
export function asksForInteger(tests: readonly string[]): boolean {
  return tests.length > 0 && tests.every((test) => INTEGER_TESTS.has(test));
}

/** Is it known where the name stands that the number is one? */
export function isKnownNumber(node: ts.Expression, view: ProgramView): boolean {
  return factsAt(node, view.checker).has(`${identityOf(node, view.checker)} is a number`);
}

/** May NaN stand there: behind it another value is chosen, or it is only asked whether it is one? */
export function takesNaN(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) {
    return takesNaN(parent);
  }
  if (ts.isCallExpression(parent)) {
    return parent.arguments[0] === node && NUMBER_TESTS.has(parent.expression.getText());
  }
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) ||
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}
