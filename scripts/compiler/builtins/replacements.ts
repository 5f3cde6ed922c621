/** What is put in place of a match: in JavaScript a pattern of its own, with `$&` for the match and `$1` for a group. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "../transform/stop.ts";

/** What stands for something else in a replacement; names and numbers of groups only where there are groups. */
function patternOf(groups: number): string {
  return groups === 0 ? "\\$[$&`']" : "\\$[$&`'<0-9]";
}

/** Does a replacement stand for anything but itself? */
export function isPattern(replacement: string, groups: number): boolean {
  return new RegExp(patternOf(groups), "u").test(replacement);
}

/** A replacement that is known only when the skill runs, which stops where it stands for anything but itself. */
export function withoutPatterns(
  replacement: Expression,
  groups: number,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const value = context.stable(replacement, "replacement");
  const found = nsl.method(nsl.name("re"), "search", nsl.text(patternOf(groups)), value);
  const reason = `${placeText(node)}: what is put in holds a $ that JavaScript reads as a pattern`;
  stopWhen(nsl.isNotNone(found), reason, node, context);
  return value;
}
