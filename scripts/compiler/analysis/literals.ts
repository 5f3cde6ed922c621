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

/** The value of a positive integer literal; null for anything else. */
export function positiveLiteral(node: ts.Expression): number | null {
  const value = ts.isNumericLiteral(node) ? Number(node.text) : 0;
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** The text of a literal argument; null for anything else. */
export function literalText(node: ts.Expression | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}
