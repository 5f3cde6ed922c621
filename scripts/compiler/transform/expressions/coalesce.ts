/** `a ?? b`. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { choose } from "../choose.ts";

/** `a ?? b`. */
export function transformCoalesce(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const value = context.unhinted(() => context.expression(node.left));
  const left = context.stable(value, "known");
  const right = context.unhinted(() => context.capture(() => context.expression(node.right)));
  return choose(nsl.isNotNone(left), { statements: [], result: left }, right, context, "known");
}
