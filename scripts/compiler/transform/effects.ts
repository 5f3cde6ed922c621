/** Statements that are left out when they do nothing. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import { isPure } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";

/** Writes an `if`, leaving out what does nothing. */
export function emitBranches(
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[],
  origin: ts.Node,
  context: FunctionContext,
): void {
  if (then.length === 0 && otherwise.length > 0) {
    context.emit({ ...nsl.when(nsl.not(test), otherwise), origin });
  } else if (then.length > 0 || otherwise.length > 0 || !isPure(test)) {
    context.emit({ ...nsl.when(test, then, otherwise), origin });
  }
}

/** Keeps what a value does when nobody wants the value itself. */
export function emitEffect(value: Expression, origin: ts.Node, context: FunctionContext): void {
  if (!isPure(value)) {
    context.emit({ ...nsl.effect(value), origin });
  }
}
