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
  const [comparator] = node.arguments;
  if (comparator !== undefined && ts.isArrowFunction(comparator)) {
    const mended = withEquals(comparator) ?? withoutLocale(comparator);
    return mended === null ? "" : write(mended);
  }
  if (isAll(item, ts.TypeFlags.NumberLike)) {
    return write("(a, b) => a - b");
  }
  return isAll(item, ts.TypeFlags.StringLike) ? write("(a, b) => (a < b ? -1 : a > b ? 1 : 0)") : "";
}

/** `a.x > b.x ? 1 : -1` with 0 for what is equal; null for any other comparator. */
function withEquals({ parameters, body }: ts.ArrowFunction): string | null {
  const choice = ts.isParenthesizedExpression(body) ? body.expression : body;
  if (!ts.isConditionalExpression(choice) || !ts.isBinaryExpression(choice.condition)) {
    return null;
  }
  const { condition, whenTrue, whenFalse } = choice;
  const [then, otherwise] = [whenTrue.getText(), whenFalse.getText()];
  const other = condition.operatorToken.getText() === "<" ? ">" : "<";
  const isOfTwoWays =
    ["<", ">"].includes(condition.operatorToken.getText()) && [then, otherwise].sort().join(" ") === "-1 1";
  const names = parameters.map((parameter) => parameter.getText()).join(", ");
  const test = `${condition.left.getText()} ${other} ${condition.right.getText()}`;
  return isOfTwoWays ? `(${names}) => (${condition.getText()} ? ${then} : ${test} ? ${otherwise} : 0)` : null;
}

/** The comparator with `<` and `>` for each `localeCompare` in it; null where there is none. */
function withoutLocale(comparator: ts.ArrowFunction): string | null {
  const start = comparator.getStart();
  let text = comparator.getText();
  let isMended = false;
  const visit = (node: ts.Node): void => {
    // From the end, so that what stands before keeps its place.
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      children.push(child);
    });
    children.reverse().forEach(visit);
    const sides = comparedByLocale(node);
    if (sides !== null) {
      const [left, right] = sides.map((side) => side.getText());
      const choice = `(${left ?? ""} < ${right ?? ""} ? -1 : ${left ?? ""} > ${right ?? ""} ? 1 : 0)`;
      text = `${text.slice(0, node.getStart() - start)}${choice}${text.slice(node.getEnd() - start)}`;
      isMended = true;
    }
  };
  visit(comparator.body);
  return isMended && !text.includes("\n") ? text : null;
}

/** The sides of `left.localeCompare(right)`. */
function comparedByLocale(node: ts.Node): readonly ts.Expression[] | null {
  const [right] = ts.isCallExpression(node) ? node.arguments : [];
  return right !== undefined &&
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "localeCompare"
    ? [node.expression.expression, right]
    : null;
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
