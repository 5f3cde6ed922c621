/** Calls of functions that are values: a text says which of the functions of a table is meant. */
import ts from "typescript";
import { type Callable, isAsync } from "../analysis/functions.ts";
import { isContextExpression, isContextParameter } from "../analysis/platform-context.ts";
import { singleExpression } from "../analysis/single-expression.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { callbackValue } from "./arrow-body.ts";
import { bindParameter, isRefusedArrow } from "./arrows.ts";
import { markBoxed } from "./boxing.ts";
import { choose } from "./choose.ts";
import { callFunction } from "./function-call.ts";
import { inline, type Work } from "./inline.ts";
import { argumentWorks } from "./rest.ts";
import { stopped } from "./stop.ts";

/** `handlers[kind](input)`: each function the value may be, in place, of which the one that is meant is done. */
export function callFunctionValue(
  called: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const candidates = context.graph.values.calledBy(node);
  const unfit = candidates.find(
    (value) =>
      isAsync(value) ||
      (ts.isArrowFunction(value) && isRefusedArrow(value, node, context)) ||
      (spreadAlone(node) !== undefined &&
        value.parameters.some(({ initializer }) => initializer !== undefined)),
  );
  if (candidates.length === 0 || unfit !== undefined || called.refused === true) {
    return context.refuse(
      node,
      "functionValue",
      "Keep the function, one that does not wait, in a `const` table at module level, or choose with `switch` and call each by its name.",
    );
  }
  context.flow.readsTables();
  return context.unhinted(() => {
    const tag = context.stable(called, "called");
    const spread = spreadAlone(node);
    const all = spread === undefined ? undefined : context.spill(context.expression(spread), "given");
    const lists = candidates.map(({ parameters }) =>
      all === undefined ? withoutContext(parameters, node, context) : elementWorks(all, parameters),
    );
    // Arguments are computed once, unless some of the functions take the last ones as a list.
    const isShared =
      all === undefined &&
      candidates.every(({ parameters }) => parameters.at(-1)?.dotDotDotToken === undefined);
    const given = isShared
      ? context.ordered(lists[0] ?? [], "given").map((value) => context.stable(value, "given"))
      : null;
    const works = (index: number): readonly Work[] =>
      given?.map((value) => () => value) ?? lists[index] ?? [];
    const choice = (index: number): Expression => {
      const value = candidates[index];
      if (value === undefined) {
        return nsl.none;
      }
      if (index === candidates.length - 1) {
        return callOne(value, works(index), node, context);
      }
      const then = context.capture(() => callOne(value, works(index), node, context));
      const otherwise = context.capture(() => choice(index + 1));
      const isMeant = nsl.binary("==", tag, nsl.text(context.graph.values.tag(value)));
      return choose(isMeant, then, otherwise, context, "outcome");
    };
    return choice(0);
  });
}

/** The list of `handler(...given)`, in which nothing is given besides. */
function spreadAlone({ arguments: given }: ts.CallExpression): ts.Expression | undefined {
  const [only] = given;
  return given.length === 1 && only !== undefined && ts.isSpreadElement(only) ? only.expression : undefined;
}

/** The elements of a list as arguments: the skill stops where one that must be there is not. */
function elementWorks(list: Expression, parameters: readonly ts.ParameterDeclaration[]): readonly Work[] {
  return parameters.map((parameter, index) => () => {
    if (parameter.dotDotDotToken !== undefined) {
      return nsl.slice(list, nsl.number(index), null);
    }
    const isThere = nsl.binary(">", nsl.filter(list, "length"), nsl.number(index));
    const otherwise =
      parameter.questionToken === undefined ? stopped(`${parameter.name.getText()} is not given`) : nsl.none;
    return nsl.conditional(isThere, nsl.item(list, nsl.number(index)), otherwise);
  });
}

/** The arguments; the context stands for nothing in NSL. */
function withoutContext(
  parameters: readonly ts.ParameterDeclaration[],
  node: ts.CallExpression,
  context: FunctionContext,
): readonly Work[] {
  const { checker } = context;
  return argumentWorks(parameters, node.arguments, context).map((work, index) => {
    const [parameter, argument] = [parameters[index], node.arguments[index]];
    const isContext =
      argument !== undefined &&
      isContextExpression(checker, argument) &&
      (parameter === undefined || isContextParameter(checker, parameter));
    return isContext ? () => nsl.none : work;
  });
}

function callOne(
  value: Callable,
  works: readonly Work[],
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (ts.isFunctionDeclaration(value)) {
    return callFunction(value, works, node, context);
  }
  const body = singleExpression(value);
  if (body !== undefined) {
    return inline(value.parameters, body, works, context);
  }
  const values = context.ordered(works, "argument");
  markBoxed([value], context);
  value.parameters.forEach((parameter, index) => {
    bindParameter(parameter, values[index], node.arguments[index], context);
  });
  return callbackValue(value, context);
}
