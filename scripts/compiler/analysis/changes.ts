/** What a node changes: variables, properties and lists. */
import ts from "typescript";
import { isCallOf, type MethodCall } from "./method-calls.ts";
import { walk } from "./walk.ts";

/** Methods that change their list in place. */
export const LIST_CHANGES: readonly string[] = [
  "copyWithin",
  "fill",
  "pop",
  "push",
  "reverse",
  "shift",
  "sort",
  "splice",
  "unshift",
];

/** The variable an assignment, `++` or `--` changes; undefined for other nodes and for properties. */
export function assignmentTarget(node: ts.Node): ts.Identifier | undefined {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) && ts.isIdentifier(node.left)) {
    return node.left;
  }
  const counts = (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node);
  return counts && ts.isIdentifier(node.operand) ? node.operand : undefined;
}

/** The variables an assignment, `[a, b] = ...` too, `++` or `--` changes. */
export function assignmentTargets(node: ts.Node): readonly ts.Identifier[] {
  const target = assignmentTarget(node);
  if (target !== undefined) {
    return [target];
  }
  return ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isArrayLiteralExpression(node.left)
    ? node.left.elements.filter(ts.isIdentifier)
    : [];
}

/** An assignment, `++` or `--`, of a variable or of a property. */
export function isChange(node: ts.Node): boolean {
  return ts.isBinaryExpression(node)
    ? isAssignment(node.operatorToken.kind)
    : ts.isDeleteExpression(node) ||
        ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node));
}

/** What a node changes: variables and properties, by an assignment, `++`, `--` or `delete`; the list of a `push` or `sort`. */
export function changedPlaces(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return targetsOf(node.left);
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return isStep(node) ? [node.operand] : [];
  }
  if (ts.isDeleteExpression(node)) {
    return [node.expression];
  }
  return isPush(node) || isReordering(node) ? [node.expression.expression] : [];
}

function targetsOf(left: ts.Expression): readonly ts.Expression[] {
  return ts.isArrayLiteralExpression(left) ? left.elements.flatMap(targetsOf) : [left];
}

/** Is the variable given another value anywhere in a node? */
export function isAssignedIn(
  symbol: ts.Symbol | undefined,
  scope: ts.Node,
  checker: ts.TypeChecker,
): boolean {
  let assigned = false;
  walk(scope, (node) => {
    assigned ||= assignmentTargets(node).some((target) => checker.getSymbolAtLocation(target) === symbol);
  });
  return assigned;
}

/** `list.push(...)`. */
export function isPush(node: ts.Node): node is MethodCall {
  return isCallOf(node, ["push"]);
}

/** `list.sort(...)`, `list.reverse()`. */
export function isReordering(node: ts.Node): node is MethodCall {
  return isCallOf(node, ["reverse", "sort"]);
}

/** `a` of `a.b[0].c`, and of `(a.b ??= value).c`. */
export function rootOf(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return rootOf(node.expression);
  }
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return rootOf(node.left);
  }
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? rootOf(node.expression)
    : node;
}

/** Is it `++` or `--`? */
export function isStep(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): boolean {
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}

/** `=`, `+=` and their like. */
export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
