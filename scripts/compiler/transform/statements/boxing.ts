/** Finds the variables that are assigned inside a loop they live outside of: Jinja2's `set` does not leave it. */
import ts from "typescript";
import type { FunctionContext } from "../function-context.ts";

/** Marks them in the context. `roots` are the statements of one skill. */
export function markBoxed(roots: readonly ts.Node[], context: FunctionContext): void {
  const { checker } = context;
  const loops = new Map<ts.Symbol, ts.Node | null>();
  const assigned: (readonly [ts.Symbol, ts.Node | null])[] = [];
  const visit = (node: ts.Node, loop: ts.Node | null): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      if (symbol !== undefined) {
        loops.set(symbol, loop);
      }
    }
    for (const target of assignmentTargets(node)) {
      const symbol = checker.getSymbolAtLocation(target);
      if (symbol !== undefined) {
        assigned.push([symbol, loop]);
      }
    }
    const inner = isLoop(node) ? node : loop;
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  roots.forEach((root) => {
    visit(root, null);
  });
  for (const [symbol, loop] of assigned) {
    if (loops.get(symbol) !== loop) {
      context.box(symbol);
    }
  }
}

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

/** What a node changes: variables and properties, by an assignment, `++` or `--`; the list of a `push` or `sort`. */
export function changedPlaces(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return targetsOf(node.left);
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return isStep(node) ? [node.operand] : [];
  }
  return isPush(node) || isReordering(node) ? [node.expression.expression] : [];
}

function targetsOf(left: ts.Expression): readonly ts.Expression[] {
  return ts.isArrayLiteralExpression(left) ? left.elements.flatMap(targetsOf) : [left];
}

/** A call of a method. */
type MethodCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

/** `list.push(...)`. */
export function isPush(node: ts.Node): node is MethodCall {
  return isCallOf(node, ["push"]);
}

/** `list.sort(...)`, `list.reverse()`. */
export function isReordering(node: ts.Node): node is MethodCall {
  return isCallOf(node, ["reverse", "sort"]);
}

function isCallOf(node: ts.Node, names: readonly string[]): node is MethodCall {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    names.includes(node.expression.name.text)
  );
}

/** `a` of `a.b[0].c`, and of `(a.b ??= value).c`. */
export function rootOf(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node)) {
    return rootOf(node.expression);
  }
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return rootOf(node.left);
  }
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? rootOf(node.expression)
    : node;
}

function isStep(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): boolean {
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}

function isLoop(node: ts.Node): boolean {
  return ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isArrowFunction(node);
}

/** `=`, `+=` and their like. */
export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
