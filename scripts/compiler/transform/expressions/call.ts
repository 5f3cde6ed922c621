/** Calls: of functions by their name, and of methods. */
import ts from "typescript";
import { assignmentTargets, isPush } from "../../analysis/changes.ts";
import {
  type Callable,
  callableGiven,
  functionName,
  isAsync,
  resolveArrow,
  resolveFunction,
} from "../../analysis/functions.ts";
import { isContextExpression, isContextParameter } from "../../analysis/platform-context.ts";
import { walk } from "../../analysis/walk.ts";
import { singleExpression } from "../../analysis/single-expression.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { callbackValue } from "../arrow-body.ts";
import { bindParameter, isRefusedArrow } from "../arrows.ts";
import { asInteger } from "../decimals.ts";
import { markBoxed } from "../boxing.ts";
import { callFunction } from "../function-call.ts";
import { inline, type Work } from "../inline.ts";
import { transformMethodCall } from "../method-call.ts";
import { transformChain } from "../optional-chain.ts";

/** A call in an expression. */
export function transformCall(node: ts.CallExpression, context: FunctionContext): Expression {
  const callee = node.expression;
  if (node.arguments.some(ts.isSpreadElement) && !takesSpread(node)) {
    return context.refuse(node, "restParameter");
  }
  if (ts.isOptionalChain(node)) {
    return transformChain(node, context);
  }
  if (ts.isPropertyAccessExpression(callee)) {
    return transformMethodCall(node, callee, context);
  }
  if (!ts.isIdentifier(callee)) {
    return context.refuse(node, "unknownFunction", callee.getText());
  }
  const declaration = resolveFunction(context.checker, callee);
  if (declaration !== undefined && takesFunctions(declaration, context)) {
    checkContextArguments(declaration, node.arguments, node, context);
    return callInPlace(declaration, node, context);
  }
  if (declaration !== undefined) {
    checkContextArguments(declaration, node.arguments, node, context);
    const counts = !context.decimals.has(declaration.getSourceFile());
    const works = node.arguments.map((argument) => () => {
      const value = context.expression(argument);
      return counts ? asInteger(value, argument, context) : value;
    });
    return callFunction(declaration, works, node, context);
  }
  const symbol = context.checker.getSymbolAtLocation(callee);
  const handed = symbol === undefined ? undefined : context.functions.get(symbol);
  if (handed !== undefined && ts.isFunctionDeclaration(handed)) {
    return callFunction(handed, worksOf(node.arguments, context), node, context);
  }
  const arrow = handed ?? resolveArrow(context.checker, callee);
  if (arrow === undefined) {
    return context.library.globalFunction(node, callee.text, context);
  }
  checkContextArguments(arrow, node.arguments, node, context);
  return callArrow(arrow, node, context);
}

function worksOf(args: readonly ts.Expression[], context: FunctionContext): readonly Work[] {
  return args.map((argument) => () => context.expression(argument));
}

function takesSpread(node: ts.CallExpression): boolean {
  return isPush(node) || ["Math.max", "Math.min"].includes(node.expression.getText());
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

/** Does the function take another function, which is no value in NSL? */
function takesFunctions(declaration: ts.FunctionDeclaration, context: FunctionContext): boolean {
  return (
    !isAsync(declaration) &&
    declaration.parameters.some((parameter) => isFunctionParameter(parameter, context))
  );
}

function isFunctionParameter(parameter: ts.ParameterDeclaration, context: FunctionContext): boolean {
  const type = context.checker.getTypeAtLocation(parameter);
  return type.getCallSignatures().length > 0 && !isContextParameter(context.checker, parameter);
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
  for (const [index, parameter] of declaration.parameters.entries()) {
    const argument = node.arguments[index];
    const symbol = checker.getSymbolAtLocation(parameter.name);
    if (argument === undefined || symbol === undefined || !isFunctionParameter(parameter, context)) {
      continue;
    }
    const named = checker.getSymbolAtLocation(argument);
    const given = (named && context.functions.get(named)) ?? callableGiven(argument, checker);
    if (given === undefined || isAsync(given)) {
      return context.refuse(argument, "functionValue");
    }
    context.functions.set(symbol, given);
  }
  return context.unhinted(() => {
    const passed = [...declaration.parameters.entries()].filter(
      ([, parameter]) => !isFunctionParameter(parameter, context),
    );
    const values = context.ordered(
      passed.map(([index]) => () => {
        const argument = node.arguments[index];
        return argument === undefined || isContextExpression(checker, argument)
          ? nsl.none
          : context.expression(argument);
      }),
      "argument",
    );
    markBoxed([declaration], context);
    passed.forEach(([index, parameter], position) => {
      bindParameter(parameter, values[position], node.arguments[index], context);
    });
    return callbackValue(declaration, context);
  });
}

function assignsParameter(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  const own = new Set(declaration.parameters.map(({ name }) => checker.getSymbolAtLocation(name)));
  let assigns = false;
  walk(declaration, (node) => {
    assigns ||= assignmentTargets(node).some((target) => own.has(checker.getSymbolAtLocation(target)));
  });
  return assigns;
}

/** Writes the body of an arrow function that has a name in place of the call. */
function callArrow(arrow: ts.ArrowFunction, node: ts.CallExpression, context: FunctionContext): Expression {
  if (isRefusedArrow(arrow, node, context)) {
    return nsl.refused;
  }
  const body = singleExpression(arrow);
  const works = worksOf(node.arguments, context);
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
