/** `throw new Error(message)`: nobody catches it, so the skill stops. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { stop } from "../stop.ts";

/** Ends the skill with the message. */
export function transformThrow(node: ts.ThrowStatement, context: FunctionContext): void {
  const { expression } = node;
  const [message] = ts.isNewExpression(expression) ? (expression.arguments ?? []) : [];
  if (!ts.isNewExpression(expression) || !/^(?:\w*Error)$/u.test(expression.expression.getText())) {
    context.refuse(node, "exceptions", "throw", 'Throw an error: `throw new Error("...")`.');
    return;
  }
  const told = message === undefined ? undefined : context.expression(message);
  context.emit(stop(told === undefined ? expression.getText() : named(told), node));
}

/** No object has a method of this name, whatever is told. */
function named(told: Expression): Expression {
  return told.kind === "text" ? told : nsl.binary("~", nsl.text("Error: "), told);
}
