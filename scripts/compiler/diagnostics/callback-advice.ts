/** How a callback is written in place. */
import ts from "typescript";
import { shortened } from "./advice.ts";

/** The arrow function that does what the given callback was meant to do. */
export function callbackAdvice(node: ts.CallExpression): string {
  const { method, list } = calleeOf(node);
  const [callback] = node.arguments;
  if (method === "from") {
    return "Write `Array.from({ length: count }, (_, index) => ...)`.";
  }
  if (method === "reduce") {
    return `Write \`${list}.reduce((sum, item) => ..., start)\`.`;
  }
  if (callback !== undefined && ts.isIdentifier(callback)) {
    return `Write \`${list}.${method}((item) => ${callOf(callback.text)})\`.`;
  }
  return `Write \`${list}.${method}((item) => ...)\` or \`${list}.${method}((item, index) => ...)\`.`;
}

/** The comparator for the items of the list. */
export function comparatorAdvice(node: ts.CallExpression, checker: ts.TypeChecker): string {
  const { list } = calleeOf(node);
  const item = itemType(node, checker);
  const write = (comparator: string): string => `Write \`${list}.toSorted(${comparator})\`.`;
  if (isAll(item, ts.TypeFlags.NumberLike)) {
    return write("(a, b) => a - b");
  }
  return isAll(item, ts.TypeFlags.StringLike) ? write("(a, b) => (a < b ? -1 : a > b ? 1 : 0)") : "";
}

/** A call of the function with the item alone; `Number` has one in the SDK that cannot give NaN. */
function callOf(functionName: string): string {
  return ["Number", "parseInt"].includes(functionName) ? "toInteger(item).value" : `${functionName}(item)`;
}

function isAll(type: ts.Type | undefined, flags: ts.TypeFlags): boolean {
  return (
    type !== undefined && (type.isUnion() ? type.types : [type]).every((one) => (one.flags & flags) !== 0)
  );
}

function itemType(node: ts.CallExpression, checker: ts.TypeChecker): ts.Type | undefined {
  return ts.isPropertyAccessExpression(node.expression)
    ? checker.getIndexTypeOfType(
        checker.getNonNullableType(checker.getTypeAtLocation(node.expression.expression)),
        ts.IndexKind.Number,
      )
    : undefined;
}

function calleeOf({ expression }: ts.CallExpression): { method: string; list: string } {
  return ts.isPropertyAccessExpression(expression)
    ? { method: expression.name.text, list: shortened(expression.expression, "list") }
    : { method: "map", list: "list" };
}
