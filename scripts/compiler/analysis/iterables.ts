/** What a `for ... of` loop may go over. */
import ts from "typescript";
import { isMatchesCall } from "./matches.ts";
import { isList } from "./types.ts";

/** May a loop go over it: a list, `list.entries()`, or `text.matchAll(pattern)`? */
export function isIterated(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return isList(checker, checker.getTypeAtLocation(node)) || isEntriesLoop(node) || isMatchesCall(node);
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
