/** Guards the values two runtimes would share differently: only what a function made itself may be changed. */
import ts from "typescript";
import type { FunctionContext } from "./function-context.ts";

/** Methods that give a list of their own. */
const FRESH_METHODS: ReadonlySet<string> = new Set([
  "concat",
  "entries",
  "filter",
  "flatMap",
  "fromEntries",
  "keys",
  "map",
  "match",
  "slice",
  "split",
  "toReversed",
  "toSorted",
  "values",
]);

/** Reports a change of a value that was not made in this function, or of one that is nested too deep to tell. */
export function checkMutation(target: ts.Expression, context: FunctionContext): void {
  const root = ts.isPropertyAccessExpression(target) ? target.expression : target;
  const symbol = ts.isIdentifier(root) ? context.checker.getSymbolAtLocation(root) : undefined;
  const declaration = symbol?.declarations?.find(ts.isVariableDeclaration);
  if (symbol === undefined || declaration === undefined || !isFreshVariable(declaration, symbol, context)) {
    context.refuse(target, "parameterMutation", target.getText());
    return;
  }
  if (ts.isPropertyAccessExpression(target) && !hasFreshField(declaration, target.name.text)) {
    context.refuse(target, "parameterMutation", target.getText());
  }
}

/** The variable is declared in this function and every value it is given is made there. */
function isFreshVariable(
  declaration: ts.VariableDeclaration,
  symbol: ts.Symbol,
  context: FunctionContext,
): boolean {
  const owner = ts.findAncestor(declaration, ts.isFunctionLike);
  if (owner === undefined || declaration.initializer === undefined || !isFresh(declaration.initializer)) {
    return false;
  }
  let fresh = true;
  const visit = (node: ts.Node): void => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(node.left) &&
      context.checker.getSymbolAtLocation(node.left) === symbol
    ) {
      fresh = fresh && isFresh(node.right);
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return fresh;
}

/** Does the expression make a new list or object? */
export function isFresh(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return isFresh(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return isFresh(node.whenTrue) && isFresh(node.whenFalse);
  }
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    (ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      FRESH_METHODS.has(node.expression.name.text))
  );
}

function hasFreshField(declaration: ts.VariableDeclaration, field: string): boolean {
  const { initializer } = declaration;
  return (
    initializer !== undefined &&
    ts.isObjectLiteralExpression(initializer) &&
    initializer.properties.some(
      (property) =>
        ts.isPropertyAssignment(property) &&
        property.name.getText() === field &&
        isFresh(property.initializer),
    )
  );
}
