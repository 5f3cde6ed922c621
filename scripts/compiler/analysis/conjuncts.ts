/** The parts of a test that must all hold. */
import ts from "typescript";

/** The tests of `a && b && c`. */
export function conjuncts(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) {
    return conjuncts(node.expression);
  }
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node];
}
