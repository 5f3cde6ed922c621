/** Tests of a kind beside which null is looked for: `typeof x === "object" && x !== null`. */
import ts from "typescript";
import { isAbsentLiteral } from "./literals.ts";

/**
 * Is the other absence asked for right beside the test, `x === null || x === undefined`, so that both give the same
 * whichever it is? `typeof x !== "object"` tells as much of undefined.
 */
export function isToldFromOther(test: ts.BinaryExpression, value: ts.Expression): boolean {
  const negated = test.operatorToken.getText().startsWith("!");
  const joint = negated ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
  let whole: ts.Node = test;
  while (
    ts.isParenthesizedExpression(whole.parent) ||
    (ts.isBinaryExpression(whole.parent) && whole.parent.operatorToken.kind === joint)
  ) {
    whole = whole.parent;
  }
  const tests = testsOf(whole, joint);
  const at = tests.indexOf(test);
  const absence = absenceOf(test);
  return [tests[at - 1], tests[at + 1]].some((other) => {
    if (other === undefined || !ts.isBinaryExpression(other)) {
      return false;
    }
    const operator = other.operatorToken.getText();
    const asked = [other.left, other.right].find(
      (side) => !isAbsentLiteral(side) && !ts.isStringLiteral(side),
    );
    if (asked !== undefined && ts.isTypeOfExpression(asked)) {
      const kind = [other.left, other.right].find(ts.isStringLiteral)?.text;
      const isOfPresent =
        ["string", "number", "boolean"].includes(kind ?? "") || (kind === "object" && absence === "null");
      return (
        asked.expression.getText() === value.getText() && isOfPresent && operator.startsWith("!") !== negated
      );
    }
    const both = absenceOf(other);
    return (
      both !== undefined &&
      both !== absence &&
      asked?.getText() === value.getText() &&
      operator.startsWith("!") === negated
    );
  });
}

function testsOf(node: ts.Node, joint: ts.SyntaxKind): readonly ts.Node[] {
  if (ts.isParenthesizedExpression(node)) {
    return testsOf(node.expression, joint);
  }
  return ts.isBinaryExpression(node) && node.operatorToken.kind === joint
    ? [...testsOf(node.left, joint), ...testsOf(node.right, joint)]
    : [node];
}

function absenceOf(node: ts.BinaryExpression): string | undefined {
  return [node.left, node.right].find(isAbsentLiteral)?.getText();
}

/** Does what stands beside a test of `value` decide for null, so that it does not matter what the test says of it? */
export function isToldFromNull(test: ts.BinaryExpression, value: ts.Expression): boolean {
  const negated = test.operatorToken.getText().startsWith("!");
  const joint = negated ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken;
  const isJoint = (node: ts.Node): node is ts.BinaryExpression =>
    ts.isBinaryExpression(node) && node.operatorToken.kind === joint;
  const asks = (node: ts.Expression): boolean => {
    if (ts.isParenthesizedExpression(node)) {
      return asks(node.expression);
    }
    if (isJoint(node)) {
      return asks(node.left) || asks(node.right);
    }
    return (
      ts.isBinaryExpression(node) &&
      node.operatorToken.getText().startsWith(negated ? "==" : "!=") &&
      [node.left, node.right].some(isAbsentLiteral) &&
      [node.left, node.right].some((side) => side.getText() === value.getText())
    );
  };
  let whole: ts.Expression = test;
  while (ts.isParenthesizedExpression(whole.parent) || isJoint(whole.parent)) {
    whole = whole.parent;
  }
  return asks(whole);
}
