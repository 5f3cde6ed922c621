/** Functions of JavaScript's global objects. */
import type ts from "typescript";
import { isFresh } from "../analysis/fresh.ts";
import { resolveSymbol } from "../analysis/functions.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { calleeAdvice } from "../diagnostics/advice.ts";
import { describe } from "../diagnostics/describe.ts";
import { functionOfLibraryAdvice, globalNameAdvice } from "../diagnostics/library-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { power } from "../transform/power.ts";
import { standingAlone, textOf } from "../transform/printed.ts";
import { isListValue } from "../transform/value-tests.ts";
import { arrayFrom } from "./arrays.ts";
import { type GlobalFunction, one } from "./global-function.ts";
import { stringify } from "./json.ts";
import { decimalOf, integerOf, isFiniteTest, isIntegerTest, isNaNTest, numberOf } from "./numbers.ts";
import { ceil, extreme, floor, rounding, sign } from "./math.ts";
import { fromEntries, hasOwn, keysOf, listing } from "./objects.ts";
import { decodeComponent, encodeComponent } from "./percents.ts";

/** `String(value)` and templates: texts, integers, booleans. */
function stringOf(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  if (argument === undefined) {
    return nsl.text("");
  }
  const type = context.checker.getTypeAtLocation(argument);
  return standingAlone(textOf(argument, context), type);
}

/** `Object.freeze({ ... })`: of what nobody else has yet, TypeScript keeps the promise. */
function frozen(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  return argument !== undefined && isFresh(argument, context)
    ? context.expression(argument)
    : context.refuse(
        node,
        "methodArguments",
        node.expression.getText(),
        argument === undefined ? "Give an object." : `Leave it out: ${describe(argument)}.`,
      );
}

const namespaces: Readonly<Record<string, Readonly<Record<string, GlobalFunction>>>> = {
  JSON: { stringify },
  Math: {
    abs: one((argument) => nsl.filter(argument, "abs")),
    ceil: rounding("ceil", ceil),
    floor: rounding("floor", floor),
    max: extreme(">="),
    min: extreme("<="),
    pow: (node, context) => {
      const [base, exponent] = node.arguments;
      return base === undefined || exponent === undefined || node.arguments.length !== 2
        ? context.refuse(node, "methodArguments", "Math.pow", "Give two numbers.")
        : power(node, [base, exponent], context);
    },
    // Half a unit goes up, as in JavaScript: (2a + b) // 2b.
    round: rounding("round", (left, divisor) =>
      floor(
        nsl.binary("+", nsl.binary("*", nsl.number(2), left), divisor),
        nsl.binary("*", nsl.number(2), divisor),
      ),
    ),
    sign: one(sign),
    trunc: rounding("trunc", (left, divisor, context) => {
      const value = context.stable(left, "dividend");
      return nsl.conditional(
        nsl.binary(">=", value, nsl.number(0)),
        floor(value, divisor),
        nsl.unary("-", floor(nsl.unary("-", value), divisor)),
      );
    }),
  },
  Object: {
    freeze: frozen,
    seal: frozen,
    entries: listing((key, record) => nsl.list([key, nsl.item(record, key)])),
    fromEntries,
    hasOwn,
    keys: (node, context) => keysOf(node, context)?.keys ?? nsl.none,
    values: listing((key, record) => nsl.item(record, key)),
  },
  Number: {
    isFinite: isFiniteTest,
    isInteger: isIntegerTest,
    isNaN: isNaNTest,
    isSafeInteger: isIntegerTest,
    parseFloat: decimalOf,
    parseInt: integerOf,
  },
  Array: {
    from: arrayFrom,
    isArray: one((argument, context) => isListValue(context.stable(argument, "value"))),
  },
};

/** Functions that belong to no object. */
const plainFunctions: Readonly<Record<string, GlobalFunction>> = {
  Number: numberOf,
  String: stringOf,
  decodeURIComponent: decodeComponent,
  encodeURIComponent: encodeComponent,
  isFinite: isFiniteTest,
  isNaN: isNaNTest,
  parseFloat: decimalOf,
  parseInt: integerOf,
};

/** Names of the functions, for the documentation of the language. */
export const globalFunctionNames: readonly string[] = [
  ...Object.keys(plainFunctions),
  ...Object.entries(namespaces).flatMap(([space, functions]) =>
    Object.keys(functions).map((functionName) => `${space}.${functionName}`),
  ),
];

/** `Math.floor(...)`, `Object.keys(...)`. */
export function callNamespace(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const space = callee.expression.getText();
  const functions = Object.hasOwn(namespaces, space) ? namespaces[space] : undefined;
  const build =
    functions !== undefined && Object.hasOwn(functions, callee.name.text)
      ? functions[callee.name.text]
      : undefined;
  return build === undefined ? unknown(callee, callee.getText(), context) : build(node, context);
}

/** `String(...)` and refusals for the other global functions. */
export function callGlobalFunction(
  node: ts.CallExpression,
  functionName: string,
  context: FunctionContext,
): Expression {
  const plain = Object.hasOwn(plainFunctions, functionName) ? plainFunctions[functionName] : undefined;
  if (plain !== undefined) {
    return plain(node, context);
  }
  const symbol = resolveSymbol(context.checker, node.expression);
  return functionOfLibraryAdvice(functionName) !== ""
    ? unknown(node.expression, functionName, context)
    : context.refuse(node, "unknownFunction", functionName, calleeAdvice(symbol?.valueDeclaration));
}

function unknown(node: ts.Node, global: string, context: FunctionContext): Expression {
  return context.refuse(node, "unknownGlobal", global, globalNameAdvice(node, global));
}
