/** `test ? a : b`. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import { choose } from "../choose.ts";

/** `test ? a : b`. */
export function transformConditional(node: ts.ConditionalExpression, context: FunctionContext): Expression {
  const [test, then, otherwise] = context.unhinted(
    () =>
      [
        context.condition(node.condition),
        context.capture(() => context.expression(node.whenTrue)),
        context.capture(() => context.expression(node.whenFalse)),
      ] as const,
  );
  return choose(test, then, otherwise, context, "chosen");
}
