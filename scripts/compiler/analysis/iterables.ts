/** Loops: what a `for ... of` may go over, and what runs again and again. */
import ts from "typescript";
import { listingOf } from "./collections.ts";
import { isMatchesCall } from "./matches.ts";
import { isList, isText, strictly } from "./types.ts";

/** May a loop go over it: a list, the characters of a text, `list.entries()`, or `text.matchAll(pattern)`? */
export function isIterated(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return (
    isList(checker, checker.getTypeAtLocation(node)) ||
    strictly(isText, checker.getTypeAtLocation(node)) ||
    isEntriesLoop(node) ||
    isMatchesCall(node) ||
    listingOf(node, checker) !== undefined
  );
}

/** Is it the `list.entries()` a loop goes over? */
export function isEntriesLoop(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "entries" &&
    node.expression.expression.getText() !== "Object" &&
    ts.isForOfStatement(node.parent) &&
    node.parent.expression === node
  );
}

/** Does what stands in the node run any number of times: is it a loop or a callback? */
export function isRepeating(node: ts.Node): boolean {
  return isLoop(node) || ts.isArrowFunction(node);
}

/** Is it a loop? */
export function isLoop(node: ts.Node): node is ts.IterationStatement {
  return (
    ts.isForOfStatement(node) ||
    ts.isForStatement(node) ||
    ts.isWhileStatement(node) ||
    ts.isDoStatement(node)
  );
}
