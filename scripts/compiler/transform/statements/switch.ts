/** `switch` on texts and numbers: a chain of tests. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import { newRegion } from "../../context/jumps.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { emitBranches } from "../effects.ts";
import { leavesCase, type SwitchCase, switchCases } from "../switch-cases.ts";

/** Turns a `switch` into `if ... elif ... else`. */
export function transformSwitch(node: ts.SwitchStatement, context: FunctionContext): void {
  const cases = switchCases(node, context);
  if (cases === null) {
    return;
  }
  const value = context.stable(context.expression(node.expression), "choice");
  if (!leavesCase(cases)) {
    writeCases(value, cases, node, context);
    return;
  }
  const region = newRegion("switch");
  const chain = context.jumps.within(region, () =>
    context.collect(() => {
      writeCases(value, cases, node, context);
    }),
  );
  context.emitAll([...region.prelude, ...chain]);
}

function writeCases(
  value: Expression,
  cases: readonly SwitchCase[],
  node: ts.SwitchStatement,
  context: FunctionContext,
): void {
  const [next, ...rest] = cases.filter((entry) => !entry.isDefault);
  const fallback = cases.find((entry) => entry.isDefault);
  if (next === undefined) {
    context.statements(fallback?.statements ?? []);
    return;
  }
  const condition = labelTest(value, next.labels, context);
  const then = context.collect(() => {
    context.statements(next.statements);
  });
  const otherwise = context.collect(() => {
    writeCases(value, fallback === undefined ? rest : [...rest, fallback], node, context);
  });
  emitBranches(condition, then, otherwise, next.node, context);
}

/** `value == "a" or value == "b"`. */
export function labelTest(
  value: Expression,
  labels: readonly ts.Expression[],
  context: FunctionContext,
): Expression {
  return labels
    .map((label) => context.expression(label))
    .map((label) =>
      label.kind === "boolean" ? nsl.test(value, "sameas", false, label) : nsl.binary("==", value, label),
    )
    .reduce(nsl.or);
}
