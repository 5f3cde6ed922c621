/** Lists of statements, and the guarding of what follows a jump. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import * as nsl from "../../nsl/factory.ts";
import { alwaysJumps, hasReturn, mayJump } from "../jumps.ts";
import { transformBranches } from "./if.ts";

/** Turns a list of statements into NSL. What follows a possible jump is done only when it was not taken. */
export function transformStatements(nodes: readonly ts.Statement[], context: FunctionContext): void {
  for (const [index, node] of nodes.entries()) {
    const rest = nodes.slice(index + 1);
    if (rest.length === 0 || !mayJump(node, context)) {
      context.statement(node);
      continue;
    }
    if (
      ts.isIfStatement(node) &&
      alwaysJumps(node.thenStatement, context) &&
      !mayJump(node.elseStatement, context)
    ) {
      transformBranches(node, () => bothOf(node.elseStatement, rest, context), context);
    } else if (alwaysJumps(node, context)) {
      context.statement(node);
    } else {
      const left = context.jumps.guard(hasReturn(node));
      context.statement(node);
      const guarded = context.collect(() => {
        context.statements(rest);
      });
      context.emit(nsl.when(nsl.not(left), guarded));
    }
    return;
  }
}

function bothOf(
  first: ts.Statement | undefined,
  rest: readonly ts.Statement[],
  context: FunctionContext,
): void {
  context.statements([...(first === undefined ? [] : [first]), ...rest]);
}
