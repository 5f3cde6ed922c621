/** `[...new Set(list)]`: each element once. */
import ts from "typescript";
import { isGlobal } from "../analysis/globals.ts";
import { isBoolean, isList, isNumber, isText, mayBeNull, mayBeUndefined } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem } from "./ranges.ts";

/** The list of `new Set(list)`, when both runtimes find the same elements equal. */
export function setOf(node: ts.Expression, context: FunctionContext): ts.Expression | undefined {
  const given =
    ts.isNewExpression(node) && isGlobal(node.expression, "Set", context) ? node.arguments : undefined;
  const [argument] = given ?? [];
  const type = argument === undefined ? undefined : context.checker.getTypeAtLocation(argument);
  const element =
    type !== undefined && isList(context.checker, type)
      ? context.checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
  const isAlike = [isText, isNumber, isBoolean].some((is) => element !== undefined && is(element));
  return element !== undefined && isAlike && !mayBeNull(element) && !mayBeUndefined(element)
    ? argument
    : undefined;
}

/** Each element once, where it stands first. */
export function distinct(node: ts.Expression, origin: ts.Node, context: FunctionContext): Expression {
  const repeated = context.unhinted(() => context.expression(node));
  const result = context.unhinted(() => context.start(nsl.list([]), "distinct"));
  const turn = (entry: Expression): Statement[] => [
    nsl.when(nsl.binary("not in", entry, result), [nsl.effect(nsl.method(result, "append", entry))]),
  ];
  eachItem("entry", repeated, turn, origin, context);
  return result;
}
