/** `Number(text)`, `parseInt(text)`, `Number.isNaN(n)` and their like. NaN is nothing in NSL. */
import type ts from "typescript";
import { mayBeDecimal, mayBeInfinite } from "../analysis/decimals.ts";
import {
  asksForInteger,
  doubtfulName,
  isNumberReading,
  takesNaN,
  testsAround,
} from "../analysis/doubtful.ts";
import { isBoolean, isNumber, isOpen, isText, strictly, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { numberTest as kindTest } from "../transform/decimals.ts";
import { isDigits } from "./known-texts.ts";
import { hasInfinite, isInfinite } from "../transform/infinity.ts";
import { placeText, stopWhen } from "../transform/stop.ts";

/** `Number(value)` of a text, a number or a boolean. */
export function numberOf(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  return argument === undefined
    ? nsl.number(0)
    : readNumber(argument, context.expression(argument), node, context);
}

/** `Number(value)` and `+value`, of a value in NSL. */
export function readNumber(
  argument: ts.Expression,
  value: Expression,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  const type = context.checker.getTypeAtLocation(argument);
  if (value.refused === true || strictly(isNumber, type)) {
    return value;
  }
  if (strictly(isBoolean, type)) {
    return nsl.conditional(value, nsl.number(1), nsl.number(0));
  }
  if (!strictly(isText, type)) {
    return refuseNumber(node, argument, context);
  }
  if (isDigits(argument, context)) {
    return nsl.filter(value, "int");
  }
  return reading(numberReader(node, context, testsAround(node, context.checker)), value, node, context);
}

/** What reads a number of any kind: decimals where they may be. */
export function numberReader(
  node: ts.Node,
  context: FunctionContext,
  tests: readonly string[] = [],
): ts.FunctionDeclaration {
  const { readDecimal, readInteger, readNumber: readWhole } = context.flow.runtime;
  const reader = asksForInteger(tests) ? readInteger : readWhole;
  return context.decimals.has(node.getSourceFile()) ? readDecimal : reader;
}

/** `parseFloat(text)`. */
export function decimalOf(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "methodArguments", "parseFloat", "Give one argument.");
  }
  const type = context.checker.getTypeAtLocation(argument);
  return strictly(isText, type)
    ? reading(context.flow.runtime.readLeadingDecimal, context.expression(argument), node, context)
    : refuseNumber(node, argument, context);
}

/** `parseInt(text, 10)`. */
export function integerOf(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument, radix] = node.arguments;
  if (argument === undefined || (radix !== undefined && radix.getText() !== "10")) {
    return context.refuse(node, "methodArguments", "parseInt", "Write `parseInt(text, 10)`.");
  }
  const type = context.checker.getTypeAtLocation(argument);
  if (strictly(isNumber, type)) {
    return context.expression(argument);
  }
  if (radix === undefined) {
    return context.refuse(
      node,
      "methodArguments",
      "parseInt",
      `Write \`parseInt(${placeText(argument)}, 10)\`.`,
    );
  }
  return strictly(isText, type)
    ? reading(context.flow.runtime.readLeadingInteger, context.expression(argument), node, context)
    : refuseNumber(node, argument, context);
}

function refuseNumber(node: ts.Expression, argument: ts.Expression, context: FunctionContext): Expression {
  const type = typeName(context.checker, context.checker.getTypeAtLocation(argument));
  const advice = `Give a text that is always there, such as \`asText(value)\` of the SDK or \`value ?? ""\`, not \`${type}\`.`;
  return context.refuse(node, "methodArguments", "Number", advice);
}

/** What a reader gives; where the program does not ask whether it is NaN, the skill stops for it. */
function reading(
  reader: ts.FunctionDeclaration,
  value: Expression,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  const read = nsl.loads(nsl.invoke(context.flow.skillOf(reader), [["text", value]]));
  if (takesNaN(node) || testsAround(node, context.checker).length > 0) {
    return read;
  }
  const known = context.unhinted(() => context.spill(read, "number"));
  stopWhen(nsl.isNone(known), `${placeText(node)} is NaN`, node, context);
  return known;
}

/** `Number.isNaN(n)`, `isNaN(n)`: true for what is no number. */
export function isNaNTest(node: ts.CallExpression, context: FunctionContext): Expression {
  return numberTest(node, context, (value) => nsl.isNone(value), false);
}

/** `Number.isFinite(n)`: every number is finite where none is infinite. */
export function isFiniteTest(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  if (argument === undefined || !hasInfinite(node, context) || isNumberReading(argument, context)) {
    return numberTest(node, context, (value) => nsl.isNotNone(value), true);
  }
  if (strictly(isNumber, context.checker.getTypeAtLocation(argument)) && !mayBeInfinite(argument, context)) {
    return numberTest(node, context, (value) => nsl.isNotNone(value), true);
  }
  const value = context.unhinted(() => context.stable(context.expression(argument), "value"));
  return nsl.and(kindTest(value, node, context), nsl.not(isInfinite(value)));
}

/** `Number.isInteger(n)`: every number is an integer, where there are no decimals. */
export function isIntegerTest(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  return argument !== undefined && node.arguments.length === 1 && mayBeDecimal(argument, context)
    ? nsl.test(context.expression(argument), "integer")
    : isFiniteTest(node, context);
}

function numberTest(
  node: ts.CallExpression,
  context: FunctionContext,
  ofDoubtful: (value: Expression) => Expression,
  ofNumber: boolean,
): Expression {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.");
  }
  const type = context.checker.getTypeAtLocation(argument);
  if (isNumberReading(argument, context) || doubtfulName(argument, context) !== undefined) {
    return ofDoubtful(context.expression(argument));
  }
  const value = context.expression(argument);
  if (strictly(isNumber, type)) {
    return nsl.boolean(ofNumber);
  }
  const isAsked = node.expression.getText().startsWith("Number.") && (isOpen(type) || ofNumber);
  return isAsked
    ? ofNumber
      ? kindTest(value, node, context)
      : nsl.not(kindTest(value, node, context))
    : context.refuse(node, "methodArguments", node.expression.getText(), "Give a number: `Number(text)`.");
}
