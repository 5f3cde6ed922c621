/** Functions of JavaScript's global objects. */
import ts from "typescript";
import { calleeAdvice, shortened } from "../diagnostics/advice.ts";
import { functionOfLibraryAdvice } from "../diagnostics/library-advice.ts";
import type { Expression, Keyword, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { isListValue } from "../transform/expressions/equality.ts";
import { textOf } from "../transform/expressions/literals.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { strictly } from "../transform/expressions/operators.ts";
import { acts, type FunctionContext } from "../transform/function-context.ts";
import {
  isList,
  isNumber,
  mayBeNumber,
  isObjectOnly,
  isText,
  mayBeUndefined,
  membersOf,
} from "../transform/types.ts";
import { resolveSymbol } from "../transform/functions.ts";
import { distinct, setOf, spreadList } from "../transform/expressions/literals.ts";
import { forRange } from "../transform/ranges.ts";
import { argumentsOf } from "./arguments.ts";
import { callbackOf } from "./callbacks.ts";
import { ceil, extreme, floor, rounding } from "./math.ts";
import { inOrder, putInOrder } from "./key-order.ts";

type GlobalFunction = (node: ts.CallExpression, context: FunctionContext) => Expression;

const one =
  (build: (argument: Expression, context: FunctionContext) => Expression): GlobalFunction =>
  (node, context) => {
    const [argument] = argumentsOf(node, context);
    return argument === undefined || node.arguments.length !== 1
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.")
      : build(argument, context);
  };

/** JSON text exactly as JSON.stringify writes it. */
function stringify(node: ts.CallExpression, context: FunctionContext): Expression {
  const [value] = node.arguments;
  if (value === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "stringifyArguments");
  }
  if (mayBeUndefined(context.checker.getTypeAtLocation(value))) {
    return context.refuse(value, "undefinedProperty");
  }
  const keywords: Keyword[] = [
    ["ensure_ascii", nsl.boolean(false)],
    ["separators", nsl.tuple([nsl.text(","), nsl.text(":")])],
  ];
  const written = nsl.call(
    nsl.attribute(nsl.name("json"), "dumps"),
    [transformExpression(value, context)],
    keywords,
  );
  // Half a surrogate pair is written as its escape, as in JavaScript; as it stands nothing could send it.
  return nsl.method(nsl.method(written, "encode", nsl.text("utf-8"), nsl.text("backslashreplace")), "decode");
}

/** `String(value)` and templates: texts, integers, booleans. */
function stringOf(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  if (argument === undefined) {
    return nsl.text("");
  }
  const type = context.checker.getTypeAtLocation(argument);
  return standingAlone(textOf(argument, context), type);
}

/** A text that is joined to no other: there a number would stay a number. */
export function standingAlone(value: Expression, type: ts.Type): Expression {
  return mayBeNumber(type) ? nsl.filter(value, "string") : value;
}

function hasOwn(node: ts.CallExpression, context: FunctionContext): Expression {
  const [record, name] = node.arguments;
  if (record === undefined || name === undefined || !isRecord(record, context)) {
    return context.refuse(node, "methodArguments", "Object.hasOwn", "Give an object and a text.");
  }
  if (!strictly(isText, context.checker.getTypeAtLocation(name))) {
    return context.refuse(name, "methodArguments", "Object.hasOwn", "Give the name as a text.");
  }
  const [object = nsl.none, key = nsl.none] = argumentsOf(node, context);
  // Python looks at the name first.
  return nsl.binary("in", key, acts(object) && acts(key) ? context.spill(object, "record") : object);
}

/** An object that is neither a list nor absent. */
function isRecord(node: ts.Expression, context: FunctionContext): boolean {
  const type = context.checker.getTypeAtLocation(node);
  return (
    strictly(isObjectOnly, type) && !membersOf(type).some((member) => context.checker.isArrayLikeType(member))
  );
}

function fromEntries(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  if (argument !== undefined && givesUndefined(context.checker.getTypeAtLocation(argument), context)) {
    return context.refuse(argument, "undefinedProperty");
  }
  const [pairs = nsl.none] = argumentsOf(node, context);
  const result = context.start(nsl.dict([]), "record");
  const entry = (pair: Expression): Expression => ({
    kind: "dict",
    // A name may be given as a number; in an object it is text.
    entries: [[nsl.filter(nsl.item(pair, nsl.number(0)), "string"), nsl.item(pair, nsl.number(1))]],
  });
  context.eachItem("pair", pairs, (pair) => [nsl.effect(nsl.method(result, "update", entry(pair)))], node);
  putInOrder(result, node, context);
  return result;
}

