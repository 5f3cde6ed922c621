/** `Object.keys` and its like. */
import ts from "typescript";
import { isList, isRecord, isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { shortened } from "../diagnostics/advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import { acts } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { inOrder, putInOrder } from "../transform/key-order.ts";
import { writableNumber } from "../transform/decimals.ts";
import { eachItem } from "../transform/ranges.ts";
import { argumentsOf } from "./arguments.ts";
import type { GlobalFunction } from "./global-function.ts";

/** `Object.hasOwn(record, name)`. */
export function hasOwn(node: ts.CallExpression, context: FunctionContext): Expression {
  const [record, name] = node.arguments;
  if (
    record === undefined ||
    name === undefined ||
    !isRecord(context.checker, context.checker.getTypeAtLocation(record))
  ) {
    return context.refuse(node, "methodArguments", "Object.hasOwn", "Give an object and a text.");
  }
  if (!strictly(isText, context.checker.getTypeAtLocation(name))) {
    return context.refuse(name, "methodArguments", "Object.hasOwn", "Give the name as a text.");
  }
  const [object = nsl.none, key = nsl.none] = argumentsOf(node, context);
  // Python looks at the name first.
  return nsl.binary("in", key, acts(object) && acts(key) ? context.spill(object, "record") : object);
}

/** `Object.fromEntries(pairs)`. */
export function fromEntries(node: ts.CallExpression, context: FunctionContext): Expression {
  const [argument] = node.arguments;
  const [pairs = nsl.none] = argumentsOf(node, context);
  const result = context.start(nsl.dict([]), "record");
  const type = argument === undefined ? undefined : nameType(argument, context);
  const put = (pair: Expression): Statement[] =>
    context.collect(() => {
      const given = nsl.item(pair, nsl.number(0));
      const known = type === undefined ? given : writableNumber(given, type, node, context);
      // A name may be given as a number; in an object it is text.
      const name = nsl.filter(known, "string");
      const entry: Expression = { kind: "dict", entries: [[name, nsl.item(pair, nsl.number(1))]] };
      context.emit(nsl.effect(nsl.method(result, "update", entry)));
    });
  eachItem("pair", pairs, put, node, context);
  putInOrder(result, node, context);
  return result;
}

/** The type of the first of a pair. */
function nameType(pairs: ts.Expression, { checker }: FunctionContext): ts.Type | undefined {
  const pair = checker.getIndexTypeOfType(checker.getTypeAtLocation(pairs), ts.IndexKind.Number);
  const first = pair === undefined ? undefined : checker.getPropertyOfType(pair, "0");
  return first === undefined
    ? pair && checker.getIndexTypeOfType(pair, ts.IndexKind.Number)
    : checker.getTypeOfSymbol(first);
}

/** What gives an object where something else, too, may stand. */
function recordAdvice(argument: ts.Expression, context: FunctionContext): string {
  const type = context.checker.getTypeAtLocation(argument);
  return isList(context.checker, type)
    ? "A list has positions and no names: go over the list itself."
    : `A list, a text or nothing may stand here: give \`asObject(${shortened(argument, "value")})\` of the SDK, once it is not null.`;
}

/** The names of an object, in JavaScript's order: names that look like indexes come first. */
export function keysOf(
  node: ts.CallExpression,
  context: FunctionContext,
): { record: Expression; keys: Expression } | null {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length !== 1) {
    context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.");
    return null;
  }
  if (!isRecord(context.checker, context.checker.getTypeAtLocation(argument))) {
    context.refuse(node, "methodArguments", node.expression.getText(), recordAdvice(argument, context));
    return null;
  }
  const record = context.unhinted(() => context.stable(context.expression(argument), "record"));
  const keys = nsl.filter(nsl.method(record, "keys"), "list");
  const type = context.checker.getTypeAtLocation(argument);
  const named = context.checker.getPropertiesOfType(type).map((property) => property.name);
  const open = context.checker.getIndexInfosOfType(type).length > 0 || named.length === 0;
  if (!open && !named.some((name) => /^[0-9]/.test(name))) {
    return { record, keys };
  }
  return { record, keys: inOrder(keys, context) };
}

/** `Object.keys`, `values` and `entries`: one turn a name. */
export const listing =
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
    eachItem("key", found.keys, turn, node, context);
    return result;
  };
