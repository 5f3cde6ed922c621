/** Methods of lists. Those with a callback become loops; what they give is a new list, as in JavaScript. */
import ts from "typescript";
import { isFresh } from "../analysis/fresh.ts";
import { callableGiven } from "../analysis/functions.ts";
import { isOpen, membersOf } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { methodAdvice } from "../diagnostics/library-advice.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { emitEffect } from "../transform/effects.ts";
import { exact, sumsUp } from "../transform/exact.ts";
import { checkMutation, isOwnVariable } from "../transform/mutation.ts";
import { eachItem } from "../transform/ranges.ts";
import { spreadList } from "../transform/spread-list.ts";
import { stopWhen } from "../transform/stop.ts";
import { argumentsOf } from "./arguments.ts";
import { loopOver } from "./callback-loop.ts";
import { type Callback, callbackOf } from "./callbacks.ts";
import { callbackEntry } from "./entry-path.ts";
import { append, concat, copyOf, entries, flat, join, membership, methodNameOf } from "./list-values.ts";
import { isShrinking, shrink } from "./shrinking.ts";
import { toSpliced } from "./spliced.ts";
import { putInPlace, sortList } from "./sorting.ts";

type ListMethod = (
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
  callee: ts.PropertyAccessExpression,
) => Expression;

/**
 * A method with a callback: makes a list, fills it turn by turn, and gives something made of it. When it
 * gives the list itself, the list may take the name of the variable it is for.
 */
function looping(
  preferred: string,
  turn: (callback: Callback, result: string, element: Expression, context: FunctionContext) => void,
  give: (result: Expression) => Expression,
): ListMethod {
  return (target, node, context) => {
    const callback = callbackOf(node, methodNameOf(node), context);
    if (callback === null) {
      return nsl.none;
    }
    return context.withHint(give === same ? context.hint.current : null, () => {
      const result = context.start(nsl.list([]), preferred);
      const variable = result.kind === "name" ? result.name : "";
      loopOver(target, callback, 0, context, (element) => {
        turn(callback, variable, element, context);
      });
      return give(result);
    });
  };
}

/** A method whose callback may only read an entry of the element, for which Jinja2 has a filter. */
const byEntry =
  (filter: "map" | "selectattr", build: ListMethod): ListMethod =>
  (target, node, context, callee) => {
    const entry = node.arguments.length === 1 ? callbackEntry(node.arguments[0], context) : null;
    if (entry === null) {
      return build(target, node, context, callee);
    }
    const made =
      filter === "map" ? nsl.filterBy(target, filter, entry) : nsl.filter(target, filter, nsl.text(entry));
    return nsl.filter(made, "list");
  };

/** One turn that is only done while nothing was found yet. */
const untilFound =
  (wanted: (found: Expression) => Expression): Parameters<typeof looping>[1] =>
  (callback, result, element, context) => {
    const search = context.collect(() => {
      const found = wanted(callback.test(context));
      context.emit({
        ...nsl.when(found, [append(result, element, callback.origin)]),
        origin: callback.origin,
      });
    });
    context.emit({ ...nsl.when(nsl.not(nsl.name(result)), search), origin: callback.origin });
  };

/** A method that puts a list in another order: one that nobody else has, or the function's own, as a statement. */
function reordering(
  fresh: string,
  reordered: (target: Expression, node: ts.CallExpression, context: FunctionContext) => Expression,
): ListMethod {
  return (target, node, context, callee) => {
    if (isFresh(callee.expression, context)) {
      return reordered(target, node, context);
    }
    const isOwn = ts.isIdentifier(callee.expression) && isOwnVariable(callee.expression, context);
    if (!isUnused(node) && !isOwn) {
      const advice = `Use \`${fresh}\`, which gives a new list. `;
      return context.refuse(callee.name, "unknownMethod", callee.name.text, "a list that has a name", advice);
    }
    checkMutation(callee.expression, context);
    const list = context.stable(target, "list");
    putInPlace(list, reordered(list, node, context), node, context);
    return isUnused(node) ? nsl.none : list;
  };
}

const isEmpty = (result: Expression): Expression => nsl.binary("==", result, nsl.list([]));
const first = (result: Expression): Expression =>
  nsl.filter({ kind: "item", target: result, key: nsl.number(0) }, "default", nsl.none);
const same = (result: Expression): Expression => result;

