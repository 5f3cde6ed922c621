/** Calls: of functions by their name, and of methods. */
import ts from "typescript";
import { isAssignedIn, isPush } from "../../analysis/changes.ts";
import { collectionOf, isUsedInPlace, mayCross } from "../../analysis/collections.ts";
import {
  type Callable,
  callableGiven,
  functionName,
  isAsync,
  resolveArrow,
  resolveFunction,
} from "../../analysis/functions.ts";
import { isAbsentLiteral } from "../../analysis/literals.ts";
import { isFunctionParameter, takesFunctions } from "../../analysis/function-parameters.ts";
import { isContextExpression, isContextParameter } from "../../analysis/platform-context.ts";
import { isCallOf } from "../../analysis/method-calls.ts";
import { mayBeNull } from "../../analysis/types.ts";
import { walk } from "../../analysis/walk.ts";
import { singleExpression } from "../../analysis/single-expression.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { whileSet } from "../../context/while-set.ts";
import { textKeys } from "../../diagnostics/advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { callbackValue } from "../arrow-body.ts";
import { bindParameter, isRefusedArrow } from "../arrows.ts";
import { asInteger } from "../decimals.ts";
import { markBoxed } from "../boxing.ts";
import { goneThrough } from "../collections.ts";
import { callFunction } from "../function-call.ts";
import { callFunctionValue } from "../function-values.ts";
import { inline } from "../inline.ts";
import { transformMethodCall } from "../method-call.ts";
import { transformChain } from "../optional-chain.ts";
import { argumentWorks } from "../rest.ts";

/** A call in an expression; a map that it gives is gone through by its pairs. */
export function transformCall(node: ts.CallExpression, context: FunctionContext): Expression {
  return goneThrough(transformCalled(node, context), node, context);
}

function transformCalled(node: ts.CallExpression, context: FunctionContext): Expression {
  const callee = node.expression;
  const handed = context.handed(node.expression);
  if (handed === null) {
    return nsl.none;
  }
  if (ts.isOptionalChain(node) && handed === undefined) {
    return transformChain(node, context);
  }
  if (handed === undefined && context.graph.values.calledBy(node).length > 0) {
    return callFunctionValue(
      context.unhinted(() => context.expression(callee)),
      node,
      context,
    );
  }
  if (ts.isPropertyAccessExpression(callee)) {
    if (node.arguments.some(ts.isSpreadElement) && !takesSpread(node)) {
      return context.refuse(node, "restParameter");
    }
    return transformMethodCall(node, callee, context);
  }
  if (!ts.isIdentifier(callee)) {
    return context.refuse(node, "unknownFunction", callee.getText());
  }
  const declaration = resolveFunction(context.checker, callee);
  if (declaration !== undefined && !isAsync(declaration) && takesFunctions(declaration, context.checker)) {
    checkContextArguments(declaration, node.arguments, node, context);
    return callInPlace(declaration, node, context);
  }
  const kind = declaration === undefined ? undefined : collectionOf(node, context.checker);
  if (kind !== undefined && !context.sdk.isOwned(node) && !isUsedInPlace(node, context)) {
    const named = `Give it a name, \`const found = ${callee.text}(...);\`, and hand on what is in it.`;
    return context.refuse(node, "classes", kind, mayCross(node, context.checker) ? named : textKeys);
  }
  if (declaration !== undefined) {
    checkContextArguments(declaration, node.arguments, node, context);
    const counts = !context.decimals.has(declaration.getSourceFile());
    const works = argumentWorks(declaration.parameters, node.arguments, context, (value, argument) =>
      counts ? asInteger(value, argument, context) : value,
    );
    return callFunction(declaration, works, node, context);
  }
  if (handed !== undefined && ts.isFunctionDeclaration(handed)) {
    return callFunction(handed, argumentWorks(handed.parameters, node.arguments, context), node, context);
  }
  const arrow = handed ?? resolveArrow(context.checker, callee);
  if (arrow === undefined) {
    return context.library.globalFunction(node, callee.text, context);
  }
  checkContextArguments(arrow, node.arguments, node, context);
  return callArrow(arrow, node, context);
}

function takesSpread(node: ts.CallExpression): boolean {
  return (
    isPush(node) ||
    isCallOf(node, ["toSpliced"]) ||
    ["Math.max", "Math.min"].includes(node.expression.getText())
  );
}

function checkContextArguments(
  declaration: Callable,
  args: readonly ts.Expression[],
  node: ts.Node,
  context: FunctionContext,
): void {
  declaration.parameters.forEach((parameter, index) => {
    const argument = args[index];
    if (
      isContextParameter(context.checker, parameter) &&
      argument !== undefined &&
      !isContextExpression(context.checker, argument)
    ) {
      context.refuse(node, "contextEscapes");
    }
  });
}

