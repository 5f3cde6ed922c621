/** Loops that nothing ends. */
import ts from "typescript";
import { isLoop } from "./iterables.ts";

/** Has the loop a test that may fail, or something in it that leaves it? */
export function endsItself(node: ts.WhileStatement | ts.DoStatement | ts.ForStatement): boolean {
  const test = ts.isForStatement(node) ? node.condition : node.expression;
  const isOpen = test === undefined || test.kind === ts.SyntaxKind.TrueKeyword;
  return !isOpen || leaves(node.statement, false);
}

function leaves(node: ts.Node, isInner: boolean): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) {
    return true;
  }
  if (ts.isBreakStatement(node)) {
    return !isInner;
  }
  const inner = isInner || isLoop(node) || ts.isSwitchStatement(node);
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => leaves(child, inner)) ?? false);
}
