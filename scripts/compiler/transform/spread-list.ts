/** What `...` stands before in a list. */
import type ts from "typescript";
import { isGoneThrough } from "../analysis/collections.ts";
import { isMatchesCall } from "../analysis/matches.ts";
import { isList, isText, mayBeNull, mayBeUndefined, strictly, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { refusedGenerator } from "./refused-generators.ts";
import { distinct, setOf } from "./distinct.ts";

/** What `...` stands before in a list: a list, or a text of which each character is an entry, and never an absent value. */
export function spreadList(node: ts.Expression, context: FunctionContext, advice = ""): Expression {
  const repeated = setOf(node, context);
  if (repeated !== undefined) {
    return distinct(repeated, node, context);
  }
  const type = context.checker.getTypeAtLocation(node);
  if (strictly(isText, type)) {
    return nsl.filter(context.expression(node), "list");
  }
  return isMatchesCall(node) ||
    isGoneThrough(node, context.checker) ||
    (isList(context.checker, type) && !mayBeNull(type) && !mayBeUndefined(type))
    ? context.expression(node)
    : (refusedGenerator(node, context) ??
        context.refuse(node, "spreadType", typeName(context.checker, type), advice));
}