const methods: Readonly<Record<string, ListMethod>> = {
  at: (target, node, context) => {
    const [index] = argumentsOf(node, context);
    return nsl.filter({ kind: "item", target, key: index ?? nsl.number(0) }, "default", nsl.none);
  },
  concat: (target, node, context) => concat(target, node, context),
  entries: (target, node, context) => entries(target, node, context),
  every: looping("failed", untilFound(nsl.not), isEmpty),
  filter: byEntry(
    "selectattr",
    looping(
      "kept",
      (callback, result, element, context) => {
        const test = callback.test(context);
        context.emit({
          ...nsl.when(test, [append(result, element, callback.origin)]),
          origin: callback.origin,
        });
      },
      same,
    ),
  ),
  find: looping("found", untilFound(same), first),
  findIndex: (target, node, context) => findIndex(target, node, context),
  findLastIndex: (target, node, context) => findLastIndex(target, node, context),
  findLast: (target, node, context, callee) => findLast(target, node, callee, context),
  flat: (target, node, context) => flat(target, node, context),
  flatMap: (target, node, context) => flatMap(target, node, context),
  forEach: (target, node, context) => {
    const callback = callbackOf(node, "forEach", context);
    if (callback !== null) {
      loopOver(target, callback, 0, context, () => {
        emitEffect(callback.value(context), callback.origin, context);
      });
    }
    return nsl.none;
  },
  includes: (target, node, context) => membership(target, node, context, (inside) => inside),
  indexOf: (target, node, context) =>
    membership(target, node, context, (inside, list, wanted) =>
      nsl.conditional(inside, nsl.method(list, "index", wanted), nsl.number(-1)),
    ),
  lastIndexOf: (target, node, context) =>
    membership(target, node, context, (inside, list, wanted) => {
      const fromEnd = nsl.method(backwards(list), "index", wanted);
      const last = nsl.binary("-", nsl.filter(list, "length"), nsl.number(1));
      return nsl.conditional(inside, nsl.binary("-", last, fromEnd), nsl.number(-1));
    }),
  join: (target, node, context) => join(target, node, context),
  map: byEntry(
    "map",
    looping(
      "mapped",
      (callback, result, _element, context) => {
        context.emit(append(result, callback.value(context), callback.origin));
      },
      same,
    ),
  ),
  push: (target, node, context, callee) => push(target, node, callee, context),
  reduce: (target, node, context) => reduce(target, node, context),
  reverse: reordering("toReversed", (target) => nsl.filter(nsl.filter(target, "reverse"), "list")),
  slice: (target, node, context) => {
    const [from, to] = argumentsOf(node, context);
    return nsl.slice(target, from ?? null, to ?? null);
  },
  some: looping("found", untilFound(same), (result) => nsl.binary("!=", result, nsl.list([]))),
  sort: reordering("toSorted", sortList),
  toReversed: (target) => backwards(target),
  toSorted: (target, node, context) => sortList(target, node, context),
  toSpliced: (target, node, context) => toSpliced(target, node, context),
};

/** Names of the methods, for the documentation of the language. */
export const listMethodNames: readonly string[] = Object.keys(methods);

/** `list.method(...)`. */
export function callListMethod(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const methodName = callee.name.text;
  const build = Object.hasOwn(methods, methodName) ? methods[methodName] : undefined;
  if (isShrinking(node, callee)) {
    return shrink(target, node, callee, context);
  }
  return build === undefined
    ? context.refuse(
        callee.name,
        "unknownMethod",
        methodName,
        "a list",
        methodAdvice("list", methodName, node),
      )
    : build(target, node, context, callee);
}

function findIndex(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const callback = callbackOf(node, "findIndex", context);
  if (callback === null) {
    return nsl.none;
  }
  const position = context.temporaries.box("position", nsl.number(0));
  const index = context.temporaries.box("index", nsl.number(-1));
  loopOver(target, callback, 0, context, () => {
    const search = context.collect(() => {
      const test = callback.test(context);
      context.emit(nsl.when(test, [nsl.put(index, nsl.held(position))]));
    });
    context.emit(nsl.when(nsl.binary("<", nsl.held(index), nsl.number(0)), search));
    context.emit(nsl.put(position, nsl.binary("+", nsl.held(position), nsl.number(1))));
  });
  return nsl.held(index);
}

/** The position of the first that passes from the end, counted from the start. */
function findLastIndex(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  if (takesPosition(node, "findLastIndex", context)) {
    return nsl.none;
  }
  const list = context.unhinted(() => context.stable(target, "list"));
  const index = context.unhinted(() => context.stable(findIndex(backwards(list), node, context), "index"));
  const last = nsl.binary("-", nsl.filter(list, "length"), nsl.number(1));
  return nsl.conditional(nsl.binary("<", index, nsl.number(0)), index, nsl.binary("-", last, index));
}

function backwards(list: Expression): Expression {
  return nsl.filter(nsl.filter(list, "reverse"), "list");
}

