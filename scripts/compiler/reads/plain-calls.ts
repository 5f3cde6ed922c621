/** Calls as they are written by habit, read as those the language has. What is not wanted becomes a comment. */
import ts from "typescript";
import { isAssignedIn } from "../analysis/changes.ts";
import { collectionOf } from "../analysis/collections.ts";
import { isOfLibrary } from "../analysis/globals.ts";
import { isCallOf, type MethodCall, NEW_LISTS } from "../analysis/method-calls.ts";
import { mayBeUndefined } from "../analysis/types.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

/** Functions of JavaScript that take one value, whatever else they are called with. */
const ONE_VALUE: ReadonlySet<string> = new Set([
  "Array.isArray",
  "Math.abs",
  "Math.ceil",
  "Math.floor",
  "Math.round",
  "Math.trunc",
  "Number.isInteger",
  "Object.keys",
  "Object.values",
  "decodeURIComponent",
  "encodeURIComponent",
]);

const WITH_CALLBACK: readonly string[] = ["every", "filter", "find", "findIndex", "flatMap", "map", "some"];

/** What has to be put into a file for its calls to be plain ones. */
export function plainCalls(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const found: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || isEntry(node)) {
      const insertions = ts.isCallExpression(node)
        ? plainCall(node, file, checker)
        : libraryEntry(node, file, checker);
      found.push(...insertions);
      if (insertions.length > 0) {
        // What stands inside is looked at again once it is written anew.
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** An entry of a list or an object. */
function isEntry(node: ts.Node): node is ts.Expression {
  const { parent } = node;
  return (
    ts.isPropertyAccessExpression(node) &&
    (ts.isArrayLiteralExpression(parent) || (ts.isPropertyAssignment(parent) && parent.initializer === node))
  );
}

/** `{ up: Math.ceil }` becomes `{ up: (item) => Math.ceil(item) }`, where a function is what is wanted there. */
function libraryEntry(
  node: ts.Expression,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  return ONE_VALUE.has(node.getText(file)) &&
    isOfLibrary(checker.getSymbolAtLocation(node)) &&
    checker.getContextualType(node)?.getCallSignatures().length === 1
    ? [at(file, node.getStart(file), "(item) => "), at(file, node.end, "(item)")]
    : [];
}

function plainCall(
  node: ts.CallExpression,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  if (isCallOf(node, ["forEach"])) {
    return overCollection(node, file, checker);
  }
  if (isCallOf(node, ["pop", "shift"])) {
    return endOfNewList(node, file);
  }
  const [callback] = node.arguments;
  if (callback !== undefined && isPresenceOfEntries(node, callback, checker)) {
    const told = "(item): item is NonNullable<typeof item> => !!item/*";
    return [at(file, callback.getStart(file), told), at(file, callback.end, "*/")];
  }
  return callback !== undefined &&
    isCallOf(node, WITH_CALLBACK) &&
    ONE_VALUE.has(callback.getText(file)) &&
    isOfLibrary(checker.getSymbolAtLocation(callback))
    ? [at(file, callback.getStart(file), "(item) => "), at(file, callback.end, "(item)")]
    : [];
}

/** `[name, list[1]].filter(Boolean)`, behind which nothing is missing any more, as TypeScript does not see. */
function isPresenceOfEntries(
  node: ts.CallExpression,
  callback: ts.Expression,
  checker: ts.TypeChecker,
): boolean {
  if (!isCallOf(node, ["filter"]) || callback.getText() !== "Boolean") {
    return false;
  }
  const list = checker.getTypeAtLocation(node.expression.expression);
  const entry = checker.getIndexTypeOfType(list, ts.IndexKind.Number);
  return isOfLibrary(checker.getSymbolAtLocation(callback)) && entry !== undefined && mayBeUndefined(entry);
}

/** `set.forEach((item) => ...)` becomes `[...set].forEach((item) => ...)`; of a map each turn has a pair or a value. */
function overCollection(
  node: MethodCall,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const { expression: collection } = node.expression;
  const kind = ts.isIdentifier(collection) ? collectionOf(collection, checker) : undefined;
  const [callback, more] = node.arguments;
  if (
    kind === undefined ||
    callback === undefined ||
    more !== undefined ||
    !ts.isArrowFunction(callback) ||
    node.questionDotToken !== undefined ||
    isAssignedIn(checker.getSymbolAtLocation(collection), callback, checker) ||
    changes(callback, collection.getText(file), file)
  ) {
    return [];
  }
  const names = callback.parameters.map(({ name }) => name);
  const [first, second] = names;
  if (first === undefined || !names.every(ts.isIdentifier) || names.length > (kind === "Map" ? 2 : 1)) {
    return [];
  }
  const listed = [
    at(file, collection.getStart(file), "[..."),
    at(file, collection.end, kind === "Map" && second === undefined ? ".values()]" : "]"),
  ];
  const [from, to] = [callback.getStart(file), callback.equalsGreaterThanToken.getStart(file)];
  if (second === undefined) {
    return listed;
  }
  return holdsComment(file, from, to)
    ? []
    : [
        ...listed,
        at(file, from, `([${second.getText(file)}, ${first.getText(file)}])/*`),
        at(file, to, "*/"),
      ];
}

/** Does the callback change the collection, which JavaScript would go on with? */
function changes(callback: ts.ArrowFunction, collection: string, file: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (isCallOf(node, ["add", "clear", "delete", "set"]) &&
      node.expression.expression.getText(file) === collection) ||
    (ts.forEachChild(node, visit) ?? false);
  return visit(callback);
}

/** `text.split("/").pop()` becomes `text.split("/").at(-1)`: nobody sees the list that lacks it. */
function endOfNewList({ expression: callee, end }: MethodCall, file: ts.SourceFile): readonly Insertion[] {
  const { name, expression: list } = callee;
  const isNew = isCallOf(list, NEW_LISTS) || ts.isArrayLiteralExpression(list);
  const read = name.text === "pop" ? "at(-1)" : "at(0)";
  return isNew && !holdsComment(file, name.getStart(file), end)
    ? [at(file, name.getStart(file), `${read}/*`), at(file, end, "*/")]
    : [];
}
