/** `JSON.stringify`. */
import type ts from "typescript";
import { mayBeUndefined } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** JSON text exactly as JSON.stringify writes it. */
export function stringify(node: ts.CallExpression, context: FunctionContext): Expression {
  const [value] = node.arguments;
  if (value === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "stringifyArguments");
  }
  if (mayBeUndefined(context.checker.getTypeAtLocation(value))) {
    return context.refuse(value, "undefinedProperty");
  }
  const keywords: Keyword[] = [
    ["ensure_ascii", nsl.boolean(false)],
    ["separators", nsl.tuple([nsl.text(","), nsl.text(":")])],
  ];
  const written = nsl.call(nsl.attribute(nsl.name("json"), "dumps"), [context.expression(value)], keywords);
  // Half a surrogate pair is written as its escape, as in JavaScript; as it stands nothing could send it.
  return nsl.method(nsl.method(written, "encode", nsl.text("utf-8"), nsl.text("backslashreplace")), "decode");
}
