/** Calls of methods, told by the name of the method. */
import ts from "typescript";

/** A call of a method: `target.method(...)`. */
export type MethodCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

/** Is it a call of a method of one of the names? */
export function isCallOf(node: ts.Node, names: readonly string[]): node is MethodCall {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    names.includes(node.expression.name.text)
  );
}

/** Methods that give each element of a list to the first parameter of their callback. */
export const GIVING_EACH: ReadonlySet<string> = new Set([
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "flatMap",
  "forEach",
  "map",
  "some",
]);
