/** Callbacks written in place: their body becomes the body of a loop. */
import ts from "typescript";
import { callbackAdvice } from "../diagnostics/callback-advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import type { FunctionContext, Region } from "../transform/function-context.ts";
import { isRefusedArrow } from "../transform/expressions/arrows.ts";
import { callFunction } from "../transform/expressions/calls.ts";
import { transformCondition, truth } from "../transform/expressions/condition.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { textOfValue } from "../transform/expressions/literals.ts";
import { type Callable, isAsync, resolveArrow, resolveFunction } from "../transform/functions.ts";
import { forRange } from "../transform/ranges.ts";
import { bindPattern } from "../transform/statements/bindings.ts";
import { markBoxed } from "../transform/statements/boxing.ts";
import { transformStatements } from "../transform/statements/index.ts";
import { isGlobal, standingAlone } from "./globals.ts";
import { elementType } from "./list-values.ts";

/** What a method does with each element. */
export interface Callback {
  /** Where it stands, for what comes of it. */
  readonly origin: ts.Node;
  /** How many of what the method hands it, it takes. */
  readonly takes: number;
  /** A name for what it takes at a position. */
  wish(position: number): string | undefined;
  /** Gives it a value for one turn. */
  bind(position: number, value: Expression, context: FunctionContext): void;
  /** What it returns, with what it does before appended here. */
  value(context: FunctionContext): Expression;
  /** The same, as a test. */
  test(context: FunctionContext): Expression;
  /** The type of what it returns. */
  readonly returns: ts.Type | undefined;
}

/** The function given as a callback; null, with a diagnostic, when it is none that can be written in place. */
export function callbackOf(
  node: ts.CallExpression,
  methodName: string,
  context: FunctionContext,
  given: ts.Expression | undefined = node.arguments[0],
): Callback | null {
  const { checker } = context;
  const advice = callbackAdvice(node);
  if (given !== undefined && isGlobal(given, "Boolean", context)) {
    return presence(node, given, context);
  }
  if (given !== undefined && isGlobal(given, "String", context)) {
    return textCallback(node, given, context);
  }
  const callback = callableGiven(given, checker);
  if (given === undefined || callback === undefined) {
    context.refuse(given ?? node, "callbackShape", methodName, advice);
    return null;
  }
  if (isAsync(callback)) {
    context.refuse(given, "awaitInCallback");
    return null;
  }
  const isOpenEnded = callback.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  const hasDefault = callback.parameters.some(({ initializer }) => initializer !== undefined);
  const isTooWide = callback.parameters.length > (methodName === "reduce" ? 4 : 3);
  if (isOpenEnded || isTooWide || (hasDefault && ts.isArrowFunction(callback))) {
    context.refuse(given, "callbackShape", methodName, advice);
    return null;
  }
  if (ts.isArrowFunction(callback)) {
    if (callback !== given) {
      if (isRefusedArrow(callback, given, context)) {
        return null;
      }
      markBoxed([callback], context);
    }
    return arrowCallback(callback, given, context);
  }
  return functionCallback(callback, given, context);
}

/** The function given to a method: an arrow function written in place, or what a name stands for. */
export function callableGiven(
  given: ts.Expression | undefined,
  checker: ts.TypeChecker,
): Callable | undefined {
  if (given === undefined || ts.isArrowFunction(given)) {
    return given;
  }
  return resolveFunction(checker, given) ?? resolveArrow(checker, given);
}

function arrowCallback(arrow: ts.ArrowFunction, origin: ts.Node, context: FunctionContext): Callback {
  return {
    origin,
    takes: arrow.parameters.length,
    wish: (position) => {
      const pattern = arrow.parameters[position]?.name;
      return pattern !== undefined && ts.isIdentifier(pattern) ? pattern.text : undefined;
    },
    bind: (position, value, inner) => {
      const pattern = arrow.parameters[position]?.name;
      if (pattern !== undefined) {
        bindPattern(pattern, value, inner);
      }
    },
    value: (inner) => callbackValue(arrow, inner),
    test: (inner) => callbackResult(arrow, inner, transformCondition),
    returns: returnTypeOf(arrow, context),
  };
}

/** A declared function: it is called with what the method hands it, which is no more than it takes. */
function functionCallback(
  declaration: ts.FunctionDeclaration,
  origin: ts.Node,
  context: FunctionContext,
): Callback {
  const given: Expression[] = [];
  const returns = returnTypeOf(declaration, context);
  const value = (inner: FunctionContext): Expression =>
    callFunction(
      declaration,
      given.map((argument) => () => argument),
      origin,
      inner,
    );
  return {
    origin,
    takes: declaration.parameters.length,
    wish: () => undefined,
    bind: (position, argument) => {
      given[position] = argument;
    },
    value,
    test: (inner) => testOf(value(inner), returns, origin, inner),
    returns,
  };
}

