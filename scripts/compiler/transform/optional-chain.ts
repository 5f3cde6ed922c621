/** Chains with `?.`. */
import ts from "typescript";
import { isGroupsOfMatch } from "../analysis/matches.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { isRepeatable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { accessStep } from "./access-step.ts";
import { callFunctionValue } from "./function-values.ts";
import { transformCallStep } from "./method-call.ts";

/**
 * `a?.b.c`: everything after `?.` is skipped when `a` is absent. The links are followed from the root;
 * each `?.` adds a test, and what needs statements is put behind the tests made so far.
 */
export function transformChain(node: ts.Expression, context: FunctionContext): Expression {
  const links: ts.Expression[] = [];
  let root: ts.Expression = node;
  while (
    (ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isCallExpression(root)) &&
    ts.isOptionalChain(root)
  ) {
    links.unshift(root);
    root = root.expression;
  }
  let current = context.unhinted(() => context.expression(root));
  let guard: Expression | null = null;
  for (const link of links) {
    if (isOptionalLink(link, context)) {
      if (!isRepeatable(current)) {
        current = settle(current, guard, context);
        guard = null;
      }
      guard = guard === null ? nsl.isNotNone(current) : nsl.and(guard, nsl.isNotNone(current));
    }
    const target = current;
    const step = context.unhinted(() => context.capture(() => chainStep(target, link, context)));
    if (step.statements.length === 0) {
      current = step.result;
      continue;
    }
    const reached =
      link === links.at(-1)
        ? context.temporaries.result("reached")
        : context.temporaries.temporary("reached");
    context.emit(nsl.set(reached, nsl.none));
    context.emit(
      nsl.when(guard ?? nsl.boolean(true), [
        ...step.statements,
        { ...nsl.set(reached, step.result), origin: link },
      ]),
    );
    current = nsl.name(reached);
    guard = nsl.isNotNone(current);
  }
  return guard === null ? current : nsl.conditional(guard, current, nsl.none);
}

function settle(value: Expression, guard: Expression | null, context: FunctionContext): Expression {
  return context.spill(guard === null ? value : nsl.conditional(guard, value, nsl.none), "reached");
}

function isOptionalLink(node: ts.Expression, { checker }: FunctionContext): boolean {
  return (
    (ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node)) &&
    node.questionDotToken !== undefined &&
    !isGroupsOfMatch(node.expression, checker)
  );
}

function chainStep(target: Expression, link: ts.Expression, context: FunctionContext): Expression {
  if (ts.isCallExpression(link)) {
    return context.graph.values.calledBy(link).length > 0
      ? callFunctionValue(target, link, context)
      : transformCallStep(target, link, context);
  }
  if (
    ts.isPropertyAccessExpression(link) &&
    ts.isCallExpression(link.parent) &&
    link.parent.expression === link &&
    context.graph.values.calledBy(link.parent).length === 0
  ) {
    // The method itself is no value; the call that follows takes the target.
    return target;
  }
  return ts.isPropertyAccessExpression(link) || ts.isElementAccessExpression(link)
    ? accessStep(target, link, context)
    : target;
}