/** May one of the pairs hold undefined as its value? */
function givesUndefined(pairs: ts.Type, context: FunctionContext): boolean {
  const { checker } = context;
  const pair = checker.getIndexTypeOfType(pairs, ts.IndexKind.Number);
  return (
    pair !== undefined &&
    membersOf(pair).some((member) => {
      const second = checker.getPropertyOfType(member, "1");
      const value =
        second === undefined
          ? checker.getIndexTypeOfType(member, ts.IndexKind.Number)
          : checker.getTypeOfSymbol(second);
      return value !== undefined && mayBeUndefined(value);
    })
  );
}

/** What gives an object where something else, too, may stand. */
function recordAdvice(argument: ts.Expression, context: FunctionContext): string {
  const type = context.checker.getTypeAtLocation(argument);
  return isList(context.checker, type)
    ? "A list has positions and no names: go over the list itself."
    : `A list, a text or nothing may stand here: give \`asObject(${shortened(argument, "value")})\` of the SDK, once it is not null.`;
}

/** The names of an object, in JavaScript's order: names that look like indexes come first. */
function keysOf(
  node: ts.CallExpression,
  context: FunctionContext,
): { record: Expression; keys: Expression } | null {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length !== 1) {
    context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.");
    return null;
  }
  if (!isRecord(argument, context)) {
    context.refuse(node, "methodArguments", node.expression.getText(), recordAdvice(argument, context));
    return null;
  }
  const hint = context.hint;
  context.hint = null;
  const record = context.stable(transformExpression(argument, context), "record");
  const keys = nsl.filter(nsl.method(record, "keys"), "list");
  const type = context.checker.getTypeAtLocation(argument);
  const named = context.checker.getPropertiesOfType(type).map((property) => property.name);
  const open = context.checker.getIndexInfosOfType(type).length > 0 || named.length === 0;
  context.hint = hint;
  if (!open && !named.some((name) => /^[0-9]/.test(name))) {
    return { record, keys };
  }
  return { record, keys: inOrder(keys, context) };
}

/** `Object.keys`, `values` and `entries`: one turn a name. */
const listing =
  (part: (key: Expression, record: Expression) => Expression): GlobalFunction =>
  (node, context) => {
    const found = keysOf(node, context);
    if (found === null) {
      return nsl.none;
    }
    const result = context.start(nsl.list([]), "parts");
    const turn = (key: Expression): Statement[] => [
      nsl.effect(nsl.method(result, "append", part(key, found.record))),
    ];
    context.eachItem("key", found.keys, turn, node);
    return result;
  };

/** `Array.from({ length: n }, (_, i) => ...)`; of a list, or of a set of one, it is a copy. */
function arrayFrom(node: ts.CallExpression, context: FunctionContext): Expression {
  const [source, mapper] = node.arguments;
  if (source === undefined) {
    return context.refuse(node, "methodArguments", "Array.from", "Give `{ length: count }` or a list.");
  }
  const length = lengthGiven(source, context);
  if (length !== undefined && mapper !== undefined) {
    return madeList(length, mapper, node, context);
  }
  if (mapper !== undefined || length !== undefined) {
    const advice =
      length === undefined
        ? `Write \`${shortened(source, "list")}.map(...)\`.`
        : "Say what stands at each position: `Array.from({ length: count }, (_, index) => index)`.";
    return context.refuse(node, "methodArguments", "Array.from", advice);
  }
  const repeated = setOf(source, context);
  return repeated === undefined
    ? nsl.binary("+", nsl.list([]), spreadList(source, context))
    : distinct(repeated, node, context);
}

/** The number in `{ length: number }`. */
function lengthGiven(node: ts.Expression, context: FunctionContext): ts.Expression | undefined {
  const [only, more] = ts.isObjectLiteralExpression(node) ? node.properties : [];
  const length = only !== undefined && ts.isPropertyAssignment(only) ? only : undefined;
  return length !== undefined &&
    more === undefined &&
    length.name.getText() === "length" &&
    strictly(isNumber, context.checker.getTypeAtLocation(length.initializer))
    ? length.initializer
    : undefined;
}

