/** The private skill of a helper function. */
import ts from "typescript";
import { resultType } from "../analysis/functions.ts";
import { isContextParameter } from "../analysis/platform-context.ts";
import { crossing, mayBeNull } from "../analysis/types.ts";
import type { FlowScope } from "../context/flow-scope.ts";
import { FunctionContext } from "../context/function-context.ts";
import type { ReturnTarget } from "../context/jumps.ts";
import type { Expression, Parameter, Skill } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { markBoxed } from "../transform/boxing.ts";
import { choose } from "../transform/choose.ts";
import { emitEffect } from "../transform/effects.ts";
import { parameterCrossing, parameterNames, PERSONA_PARAMETER } from "../transform/parameters.ts";
import { bindPattern } from "../transform/patterns.ts";
import { sourceOf } from "./skill-source.ts";

/** Writes the skill of a synchronous function: parameters in, the body, a `Return` on every way out. */
export function writeHelper(idn: string, declaration: ts.FunctionDeclaration, flow: FlowScope): Skill {
  const context = new FunctionContext(flow, helperReturn(declaration, flow), declaration.name);
  const statements = declaration.body?.statements ?? [];
  context.foresee(declaration);
  markBoxed([...declaration.parameters, ...statements], context);
  const parameters = receiveParameters(declaration, context);
  context.statements([...statements]);
  const last = statements.at(-1);
  if (last === undefined || !ts.isReturnStatement(last)) {
    emptyReturn(declaration, context);
  }
  return { idn, source: sourceOf(declaration), parameters, body: context.finish() };
}

function emptyReturn(declaration: ts.FunctionDeclaration, context: FunctionContext): void {
  const kind = crossing(resultType(context.checker, declaration));
  const origin = declaration.name;
  context.emit({ ...(kind === "json" ? nsl.returnValue(nsl.text("null")) : nsl.returnNothing()), origin });
}

function helperReturn(declaration: ts.FunctionDeclaration, flow: FlowScope): ReturnTarget {
  const kind = crossing(resultType(flow.checker, declaration));
  return {
    isJump: false,
    emit: (context, value, node) => {
      const result = value === null ? null : context.expression(value);
      if (result === null || kind === "nothing") {
        if (result !== null) {
          emitEffect(result, node, context);
        }
        emptyReturn(declaration, context);
        return;
      }
      context.emit({ ...nsl.returnValue(kind === "text" ? result : nsl.dumps(result)), origin: node });
    },
  };
}

/** Makes the skill's parameters variables again; gives the parameter list, sorted by name as exports are. */
function receiveParameters(declaration: ts.FunctionDeclaration, context: FunctionContext): Parameter[] {
  const { checker, flow } = context;
  const names = parameterNames(checker, declaration);
  const parameters: Parameter[] = [];
  if (flow.graph.usesPersona(declaration)) {
    context.persona = context.names.unique(PERSONA_PARAMETER);
    parameters.push({ name: PERSONA_PARAMETER, defaultValue: "" });
  }
  names.forEach((parameterName) => {
    context.names.reserve(parameterName);
  });
  for (const parameter of declaration.parameters) {
    const parameterName = names.get(parameter);
    if (parameterName === undefined || isContextParameter(checker, parameter)) {
      continue;
    }
    parameters.push({ name: parameterName, defaultValue: "" });
    receive(parameter, parameterName, context);
  }
  return parameters.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function receive(parameter: ts.ParameterDeclaration, parameterName: string, context: FunctionContext): void {
  const crossed: Expression = nsl.name(parameterName);
  let value = parameterCrossing(context.checker, parameter) === "text" ? crossed : nsl.loads(crossed);
  if (parameter.initializer !== undefined) {
    if (mayBeNull(context.checker.getTypeAtLocation(parameter))) {
      context.refuse(parameter, "nullDefault");
    }
    context.emit({ ...nsl.set(parameterName, value), origin: parameter });
    const { initializer } = parameter;
    const fallback = context.capture(() => context.expression(initializer));
    value = choose(
      nsl.isNone(crossed),
      fallback,
      { statements: [], result: crossed },
      context,
      parameterName,
    );
  }
  if (!ts.isIdentifier(parameter.name)) {
    bindPattern(parameter.name, context.spill(value, parameterName), context);
    return;
  }
  const symbol = context.checker.getSymbolAtLocation(parameter.name);
  if (symbol === undefined) {
    return;
  }
  if (context.variables.isBoxed(symbol)) {
    context.variables.initialise(symbol, value, parameter);
    return;
  }
  context.variables.declare(symbol, parameterName);
  if (value !== crossed) {
    context.emit({ ...nsl.set(parameterName, value), origin: parameter });
  }
}
