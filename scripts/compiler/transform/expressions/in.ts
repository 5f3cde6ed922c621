/** `"name" in record`. */
import ts from "typescript";
import { isInherited } from "../../analysis/inherited.ts";
import { isBare } from "../../analysis/keys.ts";
import { isRecord, isText, strictly } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";

/** `"name" in record`: also what is inherited is found, so the name must be none of those. */
export function hasName(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node.right);
  if (isBare(node.right, context) && strictly(isText, context.checker.getTypeAtLocation(node.left))) {
    return nsl.binary("in", context.expression(node.left), context.expression(node.right));
  }
  return isRecord(context.checker, type) && ts.isStringLiteral(node.left) && !isInherited(node.left.text)
    ? nsl.binary("in", nsl.text(node.left.text), context.expression(node.right))
    : context.refuse(node, "unsupportedSyntax", "`in` with anything but a literal name and an object");
}
