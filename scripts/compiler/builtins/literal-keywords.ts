/** Arguments of an action that stand in an object literal. */
import ts from "typescript";
import { isPlainName } from "../analysis/literals.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Keyword } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** What can be a keyword argument: no `$`, no letter beyond ASCII. */
const KEYWORD = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The arguments of an object literal as keyword arguments, besides those the action has already. */
export function literalKeywords(
  node: ts.Expression | undefined,
  action: string,
  taken: readonly Keyword[],
  context: FunctionContext,
): Keyword[] {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) {
    context.refuse(node ?? context.flow.runtime.sendRequest, "literalArguments", action);
    return [];
  }
  const entries = node.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property) && isPlainName(property.name)) {
      return [[property.name.text, property.initializer, property.name] as const];
    }
    if (ts.isShorthandPropertyAssignment(property)) {
      return [[property.name.text, property.name, property.name] as const];
    }
    context.refuse(property, "literalArguments", action);
    return [];
  });
  for (const [keyword, , place] of entries) {
    if (!KEYWORD.test(keyword)) {
      context.refuse(place, "literalArguments", action);
    } else if (taken.some(([known]) => known === keyword)) {
      const advice = `\`${keyword}\` is an argument of the action itself: choose another name.`;
      context.refuse(place, "methodArguments", action, advice);
    }
  }
  const values = context.ordered(
    entries.map(
      ([, value]) =>
        () =>
          context.expression(value),
    ),
    "argument",
  );
  return entries.map(([keyword], index) => [keyword, values[index] ?? nsl.none]);
}
