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
    const target = assignmentTarget(node);
    const symbol = target === undefined ? undefined : checker.getSymbolAtLocation(target);
    if (symbol !== undefined) {
      assigned.push([symbol, loop]);
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
  const isStep =
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
  return isStep && ts.isIdentifier(node.operand) ? node.operand : undefined;
}

function isLoop(node: ts.Node): boolean {
  return ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isArrowFunction(node);
}

/** `=`, `+=` and their like. */
export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
