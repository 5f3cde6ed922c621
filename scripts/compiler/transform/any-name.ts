/** Names of properties that are only known at run time, where what every object inherits may have the name. */
import type ts from "typescript";
import { INHERITED } from "../analysis/inherited.ts";
import { isNumber, isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { writable } from "./decimals.ts";
import { placeText, stopWhen } from "./stop.ts";

/** Is it a text or a number that is always there? */
export function isAnyName(key: ts.Expression, context: FunctionContext): boolean {
  const type = context.checker.getTypeAtLocation(key);
  return strictly(isText, type) || strictly(isNumber, type);
}

/** The name as an object has it: a number is a text there. */
export function nameText(value: Expression, key: ts.Expression, context: FunctionContext): Expression {
  return isNumber(context.checker.getTypeAtLocation(key))
    ? nsl.filter(writable(value, key, context), "string")
    : value;
}

/** Stops where JavaScript would find what every object inherits: NSL has none of it. */
export function stopAtInherited(
  record: Expression,
  name: Expression,
  node: ts.Node,
  context: FunctionContext,
): void {
  const inherited = context.tables.library("INHERITED", nsl.list(INHERITED.map(nsl.text)));
  const test = nsl.and(nsl.binary("in", name, inherited), nsl.binary("not in", name, record));
  stopWhen(test, `${placeText(node)} is what every object inherits`, node, context);
}
