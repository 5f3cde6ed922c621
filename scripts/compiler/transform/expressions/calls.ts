/** Calls: actions of the platform, library functions, methods, and functions of the module. */
import ts from "typescript";
import { callbackValue } from "../../builtins/callbacks.ts";
import { methodAdvice } from "../../diagnostics/library-advice.ts";
import { callGlobalFunction, callNamespace, isNamespace } from "../../builtins/globals.ts";
import { callIntrinsic, isIntrinsic } from "../../builtins/intrinsics.ts";
import { callListMethod } from "../../builtins/lists.ts";
import { callAction } from "../../builtins/platform.ts";
import { callRegexMethod } from "../../builtins/regex/calls.ts";
import { regexLiteral } from "../../builtins/regex/constants.ts";
import { callTextMethod } from "../../builtins/strings.ts";
import type { Expression, Keyword } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { acts, type FunctionContext, isPure, isStable } from "../function-context.ts";
import {
  type Callable,
  functionName,
  isAsync,
  isContextExpression,
  isContextParameter,
  resolveArrow,
  resolveFunction,
  resultType,
  singleExpression,
} from "../functions.ts";
import { parameterCrossing, parameterNames, PERSONA_PARAMETER } from "../parameters.ts";
import { isPush, markBoxed } from "../statements/boxing.ts";
import { crossing, isBoolean, isList, isNumber, isText, typeName } from "../types.ts";
import { transformChain } from "./access.ts";
import { bindParameter, isRefusedArrow } from "./arrows.ts";
import { transformExpression, transformOrdered } from "./index.ts";

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
    return callGlobalFunction(node, callee.text, context);
  }
  checkContextArguments(arrow, node.arguments, node, context);
  return callArrow(arrow, node, context);
}

function worksOf(args: readonly ts.Expression[], context: FunctionContext): readonly Work[] {
  return args.map((argument) => () => transformExpression(argument, context));
}

function takesSpread(node: ts.CallExpression): boolean {
  return isPush(node) || ["Math.max", "Math.min"].includes(node.expression.getText());
}

function transformMethodCall(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  if (isContextExpression(context.checker, callee.expression)) {
    return callAction(node, callee.name.text, context);
  }
  if (isNamespace(callee.expression, context)) {
    return callNamespace(node, callee, context);
  }
  if (regexLiteral(callee.expression, context.checker) !== undefined) {
    return callRegexMethod(node, callee, context);
  }
  const hint = context.hint;
  context.hint = null;
  const before = context.flow.reporter.count;
  const target = transformExpression(callee.expression, context);
  context.hint = hint;
  if (context.flow.reporter.count > before) {
    return nsl.none;
  }
  return callMethod(target, node, callee, context);
}

/** The call at the end of a chain: `a?.map(...)`; the target is already in NSL. */
export function transformCallStep(
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  return ts.isPropertyAccessExpression(node.expression)
    ? callMethod(target, node, node.expression, context)
    : context.refuse(node, "unknownFunction", node.expression.getText());
}

function callMethod(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const { checker } = context;
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(callee.expression));
  const value = computedBefore(target, node.arguments, context);
  if (isText(owner)) {
    return callTextMethod(value, node, callee.name.text, context);
  }
  if (isList(checker, owner)) {
    return callListMethod(value, node, callee, context);
  }
  if (
    callee.name.text === "toString" &&
    node.arguments.length === 0 &&
    (isNumber(owner) || isBoolean(owner))
  ) {
    return isNumber(owner)
      ? nsl.filter(value, "string")
      : nsl.conditional(value, nsl.text("true"), nsl.text("false"));
  }
  const advice =
    owner.symbol?.name === "RegExp"
      ? "Write the regular expression in place, or as a `const` of its own. "
      : isNumber(owner)
        ? methodAdvice("number", callee.name.text)
        : "";
  return context.refuse(
    callee.name,
    "unknownMethod",
    callee.name.text,
    `\`${typeName(checker, owner)}\``,
    advice,
  );
}

/** A value that must be computed before what comes later: in a variable when both do something. */
export function computedBefore(
  value: Expression,
  later: readonly ts.Expression[],
  context: FunctionContext,
): Expression {
  return acts(value) && later.some(containsCall) ? context.spill(value, "target") : value;
}

