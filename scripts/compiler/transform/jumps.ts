/** Which statements leave the body they stand in without ending the skill. */
import ts from "typescript";
import { isLoop } from "../analysis/iterables.ts";
import type { FunctionContext } from "../context/function-context.ts";

/**
 * May the statement jump: `break` or `continue` of the loop around it, or a `return` that is a jump
 * (inside a callback written in place)?
 */
export function mayJump(node: ts.Node | undefined, context: FunctionContext): boolean {
  return node !== undefined && search(node, context.jumps.returnTarget.isJump, true, true);
}

function search(node: ts.Node, returnsJump: boolean, continues: boolean, breaks: boolean): boolean {
  if (ts.isFunctionLike(node)) {
    return false;
  }
  if (ts.isReturnStatement(node)) {
    return returnsJump;
  }
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
    return ts.isBreakStatement(node) ? breaks : continues;
  }
  const inLoop = isLoop(node);
  // A `break` inside a switch goes no further than the switch.
  const inSwitch = ts.isSwitchStatement(node);
  return (
    ts.forEachChild(node, (child) =>
      search(child, returnsJump, continues && !inLoop, breaks && !inLoop && !inSwitch),
    ) ?? false
  );
}

/** Does every way through the statement jump? */
export function alwaysJumps(node: ts.Statement, context: FunctionContext): boolean {
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
    return true;
  }
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) {
    return true;
  }
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    const earlier = node.statements.slice(0, -1);
    return (
      last !== undefined &&
      alwaysJumps(last, context) &&
      !earlier.some((statement) => mayJump(statement, context))
    );
  }
  return (
    ts.isIfStatement(node) &&
    node.elseStatement !== undefined &&
    alwaysJumps(node.thenStatement, context) &&
    alwaysJumps(node.elseStatement, context)
  );
}

/** Does the body contain a `break` of the loop itself? */
export function hasBreak(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) {
    return true;
  }
  return (
    !ts.isFunctionLike(node) &&
    !isLoop(node) &&
    !ts.isSwitchStatement(node) &&
    (ts.forEachChild(node, hasBreak) ?? false)
  );
}

/** Does the body contain a `return` of the function around it? */
export function hasReturn(node: ts.Node): boolean {
  return (
    ts.isReturnStatement(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, hasReturn) ?? false))
  );
}
