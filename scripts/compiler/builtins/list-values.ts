/** Methods of lists without a callback of their own, and what those with one need, too. */
import ts from "typescript";
import { mayHoldHalves } from "../analysis/halves.ts";
import { isEntriesLoop } from "../analysis/iterables.ts";
import { membersGiven } from "../analysis/type-arguments.ts";
import {
  isAbsent,
  isObjectOnly,
  isOpen,
  isPrimitive,
  isText,
  mayBeBoolean,
  mayBeNull,
  mayBeNumber,
  mayBeUndefined,
  membersOf,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import { isRepeatable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { writableNumber } from "../transform/decimals.ts";
import { printed } from "../transform/printed.ts";
import { eachItem, eachNumber } from "../transform/ranges.ts";
import { spreadList } from "../transform/spread-list.ts";
import { fromUnits, units } from "../transform/text-units.ts";
import { argumentsOf } from "./arguments.ts";

/** The statement that puts a value at the end of a list. */
export const append = (target: string, value: Expression, origin: ts.Node): Statement => ({
  ...nsl.effect(nsl.method(nsl.name(target), "append", value)),
  origin,
});

/** `list.flat()` of a list of lists: one level. */
export function flat(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const kinds = membersOf(elementType(node, context));
  if (node.arguments.length > 0 || !kinds.every((kind) => context.checker.isArrayLikeType(kind))) {
    return context.refuse(node, "methodArguments", "flat", "Flatten a list of lists, by one level.");
  }
  const result = context.start(nsl.list([]), "flattened");
  const variable = result.kind === "name" ? result.name : "";
  context.names.inLoop(() => {
    const inner = context.names.helper("inner");
    const turn = context.collect(() => {
      eachItem("entry", nsl.name(inner), (entry) => [append(variable, entry, node)], node, context);
    });
    context.emit({ ...nsl.forEach([inner], target, turn), origin: node });
  });
  return result;
}

/** `for (const [index, item] of list.entries())`: a list of pairs. */
export function entries(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  if (!isEntriesLoop(node)) {
    return context.refuse(
      node,
      "methodArguments",
      "entries",
      "Write `for (const [i, x] of list.entries())`.",
    );
  }
  const known = context.stable(target, "list");
  const pairs = context.spill(nsl.list([]), "pairs");
  const variable = pairs.kind === "name" ? pairs.name : "";
  const turn = (at: Expression): Statement[] => [append(variable, nsl.list([at, nsl.item(known, at)]), node)];
  eachNumber("at", { from: nsl.number(0), to: nsl.filter(known, "length"), step: 1 }, turn, node, context);
  return pairs;
}

/** `list.concat(a, b)`: a new list of all. */
export function concat(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const values = context.ordered(
    node.arguments.map(
      (argument) => () =>
        isItem(argument, context) ? nsl.list([context.expression(argument)]) : spreadList(argument, context),
    ),
    "list",
  );
  const [first, ...rest] = values;
  // Without an argument it still makes a new list.
  return rest.reduce(
    (left, right) => nsl.binary("+", left, right),
    nsl.binary("+", target, first ?? nsl.list([])),
  );
}

/** What is no list becomes an entry: a text, a number, or an object with names of its own. */
function isItem(argument: ts.Expression, { checker }: FunctionContext): boolean {
  const type = checker.getTypeAtLocation(argument);
  return !isOpen(type) && membersOf(type).every((kind) => !checker.isArrayLikeType(kind));
}

/** Is a value in the list? Python finds `true` where JavaScript has 1, so the types must keep them apart. */
export function membership(
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
  build: (inside: Expression, list: Expression, wanted: Expression) => Expression,
): Expression {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length !== 1) {
    return context.refuse(node, "methodArguments", methodNameOf(node), "Give one argument.");
  }
  const element = elementType(node, context);
  const wanted = context.checker.getTypeAtLocation(argument);
  const [elements, asked] = [membersGiven(element, context.checker), membersGiven(wanted, context.checker)];
  const both = [...elements, ...asked];
  const mixed = both.some(mayBeBoolean) && both.some(mayBeNumber);
  // Null is not undefined in JavaScript.
  const twoAbsences =
    (asked.some(mayBeNull) || asked.some(mayBeUndefined)) &&
    both.some(mayBeNull) &&
    both.some(mayBeUndefined);
  const isPlain =
    both.every((member) => isAbsent(member) || isPrimitive(member)) && !elements.every(isAbsent);
  if (!isPlain || mixed || twoAbsences) {
    return context.refuse(
      node,
      "equalityTypes",
      methodNameOf(node),
      typeName(context.checker, element),
      typeName(context.checker, wanted),
      isObjectOnly(element)
        ? "Ask for what tells the entries apart: `list.some((item) => item.id === wanted.id)`."
        : "",
    );
  }
  // `includes` writes both once, `indexOf` the list twice and the value too.
  const isOnce = methodNameOf(node) === "includes";
  const isFixed = isRepeatable(target) || (isOnce && isLiteralList(target));
  const list = isFixed ? target : context.unhinted(() => context.spill(target, "list"));
  const sought = context.unhinted(() => context.expression(argument));
  const value = isOnce || isRepeatable(sought) ? sought : context.spill(sought, "wanted");
  return build(nsl.binary("in", value, list), list, value);
}

function isLiteralList(target: Expression): boolean {
  return target.kind === "list" && target.items.every(({ kind }) => kind === "text" || kind === "number");
}

/** The type of the entries of the list a method is called on. */
export function elementType(node: ts.CallExpression, context: FunctionContext): ts.Type {
  const { checker } = context;
  const owner = ts.isPropertyAccessExpression(node.expression)
    ? checker.getNonNullableType(checker.getTypeAtLocation(node.expression.expression))
    : checker.getVoidType();
  return checker.getIndexTypeOfType(owner, ts.IndexKind.Number) ?? checker.getVoidType();
}

/** `list.join(separator)` of texts, numbers and booleans; what is absent is the empty text. */
export function join(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const element = elementType(node, context);
  if (!isPrimitive(element)) {
    return context.refuse(node, "templateType", typeName(context.checker, element));
  }
  const isDecimal = context.decimals.has(node.getSourceFile()) && mayBeNumber(element);
  const printsAlike = !isDecimal && !mayBeBoolean(element) && !mayBeNull(element) && !mayBeUndefined(element);
  const texts = printsAlike ? target : context.unhinted(() => printedList(target, element, node, context));
  const [given] = node.arguments;
  const [separator = nsl.text(",")] = argumentsOf(node, context);
  if (given === undefined || !mayBeUndefined(context.checker.getTypeAtLocation(given))) {
    const joined = nsl.filter(texts, "join", separator);
    // With nothing between them the halves of an emoji meet again.
    const isBare = separator.kind === "text" ? separator.value === "" : given !== undefined;
    return isBare && isText(element) && mayHoldHalves(node) ? fromUnits(units(joined)) : joined;
  }
  const known = context.stable(separator, "separator");
  return nsl.filter(texts, "join", nsl.conditional(nsl.isNotNone(known), known, nsl.text(",")));
}

function printedList(
  target: Expression,
  element: ts.Type,
  node: ts.Node,
  context: FunctionContext,
): Expression {
  const texts = context.spill(nsl.list([]), "texts");
  const turn = (entry: Expression): Statement[] =>
    context.collect(() => {
      const value = printed(writableNumber(entry, element, node, context), element, context);
      const isThere = mayBeNull(element) || mayBeUndefined(element);
      const shown = isThere ? nsl.conditional(nsl.isNotNone(entry), value, nsl.text("")) : value;
      context.emit(nsl.effect(nsl.method(texts, "append", shown)));
    });
  eachItem("entry", target, turn, node, context);
  return texts;
}

/** A list may be pushed into itself: what goes in are the entries it has now. */
export function copyOf(list: Expression): Expression {
  return list.kind === "name" ? nsl.filter(list, "list") : list;
}

/** The name of the method a call names; only for calls of methods. */
export function methodNameOf(node: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
}
