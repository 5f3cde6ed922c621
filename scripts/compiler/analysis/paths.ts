/** Expressions that only name something. */
import ts from "typescript";

/** The expression inside of parentheses. */
export function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node;
}

/** A name, or a property of what has one: nothing is done when it is read, and it may be read twice. */
export function isPath(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPath(node.expression));
}
