/** `return`. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";

/** Leaves the function, or the callback that is written in place. */
export function transformReturn(node: ts.ReturnStatement, context: FunctionContext): void {
  context.jumps.returnTarget.emit(context, node.expression ?? null, node);
  if (context.jumps.returnTarget.isJump) {
    context.jumps.mark("return");
  }
}