/** Writes the body of a function that takes functions in place of the call: `groupBy(items, (item) => item.day)`. */
function callInPlace(
  declaration: ts.FunctionDeclaration,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const { checker } = context;
  const circle = context.graph.recursion(declaration);
  if (circle !== undefined) {
    return context.refuse(node, "recursion", functionName(declaration), circle.join(" -> "));
  }
  if (assignsParameter(declaration, checker)) {
    return context.refuse(
      node,
      "functionValue",
      "Let the function that takes it leave its parameters as they are.",
    );
  }
  const functions: (readonly [ts.Symbol, Callable | null])[] = [];
  for (const [index, parameter] of declaration.parameters.entries()) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    if (symbol === undefined || !isFunctionParameter(parameter, checker)) {
      continue;
    }
    const argument = givenTo(parameter, node.arguments[index], context);
    const handed = argument && context.handed(argument);
    const given = handed === undefined ? callableGiven(argument, checker) : handed;
    const isUnknown = given === undefined || (given !== null && isAsync(given));
    if (argument !== undefined && (isUnknown || isNullOrDefault(parameter, node.arguments[index], context))) {
      return context.refuse(argument, "functionValue");
    }
    functions.push([symbol, given ?? null]);
  }
  return context.unhinted(() => {
    const passed = [...declaration.parameters.entries()].filter(
      ([, parameter]) => !isFunctionParameter(parameter, checker),
    );
    const values = context.ordered(
      passed.map(([index]) => () => {
        const argument = node.arguments[index];
        if (declaration.parameters[index]?.dotDotDotToken !== undefined) {
          return argumentWorks(declaration.parameters, node.arguments, context)[index]?.() ?? nsl.none;
        }
        return argument === undefined || isContextExpression(checker, argument)
          ? nsl.none
          : context.expression(argument);
      }),
      "argument",
    );
    markBoxed([declaration], context);
    return context.variables.apart(variablesOf(declaration, checker), () =>
      whileSet(context.functions, functions, () => {
        passed.forEach(([index, parameter], position) => {
          bindParameter(parameter, values[position], node.arguments[index], context);
        });
        return callbackValue(declaration, context);
      }),
    );
  });
}

/** Its parameters and variables, and those of functions in it. */
function variablesOf(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  walk(declaration, (node) => {
    const isDeclared = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    const symbol = isDeclared ? checker.getSymbolAtLocation(node.name) : undefined;
    found.push(...(symbol === undefined ? [] : [symbol]));
  });
  return found;
}

/** Is it given a parameter that was given no function, of which nobody knows whether it is `null` or takes the default? */
function isNullOrDefault(
  { initializer }: ts.ParameterDeclaration,
  argument: ts.Expression | undefined,
  context: FunctionContext,
): boolean {
  const named = argument && context.checker.getSymbolAtLocation(argument);
  return (
    named !== undefined &&
    context.functions.get(named) === null &&
    initializer !== undefined &&
    mayBeNull(context.checker.getTypeOfSymbol(named))
  );
}

/** What a parameter is given, or its default; undefined where that is nothing. */
function givenTo(
  { initializer }: ts.ParameterDeclaration,
  argument: ts.Expression | undefined,
  context: FunctionContext,
): ts.Expression | undefined {
  const isLeftOut =
    argument === undefined ||
    (ts.isIdentifier(argument) && argument.text === "undefined") ||
    context.handed(argument) === null;
  const given = isLeftOut ? initializer : argument;
  return given === undefined || isAbsentLiteral(given) ? undefined : given;
}

function assignsParameter(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  return declaration.parameters.some(({ name }) =>
    isAssignedIn(checker.getSymbolAtLocation(name), declaration, checker),
  );
}

/** Writes the body of an arrow function that has a name in place of the call. */
function callArrow(arrow: ts.ArrowFunction, node: ts.CallExpression, context: FunctionContext): Expression {
  if (isRefusedArrow(arrow, node, context)) {
    return nsl.refused;
  }
  const body = singleExpression(arrow);
  const works = argumentWorks(arrow.parameters, node.arguments, context);
  if (body !== undefined) {
    return inline(arrow.parameters, body, works, context);
  }
  return context.unhinted(() => {
    const values = context.ordered(works, "argument");
    markBoxed([arrow], context);
    arrow.parameters.forEach((parameter, index) => {
      bindParameter(parameter, values[index], node.arguments[index], context);
    });
    return callbackValue(arrow, context);
  });
}
