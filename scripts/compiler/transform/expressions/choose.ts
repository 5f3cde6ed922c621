/** A choice between two values, of which only the chosen one is computed. */
import { conditional, type Expression, name, set, type Statement, when } from "../../nsl/ast.ts";
import type { FunctionContext } from "../function-context.ts";

/** A value with the statements it needs before it. */
export interface Prepared {
  readonly statements: readonly Statement[];
  readonly result: Expression;
}

/** `then if test else otherwise`, or an `if` block when one of them needs statements. */
export function choose(
  test: Expression,
  then: Prepared,
  otherwise: Prepared,
  context: FunctionContext,
  wish: string,
): Expression {
  if (then.statements.length === 0 && otherwise.statements.length === 0) {
    return conditional(test, then.result, otherwise.result);
  }
  const chosen = context.result(wish);
  context.emit(
    when(
      test,
      [...then.statements, set(chosen, then.result)],
      [...otherwise.statements, set(chosen, otherwise.result)],
    ),
  );
  return name(chosen);
}
