/** Calls: of functions by their name, and of methods. */
import ts from "typescript";
import { isPush } from "../../analysis/changes.ts";
import { type Callable, resolveArrow, resolveFunction } from "../../analysis/functions.ts";
import { isContextExpression, isContextParameter } from "../../analysis/platform-context.ts";
import { singleExpression } from "../../analysis/single-expression.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { callbackValue } from "../arrow-body.ts";
import { bindParameter, isRefusedArrow } from "../arrows.ts";
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
  if (declaration !== undefined) {
    checkContextArguments(declaration, node.arguments, node, context);
    return callFunction(declaration, worksOf(node.arguments, context), node, context);
  }
  const arrow = resolveArrow(context.checker, callee);
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
