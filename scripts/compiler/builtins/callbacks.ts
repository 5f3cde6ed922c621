/** Callbacks written in place: their body becomes the body of a loop. */
import ts from "typescript";
import { callbackAdvice } from "../diagnostics/callback-advice.ts";
import {
  type Expression,
  filter,
  forEach,
  item,
  name,
  none,
  number,
  set,
  type Statement,
  held,
  put,
} from "../nsl/ast.ts";
import type { FunctionContext, Region } from "../transform/function-context.ts";
import { transformCondition } from "../transform/expressions/condition.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { isAsync } from "../transform/functions.ts";
import { forRange } from "../transform/ranges.ts";
import { bindPattern } from "../transform/statements/bindings.ts";
import { transformStatements } from "../transform/statements/index.ts";

/** The arrow function given as a callback; null, with a diagnostic, when it is something else. */
export function callbackOf(
  node: ts.CallExpression,
  methodName: string,
  context: FunctionContext,
): ts.ArrowFunction | null {
  const [callback] = node.arguments;
  if (callback === undefined || !ts.isArrowFunction(callback)) {
    context.refuse(callback ?? node, "callbackShape", methodName, callbackAdvice(node, context.checker));
    return null;
  }
  if (isAsync(callback)) {
    context.refuse(callback, "awaitInCallback");
    return null;
  }
  if (
    callback.parameters.some(
      (parameter) => parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined,
    )
  ) {
    context.refuse(callback, "callbackShape", methodName, callbackAdvice(node, context.checker));
    return null;
  }
  return callback;
}

/**
 * Writes a loop over a list. `body` is called with the element (and index, when the callback names one)
 * bound to the callback's parameters and appends what one turn does; `offset` is the position of the
 * element among the parameters (1 for `reduce`).
 */
export function loopOver(
  list: Expression,
  callback: ts.ArrowFunction,
  offset: number,
  context: FunctionContext,
  body: (element: Expression) => void,
): void {
  const element = callback.parameters[offset];
  const index = callback.parameters[offset + 1];
  const [extra] = callback.parameters.slice(offset + 2);
  if (extra !== undefined) {
    const call = callback.parent;
    const advice = ts.isCallExpression(call) ? callbackAdvice(call, context.checker) : "";
    context.refuse(extra, "callbackShape", methodOf(callback), advice);
    return;
  }
  const wish = element !== undefined && ts.isIdentifier(element.name) ? element.name.text : "item";
  const stable = index === undefined ? list : context.stable(list, "list");
  context.names.inLoop(() => {
    const variable = context.names.unique(wish);
    const counter = index === undefined ? null : context.names.unique(index.name.getText());
    const statements = context.collect(() => {
      if (counter !== null && index !== undefined) {
        context.emit(set(variable, item(stable, name(counter))));
        bindPattern(index.name, name(counter), context);
      }
      if (element !== undefined) {
        bindPattern(element.name, name(variable), context);
      }
      context.unhinted(() => {
        body(name(variable));
      });
    });
    const range = { from: number(0), to: filter(stable, "length"), step: 1 };
    const loop =
      counter === null
        ? forEach([variable], list, statements)
        : forRange(counter, range, statements, context);
    context.emit({ ...loop, origin: callback });
  });
}

function methodOf(callback: ts.ArrowFunction): string {
  const call = callback.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    ? call.expression.name.text
    : "";
}

/** The value a callback returns, with what it does before appended here. */
export function callbackValue(callback: ts.ArrowFunction, context: FunctionContext): Expression {
  return callbackResult(callback, context, transformExpression);
}

/** The value a callback returns, as a test. */
export function callbackTest(callback: ts.ArrowFunction, context: FunctionContext): Expression {
  return callbackResult(callback, context, transformCondition);
}

function callbackResult(
  callback: ts.ArrowFunction,
  context: FunctionContext,
  read: (node: ts.Expression, context: FunctionContext) => Expression,
): Expression {
  const { body } = callback;
  if (!ts.isBlock(body)) {
    return read(body, context);
  }
  const last = body.statements.at(-1);
  const earlier = body.statements.slice(0, -1);
  if (last !== undefined && ts.isReturnStatement(last) && !earlier.some(containsReturn)) {
    transformStatements(earlier, context);
    return last.expression === undefined ? none : read(last.expression, context);
  }
  return jumpingResult(body, context, read);
}

/** A body that returns from several places: the value goes into a box, the rest is guarded. */
function jumpingResult(
  body: ts.Block,
  context: FunctionContext,
  read: (node: ts.Expression, context: FunctionContext) => Expression,
): Expression {
  const prelude: Statement[] = [];
  const result = context.makeBox("result", none, prelude);
  const region: Region = { kind: "callback", prelude, skipFlag: null, stopFlag: null };
  const outer = context.returnTarget;
  context.returnTarget = {
    isJump: true,
    emit: (inner, value, node) => {
      if (value !== null) {
        inner.emit({ ...put(result, read(value, inner)), origin: node });
      }
    },
  };
  context.regions.push(region);
  const statements = context.collect(() => {
    transformStatements(body.statements, context);
  });
  context.regions.pop();
  context.returnTarget = outer;
  for (const statement of [...prelude, ...statements]) {
    context.emit(statement);
  }
  return held(result);
}

function containsReturn(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) {
    return true;
  }
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, containsReturn) ?? false);
}