/** A list of what the callback gives for each position. */
function madeList(
  length: ts.Expression,
  mapper: ts.Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const callback = callbackOf(node, "from", context, mapper);
  if (callback === null) {
    return nsl.none;
  }
  const hint = context.hint;
  context.hint = null;
  const to = context.stable(transformExpression(length, context), "length");
  context.hint = hint;
  const result = context.start(nsl.list([]), "made");
  context.names.inLoop(() => {
    const counter = context.names.unique(callback.wish(1) ?? "index");
    const turn = context.collect(() => {
      if (callback.takes > 1) {
        callback.bind(1, nsl.name(counter), context);
      }
      // There is no element: a name that says so is not read.
      if (callback.takes > 0 && callback.wish(0)?.startsWith("_") !== true) {
        callback.bind(0, nsl.none, context);
      }
      const value = context.unhinted(() => callback.value(context));
      context.emit({ ...nsl.effect(nsl.method(result, "append", value)), origin: mapper });
    });
    const range = { from: nsl.number(0), to, step: 1 };
    context.emit({ ...forRange(counter, range, turn, context), origin: mapper });
  });
  return result;
}

const namespaces: Readonly<Record<string, Readonly<Record<string, GlobalFunction>>>> = {
  JSON: { stringify },
  Math: {
    abs: one((argument) => nsl.filter(argument, "abs")),
    ceil: rounding(ceil),
    floor: rounding(floor),
    max: extreme(">="),
    min: extreme("<="),
    trunc: rounding((left, divisor, context) => {
      const value = context.stable(left, "dividend");
      return nsl.conditional(
        nsl.binary(">=", value, nsl.number(0)),
        floor(value, divisor),
        nsl.unary("-", floor(nsl.unary("-", value), divisor)),
      );
    }),
  },
  Object: {
    entries: listing((key, record) => nsl.list([key, nsl.item(record, key)])),
    fromEntries,
    hasOwn,
    keys: (node, context) => keysOf(node, context)?.keys ?? nsl.none,
    values: listing((key, record) => nsl.item(record, key)),
  },
  Array: {
    from: arrayFrom,
    isArray: one((argument, context) => isListValue(context.stable(argument, "value"))),
  },
};

/** Instead of global functions that are no matter of the language at all. */
const instead: Readonly<Record<string, string>> = {
  isFinite: "A number is always an integer here; `toInteger(text).ok` tells whether a text is one.",
  isNaN: "A number is always an integer here; `toInteger(text).ok` tells whether a text is one.",
  parseFloat: "Keep a decimal as text, or read an integer with `toInteger(text)` of the SDK.",
};

/** Names of the functions, for the documentation of the language. */
export const globalFunctionNames: readonly string[] = Object.entries(namespaces).flatMap(
  ([space, functions]) => Object.keys(functions).map((functionName) => `${space}.${functionName}`),
);

/** Is this the global of that name, and not something of the author's? */
export function isGlobal(node: ts.Expression, global: string, context: FunctionContext): boolean {
  return ts.isIdentifier(node) && node.text === global && isNamespace(node, context);
}

/** Is this the name of a global object such as `Math`, and not a variable of the author's? */
export function isNamespace(node: ts.Expression, context: FunctionContext): boolean {
  if (!ts.isIdentifier(node)) {
    return false;
  }
  const symbol = context.checker.getSymbolAtLocation(node);
  const declared = symbol?.declarations ?? [];
  return (
    declared.length > 0 &&
    declared.every((declaration) => declaration.getSourceFile().isDeclarationFile) &&
    ((symbol?.flags ?? 0) & ts.SymbolFlags.Variable) !== 0
  );
}

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
  if (functionName === "String") {
    return stringOf(node, context);
  }
  return functionOfLibraryAdvice(functionName) !== ""
    ? unknown(node.expression, functionName, context)
    : context.refuse(node, "unknownFunction", functionName, globalAdvice(node, functionName, context));
}

function globalAdvice(node: ts.CallExpression, functionName: string, context: FunctionContext): string {
  const symbol = resolveSymbol(context.checker, node.expression);
  return (
    (Object.hasOwn(instead, functionName) ? instead[functionName] : undefined) ??
    calleeAdvice(symbol?.valueDeclaration)
  );
}

function unknown(node: ts.Node, global: string, context: FunctionContext): Expression {
  return context.refuse(
    node,
    "unknownGlobal",
    global,
    functionOfLibraryAdvice(global) || "See the list of functions in docs/subset.md.",
  );
}
