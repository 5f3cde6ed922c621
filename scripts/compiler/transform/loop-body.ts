/** The turns of a loop. Jinja2 has no `break`: a box tells the later turns to do nothing. */
import ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import { newRegion } from "../context/jumps.ts";
import type { Loop } from "../context/library.ts";
import * as nsl from "../nsl/factory.ts";
import { emitBranches } from "./effects.ts";
import { hasBreak, hasReturn } from "./jumps.ts";
import { bindPattern } from "./patterns.ts";

/** Writes a loop over a variable; `tests` must hold for a turn. */
export function writeLoop(
  node: ts.ForOfStatement | ts.ForStatement,
  pattern: ts.BindingName,
  loop: Loop,
  context: FunctionContext,
  tests: readonly ts.Expression[] = [],
): void {
  const leaves =
    tests.length > 0 ||
    hasBreak(node.statement) ||
    (context.jumps.returnTarget.isJump && hasReturn(node.statement));
  const stopFlag = leaves ? context.temporaries.box("stopped", nsl.boolean(false)) : null;
  const region = newRegion("loop", stopFlag);
  const write = (): void => {
    const variable = ts.isIdentifier(pattern)
      ? context.names.unique(pattern.text)
      : context.names.helper("item");
    const body = context.collect(() => {
      bindPattern(pattern, nsl.name(variable), context);
      writeTurn(node.statement, tests, stopFlag ?? "", context);
    });
    const whole = [...region.prelude, ...body];
    const guarded = stopFlag === null ? whole : [nsl.when(nsl.not(nsl.held(stopFlag)), whole)];
    context.emit({ ...loop(variable, guarded), origin: node });
  };
  context.jumps.within(region, () => {
    context.names.inLoop(write);
  });
}

/** One turn, done only while all tests hold; after the first that does not hold there is no other turn. */
function writeTurn(
  body: ts.Statement,
  tests: readonly ts.Expression[],
  stopFlag: string,
  context: FunctionContext,
): void {
  const [first, ...rest] = tests;
  if (first === undefined) {
    context.statement(body);
    return;
  }
  const test = context.condition(first);
  const turn = context.collect(() => {
    writeTurn(body, rest, stopFlag, context);
  });
  emitBranches(test, turn, [nsl.put(stopFlag, nsl.boolean(true))], first, context);
}
