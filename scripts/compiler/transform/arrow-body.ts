/** The body of an arrow function, written in place. */
import ts from "typescript";
import type { Callable } from "../analysis/functions.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { newRegion, type ReturnTarget } from "../context/jumps.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { hasReturn } from "./jumps.ts";

/** The value an arrow function returns, with what it does before appended here. */
export function callbackValue(callback: Callable, context: FunctionContext): Expression {
  return callbackResult(callback, context, (node) => context.expression(node));
}

/** What an arrow function returns, as `read` reads it: as a value or as a test. */
export function callbackResult(
  callback: Callable,
  context: FunctionContext,
  read: (node: ts.Expression) => Expression,
): Expression {
  const { body } = callback;
  if (body === undefined) {
    return nsl.none;
  }
  if (!ts.isBlock(body)) {
    return read(body);
  }
  const last = body.statements.at(-1);
  const earlier = body.statements.slice(0, -1);
  if (last !== undefined && ts.isReturnStatement(last) && !earlier.some(hasReturn)) {
    context.statements(earlier);
    return last.expression === undefined ? nsl.none : read(last.expression);
  }
  return jumpingResult(body, context, read);
}

/** A body that returns from several places: the value goes into a box, the rest is guarded. */
function jumpingResult(
  body: ts.Block,
  context: FunctionContext,
  read: (node: ts.Expression) => Expression,
): Expression {
  const region = newRegion("callback");
  const result = context.temporaries.box("result", nsl.none, region.prelude);
  const target: ReturnTarget = {
    isJump: true,
    emit: (_inner, value, node) => {
      if (value !== null) {
        context.emit({ ...nsl.put(result, read(value)), origin: node });
      }
    },
  };
  const statements = context.jumps.returningTo(target, () =>
    context.jumps.within(region, () =>
      context.collect(() => {
        context.statements(body.statements);
      }),
    ),
  );
  context.emitAll([...region.prelude, ...statements]);
  return nsl.held(result);
}
