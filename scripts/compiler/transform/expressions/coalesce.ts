/** `a ?? b`. */
import ts from "typescript";
import { isBoolean, isNumber, isText } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { choose } from "../choose.ts";

/** `a ?? b`. */
export function transformCoalesce(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const value = context.unhinted(() => context.expression(node.left));
  const fallback = emptyOf(node, context);
  if (fallback !== null && value.refused !== true) {
    // Of such a type only the fallback itself is empty, so that what is empty may be replaced by it.
    const read = value.kind === "filter" && value.name === "default" ? value.target : value;
    return nsl.filter(read, "default", fallback, nsl.boolean(true));
  }
  const left = context.stable(value, "known");
  const right = context.unhinted(() => context.capture(() => context.expression(node.right)));
  return choose(nsl.isNotNone(left), { statements: [], result: left }, right, context, "known");
}

/** The literal behind `??` when it is the one empty value of what stands before it: `""`, `0`, `false`. */
function emptyOf(node: ts.BinaryExpression, context: FunctionContext): Expression | null {
  const type = context.checker.getTypeAtLocation(node.left);
  const { right } = node;
  if (ts.isStringLiteralLike(right) && right.text === "" && isText(type)) {
    return nsl.text("");
  }
  if (ts.isNumericLiteral(right) && right.text === "0" && isNumber(type)) {
    return nsl.number(0);
  }
  return right.kind === ts.SyntaxKind.FalseKeyword && isBoolean(type) ? nsl.boolean(false) : null;
}
