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

/** Methods whose callback is asked for nothing but whether it holds. */
export const TESTING: readonly string[] = [
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "some",
];

/** Methods that give each element of a list to the first parameter of their callback. */
const GIVING_EACH: ReadonlySet<string> = new Set([
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

/** The list whose elements a parameter of a callback is given, one after the other; undefined for any other parameter. */
export function listGivenTo(parameter: ts.ParameterDeclaration): ts.Expression | undefined {
  const callback = parameter.parent;
  const call = callback.parent;
  return ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    GIVING_EACH.has(call.expression.name.text) &&
    call.arguments[0] === callback &&
    callback.parameters[0] === parameter
    ? call.expression.expression
    : undefined;
}

/** Methods that do nothing but give a value, when nothing that acts is handed to them. */
const PLAIN_METHODS: ReadonlySet<string> = new Set([
  "at",
  "endsWith",
  "includes",
  "indexOf",
  "join",
  "padEnd",
  "padStart",
  "replace",
  "replaceAll",
  "slice",
  "split",
  "startsWith",
  "toFixed",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
]);

/** Does the call do nothing but give a value, of what it is called on and given alone? */
export function isPlainCall({ expression, arguments: given }: ts.CallExpression): boolean {
  return (
    (ts.isPropertyAccessExpression(expression) &&
      PLAIN_METHODS.has(expression.name.text) &&
      !given.some(ts.isArrowFunction)) ||
    ["Number", "String"].includes(expression.getText())
  );
}

/** Methods that give a list nobody else has. */
export const NEW_LISTS: readonly string[] = [
  "concat",
  "filter",
  "flat",
  "flatMap",
  "map",
  "slice",
  "splice",
  "split",
  "toReversed",
  "toSorted",
  "toSpliced",
  "with",
];
