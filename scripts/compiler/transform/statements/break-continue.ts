/** `break` and `continue`. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";

/** A jump to the end, or to the next turn, of the body around it. */
export function transformJump(
  node: ts.BreakStatement | ts.ContinueStatement,
  context: FunctionContext,
): void {
  context.jumps.mark(ts.isBreakStatement(node) ? "break" : "continue");
}
