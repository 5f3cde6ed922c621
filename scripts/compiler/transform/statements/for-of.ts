/** `for (const item of list)`. */
import ts from "typescript";
import { isIterated } from "../../analysis/iterables.ts";
import { isMatchesCall } from "../../analysis/matches.ts";
import { isText } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Loop } from "../../context/library.ts";
import { iterableAdvice } from "../../diagnostics/advice.ts";
import * as nsl from "../../nsl/factory.ts";
import { refusedGenerator } from "../refused-generators.ts";
import { writeLoop } from "../loop-body.ts";

/** `for (const item of list)`. */
export function transformForOf(node: ts.ForOfStatement, context: FunctionContext): void {
  const { initializer } = node;
  if (node.awaitModifier !== undefined) {
    if (refusedGenerator(node.expression, context) === undefined) {
      context.refuse(node, "unsupportedSyntax", "`for await`");
    }
    return;
  }
  const declaration = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
  if (declaration === undefined || !isIterated(node.expression, context.checker)) {
    if (refusedGenerator(node.expression, context) === undefined) {
      context.refuse(node.expression, "unsupportedSyntax", "A loop over this value", iterableAdvice);
    }
    return;
  }
  const loop = loopOf(node.expression, context);
  if (loop !== null) {
    writeLoop(node, declaration.name, loop, context);
  }
}

/** Writes the loop over a list, or over the matches of a pattern; null when that was refused. */
function loopOf(node: ts.Expression, context: FunctionContext): Loop | null {
  if (isMatchesCall(node) && isText(context.checker.getTypeAtLocation(node.expression.expression))) {
    return context.library.matchesLoop(node, context);
  }
  const iterable = context.expression(node);
  return (variable, body) => nsl.forEach([variable], iterable, body);
}
