/** The names under which a file keeps undefined. */
import ts from "typescript";
import { isPlainName } from "../literals.ts";
import { literalValue, mayBeNull, mayBeUndefined, membersOf } from "../types.ts";
import { ANY_NAME } from "./held-names.ts";

/** The names under which there is undefined, and for each a value that may be null as well, where there is one. */
export type KeptNames = Map<string, ts.Expression | undefined>;

/** The names of all properties to which some files give a value that may be undefined. */
export function keptNames(files: readonly ts.SourceFile[], checker: ts.TypeChecker): KeptNames {
  const found: KeptNames = new Map();
  files.forEach((file) => {
    addKeptNames(file, checker, found);
  });
  return found;
}

function addKeptNames(file: ts.SourceFile, checker: ts.TypeChecker, found: KeptNames): void {
  const keep = (value: ts.Expression, namesOfIt: () => readonly string[]): void => {
    const type = checker.getTypeAtLocation(value);
    if (mayBeUndefined(type)) {
      namesOfIt().forEach((name) => {
        found.set(name, found.get(name) ?? (mayBeNull(type) ? value : undefined));
      });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      keep(node.initializer, () => namesOf(node.name, checker));
    } else if (ts.isShorthandPropertyAssignment(node)) {
      keep(node.name, () => [node.name.text]);
    } else if (ts.isBinaryExpression(node) && GIVING.has(node.operatorToken.kind)) {
      const { left, right } = node;
      if (ts.isPropertyAccessExpression(left)) {
        keep(right, () => [left.name.text]);
      } else if (ts.isElementAccessExpression(left)) {
        keep(right, () => keyNames(left.argumentExpression, checker));
      }
    } else if (ts.isCallExpression(node) && node.expression.getText(file) === "Object.fromEntries") {
      const made = checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.String);
      if (made !== undefined && mayBeUndefined(made)) {
        found.set(ANY_NAME, undefined);
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
