/** What stands in the source as it is: literals and plain names. */
import ts from "typescript";

/** Is it `null` or `undefined` as written? */
export function isAbsentLiteral(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

/** In JavaScript one name sets what the object inherits from, and names that are indexes come first. */
export function isSpecialName(name: string): boolean {
  return name === "__proto__" || /^(?:0|[1-9][0-9]*)$/.test(name);
}

/** An identifier or text as a property name; computed names are not. */
export function isPlainName(node: ts.PropertyName): node is ts.Identifier | ts.StringLiteral {
  return ts.isIdentifier(node) || ts.isStringLiteral(node);
}

/** The value of a positive integer that is written in place, `60` or `(24 * 60)`; null for anything else. */
export function positiveLiteral(node: ts.Expression): number | null {
  const value = writtenNumber(node);
  return value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function writtenNumber(node: ts.Expression): number | null {
  if (ts.isParenthesizedExpression(node)) {
    return writtenNumber(node.expression);
  }
  if (!ts.isBinaryExpression(node)) {
    return ts.isNumericLiteral(node) ? Number(node.text) : null;
  }
  const [left, right] = [writtenNumber(node.left), writtenNumber(node.right)];
  if (left === null || right === null) {
    return null;
  }
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    default:
      return null;
  }
}

/** The text of a literal argument; null for anything else. */
export function literalText(node: ts.Expression | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}
