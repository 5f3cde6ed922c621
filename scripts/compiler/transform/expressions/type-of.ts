/** `typeof x` as a text; compared in place it is a test of its own. */
import type ts from "typescript";
import { isOpen, mayBeNull, mayBeUndefined } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { numberTest } from "../decimals.ts";
import { isBooleanValue } from "../value-tests.ts";

/** `typeof x`: to JavaScript null is an object. */
export function transformTypeOf(node: ts.TypeOfExpression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node.expression);
  if (mayBeUndefined(type) && (mayBeNull(type) || isOpen(type))) {
    return context.refuse(node, "bothAbsent", node.expression.getText());
  }
  const value = context.unhinted(() => context.stable(context.expression(node.expression), "value"));
  const object = nsl.text("object");
  const rest = mayBeUndefined(type)
    ? nsl.conditional(nsl.isNone(value), nsl.text("undefined"), object)
    : object;
  const kinds = [
    [nsl.test(value, "string"), "string"],
    [isBooleanValue(value), "boolean"],
    [numberTest(value, node, context), "number"],
  ] as const;
  return kinds.reduceRight<Expression>(
    (otherwise, [test, kind]) => nsl.conditional(test, nsl.text(kind), otherwise),
    rest,
  );
}
