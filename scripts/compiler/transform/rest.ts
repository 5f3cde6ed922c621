/** The arguments of a call, of which a rest parameter takes the last ones as a list. */
import ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { listOf } from "./expressions/array-literal.ts";
import { checkGiven } from "./handed-over.ts";
import * as nsl from "../nsl/factory.ts";
import type { Work } from "./inline.ts";

/** What computes the argument of each parameter that is given one; `taken` is what the function makes of one alone. */
export function argumentWorks(
  parameters: readonly ts.ParameterDeclaration[],
  args: readonly ts.Expression[],
  context: FunctionContext,
  taken: (value: Expression, argument: ts.Expression) => Expression = (value) => value,
): readonly Work[] {
  const hasRest = parameters.at(-1)?.dotDotDotToken !== undefined;
  const count = hasRest ? parameters.length - 1 : args.length;
  const works = args
    .slice(0, count)
    .map(
      (argument, index) => () =>
        ts.isSpreadElement(argument)
          ? context.refuse(argument, "restParameter")
          : checkGiven(argument, parameters[index], context)
            ? taken(context.expression(argument), argument)
            : nsl.refused,
    );
  return hasRest && args.length >= count ? [...works, () => listOf(args.slice(count), context)] : works;
}
