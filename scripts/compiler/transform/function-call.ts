/** Calls of functions of the module: written in place, or calls of private skills. */
import ts from "typescript";
import { isAsync, resultType } from "../analysis/functions.ts";
import { singleExpression } from "../analysis/single-expression.ts";
import { crossing } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { promiseAdvice } from "../diagnostics/advice.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { inline, type Work } from "./inline.ts";
import { refuseDate } from "./refused-dates.ts";
import { refusedGenerator } from "./refused-generators.ts";
import { parameterCrossing, parameterNames, PERSONA_PARAMETER } from "./parameters.ts";

/** A call of a function of the module: inlined when it is one expression, else a private skill. */
export function callFunction(
  declaration: ts.FunctionDeclaration,
  works: readonly Work[],
  node: ts.Node,
  context: FunctionContext,
): Expression {
  if (context.sdk.isAnotherUse(declaration) && ts.isCallExpression(node)) {
    return refuseDate(node, context);
  }
  const intrinsic = context.sdk.intrinsicOf(declaration);
  if (intrinsic !== undefined) {
    return context.library.intrinsic(intrinsic, works, context);
  }
  if (declaration.asteriskToken !== undefined && ts.isCallExpression(node)) {
    return refusedGenerator(node, context) ?? nsl.refused;
  }
  if (isAsync(declaration)) {
    return context.refuse(node, "missingAwait", promiseAdvice(node));
  }
  // What calls itself cannot be written in its own place.
  const isRepeated = context.graph.recursion(declaration) !== undefined;
  const expression = isRepeated ? undefined : singleExpression(declaration);
  if (expression !== undefined) {
    return inline(declaration.parameters, expression, works, context);
  }
  const call = nsl.invoke(context.flow.skillOf(declaration), keywordsOf(declaration, works, context));
  switch (crossing(resultType(context.checker, declaration))) {
    case "text":
      return call;
    case "json":
      return nsl.loads(call);
    case "nothing":
      context.emit({ ...nsl.output(call), origin: node });
      return nsl.none;
  }
}

/** The keyword arguments of a skill call; every value crosses as text. */
function keywordsOf(
  declaration: ts.FunctionDeclaration,
  works: readonly Work[],
  context: FunctionContext,
): Keyword[] {
  const names = parameterNames(context.checker, declaration);
  const passed = declaration.parameters
    .map((parameter, index) => ({ parameter, work: works[index], name: names.get(parameter) }))
    .filter((entry) => entry.name !== undefined);
  const values = context.ordered(
    passed.map(
      ({ parameter, work }) =>
        () =>
          encodeArgument(parameter, work, context),
    ),
    "argument",
  );
  const keywords: Keyword[] = passed.map((entry, index) => [entry.name ?? "", values[index] ?? nsl.none]);
  return context.graph.usesPersona(declaration)
    ? [[PERSONA_PARAMETER, context.personaId], ...keywords]
    : keywords;
}

function encodeArgument(
  parameter: ts.ParameterDeclaration,
  work: Work | undefined,
  context: FunctionContext,
): Expression {
  if (work === undefined) {
    return nsl.text("null");
  }
  const value = work();
  return parameterCrossing(context.checker, parameter) === "text" ? value : nsl.dumps(value);
}