/** Does the expression call something at once, and not only in a callback? */
function containsCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) || (!ts.isArrowFunction(node) && (ts.forEachChild(node, containsCall) ?? false))
  );
}

/** Computes one argument. */
type Work = () => Expression;

/** A call of a function of the module: inlined when it is one expression, else a private skill. */
export function callFunction(
  declaration: ts.FunctionDeclaration,
  works: readonly Work[],
  node: ts.Node,
  context: FunctionContext,
): Expression {
  if (isIntrinsic(declaration)) {
    return callIntrinsic(declaration, works, context);
  }
  if (isAsync(declaration)) {
    return context.refuse(node, "missingAwait");
  }
  if (declaration.asteriskToken !== undefined) {
    return context.refuse(node, "unsupportedSyntax", "A generator");
  }
  const circle = context.flow.graph.recursion(declaration);
  if (circle !== undefined) {
    return context.refuse(node, "recursion", functionName(declaration), circle.join(" -> "));
  }
  const expression = singleExpression(declaration);
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
export function callKeywords(
  declaration: ts.FunctionDeclaration,
  args: readonly ts.Expression[],
  node: ts.Node,
  context: FunctionContext,
): Keyword[] {
  checkContextArguments(declaration, args, node, context);
  return keywordsOf(declaration, worksOf(args, context), context);
}

function keywordsOf(
  declaration: ts.FunctionDeclaration,
  works: readonly Work[],
  context: FunctionContext,
): Keyword[] {
  const names = parameterNames(context.checker, declaration);
  const passed = declaration.parameters
    .map((parameter, index) => ({ parameter, work: works[index], name: names.get(parameter) }))
    .filter((entry) => entry.name !== undefined);
  const values = transformOrdered(
    passed.map(
      ({ parameter, work }) =>
        () =>
          encodeArgument(parameter, work, context),
    ),
    context,
    "argument",
  );
  const keywords: Keyword[] = passed.map((entry, index) => [entry.name ?? "", values[index] ?? nsl.none]);
  return context.flow.graph.usesPersona(declaration)
    ? [[PERSONA_PARAMETER, nsl.name(context.persona ?? "none")], ...keywords]
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

/** Writes the body of a one-expression function in place of the call. */
function inline(
  all: readonly ts.ParameterDeclaration[],
  body: ts.Expression,
  works: readonly Work[],
  context: FunctionContext,
): Expression {
  const { checker } = context;
  const passed = all.flatMap((parameter, index) =>
    isContextParameter(checker, parameter) ? [] : [{ parameter, work: works[index] }],
  );
  const hint = context.hint;
  context.hint = null;
  const values = transformOrdered(
    passed.map(
      ({ work }) =>
        () =>
          work?.() ?? nsl.none,
    ),
    context,
    "argument",
  );
  const pairs = passed.flatMap(({ parameter }, index) => {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const value = values[index] ?? nsl.none;
    return symbol === undefined ? [] : [[symbol, bindArgument(symbol, value, body, context)] as const];
  });
  context.hint = hint;
  markBoxed([body], context);
  return context.substituting(pairs, () => transformExpression(body, context));
}

/** Writes the body of an arrow function that has a name in place of the call. */
function callArrow(arrow: ts.ArrowFunction, node: ts.CallExpression, context: FunctionContext): Expression {
  if (isRefusedArrow(arrow, node, context)) {
    return nsl.none;
  }
  const body = singleExpression(arrow);
  const works = worksOf(node.arguments, context);
  if (body !== undefined) {
    return inline(arrow.parameters, body, works, context);
  }
  return context.unhinted(() => {
    const values = transformOrdered(works, context, "argument");
    markBoxed([arrow], context);
    arrow.parameters.forEach((parameter, index) => {
      bindParameter(parameter, values[index], node.arguments[index], context);
    });
    return callbackValue(arrow, context);
  });
}

function bindArgument(
  symbol: ts.Symbol,
  value: Expression,
  body: ts.Expression,
  context: FunctionContext,
): Expression {
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
      const found = ts.isShorthandPropertyAssignment(node.parent)
        ? context.checker.getShorthandAssignmentValueSymbol(node.parent)
        : context.checker.getSymbolAtLocation(node);
      uses += found === symbol ? weight : 0;
    }
    ts.forEachChild(node, (child) => {
      visit(child, ts.isArrowFunction(node) ? weight + 1 : weight);
    });
  };
  visit(body, 1);
  return uses;
}
