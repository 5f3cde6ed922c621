/** The end of a skill where JavaScript raises, or goes on with what NSL has no value for. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/**
 * Ends the skill, and all that called it, with an error that says why: nothing has the name, and dividing nothing
 * raises in every kind of Jinja2.
 */
export function stop(reason: Expression | string, origin: ts.Node): Statement {
  return { ...nsl.effect(stopped(reason)), origin };
}

/** The same where a value stands: it has none. */
export function stopped(reason: Expression | string): Expression {
  const name = typeof reason === "string" ? nsl.text(reason) : reason;
  return nsl.binary("//", nsl.item(nsl.dict([]), name), nsl.number(1));
}

/** Stops where a test holds. */
export function stopWhen(test: Expression, reason: string, origin: ts.Node, context: FunctionContext): void {
  context.emit({ ...nsl.when(test, [stop(reason, origin)]), origin });
}

/** Where a node stands, for the reason of a stop. */
export function placeText(node: ts.Node): string {
  // What was parsed before, to be asked whether it could be, is told of as it was written.
  const text = node
    .getText()
    .replace(/\bparsedValue_thrown\(\w+\)/gu, "JSON.parse(...)")
    .replace(/\s+/gu, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
