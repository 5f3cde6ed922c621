/** The order in which parts of a function run. */
import ts from "typescript";
import { isRepeating } from "./iterables.ts";
import { contains } from "./walk.ts";

/** May `second` run after `first`, while the variable is still the same one? */
export function mayFollow(first: ts.Node, second: ts.Node, declaration: ts.Node, owner: ts.Node): boolean {
  const loop = ts.findAncestor(first, (node) => isRepeating(node) && contains(node, second));
  if (loop !== undefined && contains(owner, loop) && !contains(loop, declaration)) {
    return true;
  }
  return first.getEnd() <= second.getEnd() && first !== second && !endsBefore(first, second, owner);
}

/** The block of `first` always returns, so that what follows it in the source never follows it in time. */
function endsBefore(first: ts.Node, second: ts.Node, owner: ts.Node): boolean {
  for (let node = first; node !== owner && !contains(node, second); node = node.parent) {
    if (ts.isArrowFunction(node)) {
      return false;
    }
    if (ts.isReturnStatement(node) || (ts.isBlock(node) && isReturn(node.statements.at(-1)))) {
      return true;
    }
  }
  return false;
}

function isReturn(node: ts.Statement | undefined): boolean {
  return node !== undefined && ts.isReturnStatement(node);
}
