/** What the methods of lists, maps and sets, and the functions of JavaScript, give and put where. */
import ts from "typescript";
import { collectionOf } from "../collections.ts";
import { callableGiven, resolveArrow, symbolOf } from "../functions.ts";
import { isCallOf, TESTING } from "../method-calls.ts";
import { isList, isText } from "../types.ts";
import { walk } from "../walk.ts";
import type { FunctionObjects } from "./function-objects.ts";
import { ANY, NOTHING, type Sites, union } from "./heap.ts";

/** Methods that give one entry of what they are called on. */
const PICKING: readonly string[] = ["at", "find", "findLast", "get", "pop", "shift"];

/** Methods that give a new list of the same entries. */
const SELECTING: readonly string[] = [
  "filter",
  "slice",
  "splice",
  "toReversed",
  "toSorted",
  "toSpliced",
  "values",
];

/** Methods that give what they are called on. */
const GIVING_ITSELF: readonly string[] = ["add", "copyWithin", "fill", "reverse", "set", "sort"];

/** Methods that give a list of texts and numbers. */
const PLAIN: readonly string[] = ["keys", "split"];

/** Methods that keep what they are given, from which argument on. */
const FIRST_KEPT: ReadonlyMap<string, number> = new Map([
  ["add", 0],
  ["fill", 0],
  ["push", 0],
  ["set", 0],
  ["splice", 2],
  ["toSpliced", 2],
  ["unshift", 0],
]);

/** Methods whose callback is called with each entry. */
const CALLING: readonly string[] = [...TESTING, "flatMap", "forEach", "map", "reduce", "sort", "toSorted"];

/** What a call of a method may give. */
export function methodSites(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  objects: FunctionObjects,
): Sites {
  const { heap, view } = objects;
  const name = callee.name.text;
  if (["Object", "Array"].includes(callee.expression.getText())) {
    return ofLibrary(name, node, objects);
  }
  const type = view.checker.getTypeAtLocation(callee.expression);
  if (isText(type)) {
    return PLAIN.includes(name) ? new Set([objects.made(node)]) : new Set([heap.wholeOf(node)]);
  }
  if (!isList(view.checker, type) && collectionOf(callee.expression, view.checker) === undefined) {
    // A function in a table, or one of the platform.
    return name === "exec"
      ? new Set([heap.wholeOf(node)])
      : objects.resultOf(undefined, node, objects.givenTo(node));
  }
  const target = objects.sitesOf(callee.expression);
  const called = callbackSites(node, name, target, objects);
  keep(node, name, target, objects);
  const held = heap.load(target, ANY);
  if (PICKING.includes(name)) {
    return held;
  }
  if (GIVING_ITSELF.includes(name)) {
    return target;
  }
  if (name === "reduce") {
    const [, start] = node.arguments;
    return union(called, start === undefined ? held : objects.sitesOf(start));
  }
  if (name === "entries") {
    return heap.pairsOf(target, node);
  }
  const made = new Set([objects.made(node)]);
  if (SELECTING.includes(name)) {
    heap.store(made, ANY, held, node);
  } else if (name === "concat") {
    const given = node.arguments.map((argument) => objects.sitesOf(argument));
    heap.store(made, ANY, union(held, ...given, ...given.map((one) => heap.load(one, ANY))), node);
  } else if (name === "flat") {
    heap.store(made, ANY, union(held, heap.load(held, ANY)), node);
  } else if (name === "map") {
    heap.store(made, ANY, called, callbackResult(node));
  } else if (name === "flatMap") {
    heap.store(made, ANY, union(called, heap.load(called, ANY)), node);
  } else if (!PLAIN.includes(name)) {
    return objects.foreign;
  }
  return made;
}

/** Where a callback makes what it gives: each turn anew, when it is there that it is made. */
function callbackResult(node: ts.CallExpression): ts.Node {
  const [callback] = node.arguments;
  return callback !== undefined && ts.isArrowFunction(callback) ? callback.body : node;
}

