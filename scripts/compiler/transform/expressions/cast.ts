/** `value as Type`. */
import type ts from "typescript";
import { copiedBy, lackingProperties, unprovenCast } from "../../analysis/casts.ts";
import { isError } from "../../analysis/errors.ts";
import { isParsed } from "../../analysis/fresh.ts";
import { isAny } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { claimedError } from "../errors.ts";
import { lackingAdvice } from "../lacking-advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import { checkForm, hasCheckedForm } from "../shape-check.ts";
import { placeText } from "../stop.ts";

/** `value as Type` is the value, when every one of its values is of the type; what is not proven is checked. */
export function transformCast(node: ts.AsExpression, context: FunctionContext): Expression {
  const unproven = unprovenCast(node, context.checker);
  if (isParsed(node.expression)) {
    return claimed(node.expression, context.checker.getTypeAtLocation(node), node, context);
  }
  if (isError(node.expression, context.checker)) {
    return claimedError(node, context);
  }
  if (unproven === null) {
    return context.expression(node.expression);
  }
  const type = context.checker.getTypeAtLocation(node);
  const lacking = lackingProperties(node, context.checker);
  if (lacking.length > 0) {
    return context.refuse(node, "narrowingCast", ...unproven, lackingAdvice(lacking, context.checker));
  }
  return isAny(context.checker.getTypeAtLocation(node.expression)) || !hasCheckedForm(type, context)
    ? context.refuse(node, "narrowingCast", ...unproven)
    : claimed(node.expression, type, node, context);
}

/** The value, once it is known to have the form of the type. */
export function claimed(
  node: ts.Expression,
  type: ts.Type,
  origin: ts.Node,
  context: FunctionContext,
): Expression {
  const copied = copiedBy(node);
  if (
    copied !== undefined &&
    context.checker.isTypeAssignableTo(context.checker.getTypeAtLocation(copied), type)
  ) {
    return context.library.parsed(node as ts.CallExpression, context);
  }
  if (!hasCheckedForm(type, context)) {
    return context.refuse(origin, "narrowingCast", "any", context.checker.typeToString(type));
  }
  const value = isParsed(node) ? context.library.parsed(node, context) : context.expression(node);
  if (value.refused === true) {
    return value;
  }
  const known = context.unhinted(() => context.stable(value, "claimed"));
  checkForm(known, type, placeText(node), origin, context);
  return known;
}
