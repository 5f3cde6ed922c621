/** `throw new Error(message)`: nobody catches it, so the skill stops. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import { placeText, stop } from "../stop.ts";

/** Ends the skill with the message, as far as it is written there. */
export function transformThrow(node: ts.ThrowStatement, context: FunctionContext): void {
  const { expression } = node;
  const [message] = ts.isNewExpression(expression) ? (expression.arguments ?? []) : [];
  if (!ts.isNewExpression(expression) || !/^(?:\w*Error)$/u.test(expression.expression.getText())) {
    context.refuse(node, "exceptions", "throw", 'Throw an error: `throw new Error("...")`.');
    return;
  }
  if (message !== undefined) {
    // What it names is looked at, and what it does is done.
    context.expression(message);
  }
  const reason = message === undefined ? expression.getText() : writtenText(message);
  context.emit(stop(reason, node));
}

function writtenText(message: ts.Expression): string {
  return ts.isStringLiteralLike(message) ? message.text : placeText(message);
}