/** `Boolean` as a callback: is the element true? */
function presence(node: ts.CallExpression, origin: ts.Node, context: FunctionContext): Callback {
  const test: Made = (element, type, inner) => testOf(element, type, origin, inner);
  const value: Made = (element, type, inner) =>
    nsl.conditional(test(element, type, inner), nsl.boolean(true), nsl.boolean(false));
  return elementCallback(node, origin, { value, test, returns: context.checker.getBooleanType() }, context);
}

/** `String` as a callback: the element as text. */
function textCallback(node: ts.CallExpression, origin: ts.Node, context: FunctionContext): Callback {
  const value: Made = (element, type, inner) =>
    standingAlone(textOfValue(element, type, origin, inner), type);
  const returns = context.checker.getStringType();
  return elementCallback(node, origin, { value, test: value, returns }, context);
}

/** What a callback makes of an element of a type. */
type Made = (element: Expression, type: ts.Type, context: FunctionContext) => Expression;

/** A callback that makes something of the element alone. */
function elementCallback(
  node: ts.CallExpression,
  origin: ts.Node,
  made: { readonly value: Made; readonly test: Made; readonly returns: ts.Type },
  context: FunctionContext,
): Callback {
  let element: Expression = nsl.none;
  const type = elementType(node, context);
  return {
    origin,
    takes: 1,
    wish: () => undefined,
    bind: (_position, given) => {
      element = given;
    },
    value: (inner) => made.value(element, type, inner),
    test: (inner) => made.test(element, type, inner),
    returns: made.returns,
  };
}

function testOf(
  value: Expression,
  type: ts.Type | undefined,
  origin: ts.Node,
  context: FunctionContext,
): Expression {
  return type === undefined ? value : truth(value, type, origin, context);
}

function returnTypeOf(callback: Callable, context: FunctionContext): ts.Type | undefined {
  const signature = context.checker.getSignatureFromDeclaration(callback);
  return signature === undefined ? undefined : context.checker.getReturnTypeOfSignature(signature);
}

/**
 * Writes a loop over a list. `body` is called with the element (and index and list, when the callback takes them)
 * handed to the callback and appends what one turn does; `offset` is the position of the element among
 * what the callback takes (1 for `reduce`).
 */
export function loopOver(
  list: Expression,
  callback: Callback,
  offset: number,
  context: FunctionContext,
  body: (element: Expression) => void,
): void {
  const isCounted = callback.takes > offset + 1;
  const takesList = callback.takes > offset + 2;
  const stable = isCounted ? context.stable(list, "list") : list;
  context.names.inLoop(() => {
    const variable = context.names.unique(callback.wish(offset) ?? "item");
    const counter = isCounted ? context.names.unique(callback.wish(offset + 1) ?? "index") : null;
    const statements = context.collect(() => {
      if (counter !== null) {
        context.emit(nsl.set(variable, nsl.item(stable, nsl.name(counter))));
        callback.bind(offset + 1, nsl.name(counter), context);
      }
      if (takesList) {
        callback.bind(offset + 2, stable, context);
      }
      if (callback.takes > offset) {
        callback.bind(offset, nsl.name(variable), context);
      }
      context.unhinted(() => {
        body(nsl.name(variable));
      });
    });
    const range = { from: nsl.number(0), to: nsl.filter(stable, "length"), step: 1 };
    const loop =
      counter === null
        ? nsl.forEach([variable], list, statements)
        : forRange(counter, range, statements, context);
    context.emit({ ...loop, origin: callback.origin });
  });
}

/** The value an arrow function returns, with what it does before appended here. */
export function callbackValue(callback: ts.ArrowFunction, context: FunctionContext): Expression {
  return callbackResult(callback, context, transformExpression);
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
    return last.expression === undefined ? nsl.none : read(last.expression, context);
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
  const result = context.makeBox("result", nsl.none, prelude);
  const region: Region = { kind: "callback", prelude, skipFlag: null, stopFlag: null };
  const outer = context.returnTarget;
  context.returnTarget = {
    isJump: true,
    emit: (inner, value, node) => {
      if (value !== null) {
        inner.emit({ ...nsl.put(result, read(value, inner)), origin: node });
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
  return nsl.held(result);
}

function containsReturn(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) {
    return true;
  }
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, containsReturn) ?? false);
}
