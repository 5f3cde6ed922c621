/** A choice between two values, of which only the chosen one is computed. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** A value with the statements it needs before it. */
interface Prepared {
  readonly statements: readonly Statement[];
  readonly result: Expression;
}

/** `then if test else otherwise`, or an `if` block when one of them needs statements. */
export function choose(
  test: Expression,
  then: Prepared,
  otherwise: Prepared,
  context: FunctionContext,
  preferred: string,
): Expression {
  if (then.statements.length === 0 && otherwise.statements.length === 0) {
    return nsl.conditional(test, then.result, otherwise.result);
  }
  const chosen = context.temporaries.result(preferred);
  context.emit(
    nsl.when(
      test,
      [...then.statements, nsl.set(chosen, then.result)],
      [...otherwise.statements, nsl.set(chosen, otherwise.result)],
    ),
  );
  return nsl.name(chosen);
}