/** Refuses a callback that asks where its item stands: from the end it would be told another position. */
function takesPosition(node: ts.CallExpression, method: string, context: FunctionContext): boolean {
  const [callback] = node.arguments;
  const given = callableGiven(callback, context.checker);
  if (callback === undefined || given === undefined || given.parameters.length < 2) {
    return false;
  }
  context.refuse(callback, "methodArguments", method, "Give a callback of the item alone.");
  return true;
}

/** The last that passes is the first from the end. */
function findLast(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  return takesPosition(node, "findLast", context)
    ? nsl.none
    : looping("found", untilFound(same), first)(backwards(target), node, context, callee);
}

function flatMap(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const callback = callbackOf(node, "flatMap", context);
  if (callback === null) {
    return nsl.none;
  }
  const kinds = callback.returns === undefined ? [] : membersOf(callback.returns);
  const lists = kinds.filter((kind) => context.checker.isArrayLikeType(kind)).length;
  if (kinds.some(isOpen) || (lists > 0 && lists < kinds.length)) {
    return context.refuse(callback.origin, "methodArguments", "flatMap", "Give a list in every turn.");
  }
  const result = context.start(nsl.list([]), "flattened");
  const variable = result.kind === "name" ? result.name : "";
  loopOver(target, callback, 0, context, () => {
    const value = callback.value(context);
    if (lists === 0) {
      context.emit(append(variable, value, callback.origin));
      return;
    }
    eachItem("entry", value, (entry) => [append(variable, entry, callback.origin)], callback.origin, context);
  });
  return result;
}

function reduce(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const callback = callbackOf(node, "reduce", context);
  const [, start] = node.arguments;
  if (callback === null) {
    return nsl.none;
  }
  if (callback.takes === 0 || (start === undefined && callback.takes > 2)) {
    return context.refuse(
      node,
      "methodArguments",
      "reduce",
      "Give a callback and a first value: `list.reduce((sum, item) => sum + item, 0)`.",
    );
  }
  if (start === undefined) {
    return reduceFromFirst(target, callback, node, context);
  }
  const [given] = node.arguments;
  const summed = given !== undefined && ts.isArrowFunction(given) ? given.body : node;
  return accumulate(target, context.expression(start), callback, { call: node, summed }, context);
}

/** Without a first value the first element is it; of an empty list JavaScript raises. */
function reduceFromFirst(
  target: Expression,
  callback: Callback,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const list = context.unhinted(() => context.stable(target, "list"));
  stopWhen(nsl.binary("==", list, nsl.list([])), "reduce of an empty list", node, context);
  const [summed = node] = node.arguments;
  const [first, rest] = [nsl.item(list, nsl.number(0)), nsl.slice(list, nsl.number(1), null)];
  return accumulate(rest, first, callback, { call: node, summed }, context);
}

/** Adds each entry to what is there, beginning with `first`. @param of the call, and what a sum that grows too large names */
function accumulate(
  target: Expression,
  first: Expression,
  callback: Callback,
  { call, summed }: { readonly call: ts.CallExpression; readonly summed: ts.Node },
  context: FunctionContext,
): Expression {
  const isSum = sumsUp(call.arguments[0], context);
  const box = context.temporaries.box("accumulated", first);
  loopOver(target, callback, 1, context, () => {
    callback.bind(0, nsl.held(box), context);
    const value = callback.value(context);
    const total = isSum ? exact(value, summed, context) : value;
    context.emit({ ...nsl.put(box, total), origin: callback.origin });
  });
  return nsl.held(box);
}

/** Is the value of a call wanted by nobody: a statement of its own, or all that a callback of `forEach` does? */
function isUnused(node: ts.CallExpression): boolean {
  const { parent } = node;
  return ts.isArrowFunction(parent)
    ? ts.isCallExpression(parent.parent) && methodNameOf(parent.parent) === "forEach"
    : ts.isExpressionStatement(parent);
}

function push(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  checkMutation(callee.expression, context);
  const stable = context.stable(target, "list");
  // All arguments are computed before the list changes: a later one may look at it.
  const values = context.ordered(
    node.arguments.map((argument) => () => {
      const value = ts.isSpreadElement(argument)
        ? copyOf(spreadList(argument.expression, context))
        : context.expression(argument);
      return node.arguments.length === 1 ? value : context.stable(value, "pushed");
    }),
    "pushed",
  );
  for (const [index, argument] of node.arguments.entries()) {
    const value = values[index] ?? nsl.none;
    const turn = (entry: Expression): Statement[] => [
      { ...nsl.effect(nsl.method(stable, "append", entry)), origin: argument },
    ];
    if (ts.isSpreadElement(argument)) {
      eachItem("entry", value, turn, argument, context);
    } else {
      turn(value).forEach((statement) => {
        context.emit({ ...statement, origin: node });
      });
    }
  }
  return isUnused(node) ? nsl.none : context.spill(nsl.filter(stable, "length"), "length");
}
