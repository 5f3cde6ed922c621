/** What is computed on one of several ways only. */
import ts from "typescript";

const K = ts.SyntaxKind;

/** Is the part of a node computed only sometimes: one side of a choice, a default, what stands behind `?.`? */
export function isChoice(node: ts.Node, part: ts.Node): boolean {
  if (ts.isConditionalExpression(node)) {
    return node.condition !== part;
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return (isOfWays(node) || isLogicalAssignment(operator)) && node.right === part;
  }
  if (ts.isBindingElement(node) || ts.isParameter(node)) {
    return node.initializer === part;
  }
  return (
    ((ts.isCallExpression(node) && node.expression !== part) ||
      (ts.isElementAccessExpression(node) && node.argumentExpression === part)) &&
    ts.isOptionalChain(node)
  );
}

/** Is the value that of one side or the other: `&&`, `||`, `??`? */
export function isOfWays(node: ts.BinaryExpression): boolean {
  return isLogical(node) || node.operatorToken.kind === K.QuestionQuestionToken;
}

/** Is it `&&` or `||`? */
export function isLogical({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === K.AmpersandAmpersandToken || kind === K.BarBarToken;
}

function isLogicalAssignment(operator: ts.SyntaxKind): boolean {
  return [K.AmpersandAmpersandEqualsToken, K.BarBarEqualsToken, K.QuestionQuestionEqualsToken].includes(
    operator,
  );
}
