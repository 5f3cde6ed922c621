/** Tests of a kind beside which null is looked for: `typeof x === "object" && x !== null`. */
import ts from "typescript";
import { isAbsentLiteral } from "./literals.ts";

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
