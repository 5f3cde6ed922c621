/** `if`. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import { emitBranches } from "../effects.ts";

/** `if`, with an empty `then` turned round. */
export function transformIf(node: ts.IfStatement, context: FunctionContext): void {
  transformBranches(
    node,
    () => {
      if (node.elseStatement !== undefined) {
        context.statement(node.elseStatement);
      }
    },
    context,
  );
}

/** The two ways of an `if`; `otherwise` writes what is done when the test does not hold. */
export function transformBranches(
  node: ts.IfStatement,
  otherwise: () => void,
  context: FunctionContext,
): void {
  const test = context.condition(node.expression);
  const then = context.collect(() => {
    context.statement(node.thenStatement);
  });
  emitBranches(test, then, context.collect(otherwise), node, context);
}
