/** `throw new Error(message)`: nobody catches it, so the skill stops. */
import ts from "typescript";
import { isError } from "../../analysis/errors.ts";
import { hindrances } from "../../analysis/hindrances.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { shortened } from "../../diagnostics/advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { stop } from "../stop.ts";

/** Ends the skill with the message. */
export function transformThrow(node: ts.ThrowStatement, context: FunctionContext): void {
  const { expression } = node;
  if (isError(expression, context.checker) && !ts.isNewExpression(expression)) {
    const known = context.expression(expression);
    context.emit(stop(named(nsl.item(known, nsl.text("message"))), node));
    return;
  }
  const [message] = ts.isNewExpression(expression) ? (expression.arguments ?? []) : [];
  if (!ts.isNewExpression(expression) || !/^(?:\w*Error)$/u.test(expression.expression.getText())) {
    context.refuse(node, "exceptions", "throw", 'Throw an error: `throw new Error("...")`.');
    return;
  }
  const told = message === undefined ? undefined : context.expression(message);
  context.emit(stop(told === undefined ? expression.getText() : named(told), node));
}

/** Refuses a `try` that was left, where its error cannot be followed. */
export function refuseTry(node: ts.TryStatement, context: FunctionContext): void {
  const { node: place, advice } = hindrances.get(node) ?? { node, advice: "" };
  context.refuse(place, "exceptions", shortened(place, "try"), advice);
}

/** No object has a method of this name, whatever is told. */
function named(told: Expression): Expression {
  return told.kind === "text" ? told : nsl.binary("~", nsl.text("Error: "), told);
}
