/** Callbacks written in place: their body becomes the body of a loop. */
import ts from "typescript";
import { type Callable, callableGiven, isAsync } from "../analysis/functions.ts";
import { isGlobal } from "../analysis/globals.ts";
import { isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { callbackAdvice } from "../diagnostics/callback-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { callbackResult, callbackValue } from "../transform/arrow-body.ts";
import { isRefusedArrow } from "../transform/arrows.ts";
import { markBoxed } from "../transform/boxing.ts";
import { truth } from "../transform/condition.ts";
import { writableNumber } from "../transform/decimals.ts";
import { stopWhen } from "../transform/stop.ts";
import { callFunction } from "../transform/function-call.ts";
import { bindPattern } from "../transform/patterns.ts";
import { standingAlone, textOfValue } from "../transform/printed.ts";
import { numberReader } from "./numbers.ts";
import { elementType } from "./list-values.ts";

/** What a method does with each element. */
export interface Callback {
  /** Where it stands, for what comes of it. */
  readonly origin: ts.Node;
  /** How many of what the method hands it, it takes. */
  readonly takes: number;
  /** A name for what it takes at a position. */
  preferred(position: number): string | undefined;
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
  if (given !== undefined && isGlobal(given, "Number", context)) {
    return numberCallback(node, given, context);
  }
  const handed = given && context.handed(given);
  if (given !== undefined && handed === null) {
    // Nothing was given: what asks for it stands behind a test that it was.
    const nothing = {
      value: () => nsl.none,
      test: () => nsl.boolean(false),
      returns: checker.getUndefinedType(),
    };
    return elementCallback(node, given, nothing, context);
  }
  const callback = handed ?? callableGiven(given, checker);
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

function arrowCallback(arrow: ts.ArrowFunction, origin: ts.Node, context: FunctionContext): Callback {
  return {
    origin,
    takes: arrow.parameters.length,
    preferred: (position) => {
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
    test: (inner) => callbackResult(arrow, inner, (node) => inner.condition(node)),
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
    preferred: () => undefined,
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
    standingAlone(textOfValue(writableNumber(element, type, origin, inner), type, origin, inner), type);
  const returns = context.checker.getStringType();
  return elementCallback(node, origin, { value, test: value, returns }, context);
}

/** `Number` as a callback: the element as a number; the skill stops for what is none. */
function numberCallback(
  node: ts.CallExpression,
  origin: ts.Expression,
  context: FunctionContext,
): Callback | null {
  if (!strictly(isText, elementType(node, context))) {
    context.refuse(origin, "callbackShape", "map", "Give a list of texts that are always there.");
    return null;
  }
  const value: Made = (element, _type, inner) => {
    const reader = numberReader(origin, inner);
    const read = nsl.loads(nsl.invoke(inner.flow.skillOf(reader), [["text", element]]));
    const known = inner.unhinted(() => inner.spill(read, "number"));
    stopWhen(nsl.isNone(known), "Number(text) is NaN", origin, inner);
    return known;
  };
  const returns = context.checker.getNumberType();
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
    preferred: () => undefined,
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
