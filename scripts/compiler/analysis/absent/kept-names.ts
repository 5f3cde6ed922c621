/** The names under which a file keeps undefined. */
import ts from "typescript";
import { isPlainName } from "../literals.ts";
import { literalValue, mayBeUndefined, membersOf } from "../types.ts";
import { ANY_NAME } from "./held-names.ts";

/** Adds the names of all properties to which a file gives a value that may be undefined. */
export function addKeptNames(file: ts.SourceFile, checker: ts.TypeChecker, found: Set<string>): void {
  const may = (node: ts.Node): boolean => mayBeUndefined(checker.getTypeAtLocation(node));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && may(node.initializer)) {
      namesOf(node.name, checker).forEach((name) => found.add(name));
    } else if (ts.isShorthandPropertyAssignment(node) && may(node.name)) {
      found.add(node.name.text);
    } else if (ts.isBinaryExpression(node) && isGiven(node.operatorToken.kind)) {
      const { left, right } = node;
      if (ts.isPropertyAccessExpression(left) && may(right)) {
        found.add(left.name.text);
      } else if (ts.isElementAccessExpression(left) && may(right)) {
        keyNames(left.argumentExpression, checker).forEach((name) => found.add(name));
      }
    } else if (ts.isCallExpression(node) && node.expression.getText(file) === "Object.fromEntries") {
      const made = checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.String);
      if (made !== undefined && mayBeUndefined(made)) {
        found.add(ANY_NAME);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

const GIVING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

function isGiven(operator: ts.SyntaxKind): boolean {
  return GIVING.has(operator);
}

function namesOf(name: ts.PropertyName, checker: ts.TypeChecker): readonly string[] {
  return ts.isComputedPropertyName(name)
    ? keyNames(name.expression, checker)
    : isPlainName(name)
      ? [name.text]
      : [ANY_NAME];
}

function keyNames(key: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  return membersOf(checker.getTypeAtLocation(key)).map((member) =>
    String(literalValue(checker, member) ?? ANY_NAME),
  );
}
