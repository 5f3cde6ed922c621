/** The body of a one-expression function, written in place of its call. */
import ts from "typescript";
import { symbolOf } from "../analysis/functions.ts";
import { isContextParameter } from "../analysis/platform-context.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { isPure, isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { markBoxed } from "./boxing.ts";

/** Computes one argument. */
export type Work = () => Expression;

/** Writes the body of a one-expression function in place of the call. */
export function inline(
  all: readonly ts.ParameterDeclaration[],
  body: ts.Expression,
  works: readonly Work[],
  context: FunctionContext,
): Expression {
  const { checker } = context;
  const passed = all.flatMap((parameter, index) =>
    isContextParameter(checker, parameter) ? [] : [{ parameter, work: works[index] }],
  );
  const pairs = context.unhinted(() => {
    const values = context.ordered(
      passed.map(
        ({ work }) =>
          () =>
            work?.() ?? nsl.none,
      ),
      "argument",
    );
    return passed.flatMap(({ parameter }, index) => {
      const symbol = checker.getSymbolAtLocation(parameter.name);
      const value = values[index] ?? nsl.none;
      return symbol === undefined ? [] : [[symbol, bindArgument(symbol, value, body, context)] as const];
    });
  });
  markBoxed([body], context);
  return context.variables.substituting(pairs, () => context.expression(body));
}

function bindArgument(
  symbol: ts.Symbol,
  value: Expression,
  body: ts.Expression,
  context: FunctionContext,
): Expression {
  if (value.refused === true) {
    // The body is looked at for its own problems.
    return nsl.none;
  }
  if (isStable(value)) {
    return value;
  }
  const uses = countUses(symbol, body, context);
  return uses === 0 && isPure(value)
    ? nsl.none
    : uses === 1 && isPure(value)
      ? value
      : context.spill(value, symbol.name);
}

/** How often a body reads a parameter; a read inside a callback counts as many. */
function countUses(symbol: ts.Symbol, body: ts.Expression, context: FunctionContext): number {
  let uses = 0;
  const visit = (node: ts.Node, weight: number): void => {
    if (ts.isIdentifier(node)) {
      uses += symbolOf(node, context.checker) === symbol ? weight : 0;
    }
    ts.forEachChild(node, (child) => {
      visit(child, ts.isArrowFunction(node) ? weight + 1 : weight);
    });
  };
  visit(body, 1);
  return uses;
}
