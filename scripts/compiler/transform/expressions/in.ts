/** `"name" in record`. */
import ts from "typescript";
import { isInherited } from "../../analysis/inherited.ts";
import { isBare } from "../../analysis/keys.ts";
import { isRecord, isText, strictly } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { isAnyName, nameText, stopAtInherited } from "../any-name.ts";

/** `"name" in record`: also what is inherited is found, so the name must be none of those. */
export function hasName(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node.right);
  if (isBare(node.right, context) && strictly(isText, context.checker.getTypeAtLocation(node.left))) {
    return nsl.binary("in", context.expression(node.left), context.expression(node.right));
  }
  const isAny = isAnyName(node.left, context);
  if (!isRecord(context.checker, type) || !isAny) {
    return context.refuse(node, "unsupportedSyntax", "`in` with anything but a name and an object");
  }
  const [key = nsl.none, object = nsl.none] = context.ordered([
    () => nameText(context.expression(node.left), node.left, context),
    () => context.expression(node.right),
  ]);
  if (ts.isStringLiteral(node.left) && !isInherited(node.left.text)) {
    return nsl.binary("in", key, object);
  }
  return context.unhinted(() => {
    const [name, record] = [context.stable(key, "key"), context.stable(object, "record")];
    stopAtInherited(record, name, node, context);
    return nsl.binary("in", name, record);
  });
}