/** Puts into a list, a map or a set what the method is given for it. */
function keep(node: ts.CallExpression, name: string, target: Sites, objects: FunctionObjects): void {
  const first = FIRST_KEPT.get(name);
  for (const argument of first === undefined ? [] : node.arguments.slice(first)) {
    const values = ts.isSpreadElement(argument)
      ? objects.heap.load(objects.sitesOf(argument.expression), ANY)
      : objects.sitesOf(argument);
    const into = name === "toSpliced" ? new Set([objects.made(node)]) : target;
    objects.heap.store(into, ANY, values, argument);
  }
}

/** Hands the callback of a method what it is called with; what it gives. */
function callbackSites(
  node: ts.CallExpression,
  name: string,
  target: Sites,
  objects: FunctionObjects,
): Sites {
  const [callback, start] = node.arguments;
  const called = CALLING.includes(name) ? callableGiven(callback, objects.view.checker) : undefined;
  if (called === undefined) {
    return callback !== undefined && CALLING.includes(name) ? objects.foreign : NOTHING;
  }
  if (!ts.isArrowFunction(called) || !objects.isInside(called) || !isFollowedArrow(called, objects)) {
    return objects.resultOf(called, node, union(target, objects.heap.load(target, ANY)));
  }
  const held = objects.heap.load(target, ANY);
  const given = objects.resultsOf(called);
  const summed = name === "reduce" ? [union(given, start === undefined ? held : objects.sitesOf(start))] : [];
  const second = ["sort", "toSorted"].includes(name) ? held : NOTHING;
  [...summed, held, second, target].forEach((values, index) => {
    const parameter = called.parameters[index];
    if (parameter !== undefined) {
      objects.bind(parameter.name, values, node);
    }
  });
  return given;
}

/** Functions of `Object` and `Array`. */
function ofLibrary(name: string, node: ts.CallExpression, objects: FunctionObjects): Sites {
  const { heap, view } = objects;
  const [given, second] = node.arguments;
  if (given === undefined) {
    return objects.foreign;
  }
  const values = objects.sitesOf(given);
  const made = new Set([objects.made(node)]);
  switch (name) {
    case "keys":
      return made;
    case "values":
      heap.store(made, ANY, heap.load(values, ANY), node);
      return made;
    case "entries":
      return heap.pairsOf(values, node);
    case "fromEntries":
      heap.store(made, ANY, heap.load(heap.load(values, ANY), ANY), node);
      return made;
    case "from": {
      const mapper = callableGiven(second, view.checker);
      const isOwn = mapper !== undefined && ts.isArrowFunction(mapper) && objects.isInside(mapper);
      const held =
        collectionOf(given, view.checker) === "Map" ? heap.pairsOf(values, given) : heap.load(values, ANY);
      if (isOwn) {
        const [parameter] = mapper.parameters;
        if (parameter !== undefined) {
          objects.bind(parameter.name, held, given);
        }
        heap.store(made, ANY, objects.resultsOf(mapper), mapper.body);
      } else {
        heap.store(made, ANY, second === undefined ? held : objects.resultOf(mapper, node, held), node);
      }
      return made;
    }
    default:
      return objects.resultOf(undefined, node, objects.givenTo(node));
  }
}

/** Is everything known that an arrow function in the function is called with? */
export function isFollowedArrow(arrow: ts.ArrowFunction, objects: FunctionObjects): boolean {
  const isCallback = (node: ts.Node): boolean =>
    (isCallOf(node.parent, CALLING) && node.parent.arguments[0] === node) ||
    (ts.isCallExpression(node.parent) &&
      node.parent.expression.getText() === "Array.from" &&
      node.parent.arguments[1] === node);
  const { parent } = arrow;
  const { checker, graph } = objects.view;
  if (isCallback(arrow)) {
    return true;
  }
  if (
    !ts.isVariableDeclaration(parent) ||
    !ts.isIdentifier(parent.name) ||
    resolveArrow(checker, parent.name) !== arrow ||
    graph.recursion(arrow) !== undefined
  ) {
    return false;
  }
  const symbol = checker.getSymbolAtLocation(parent.name);
  let isFollowed = true;
  walk(objects.owner, (node) => {
    if (ts.isIdentifier(node) && node !== parent.name && symbolOf(node, checker) === symbol) {
      const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
      isFollowed &&= isCalled || isCallback(node);
    }
  });
  return isFollowed;
}
