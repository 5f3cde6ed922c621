/** Going through the tree of a program. */
import ts from "typescript";
import type { Callable } from "./functions.ts";

/** Does the node stand in the other, or is it that one? */
export function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The function of the module a node stands in: a declared one, or an arrow function named at module level. */
export function functionAround(node: ts.Node): Callable | undefined {
  const declared = ts.findAncestor(node, ts.isFunctionDeclaration);
  return declared ?? outermostArrow(node);
}

function outermostArrow(node: ts.Node): ts.ArrowFunction | undefined {
  const arrow = ts.findAncestor(node, ts.isArrowFunction);
  return arrow === undefined ? undefined : (outermostArrow(arrow.parent) ?? arrow);
}

/** Visits a node and everything below it, function bodies included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

/** Is the node, or anything below it, such a one? */
export function holds(node: ts.Node, isWanted: (part: ts.Node) => boolean): boolean {
  return isWanted(node) || (ts.forEachChild(node, (child) => holds(child, isWanted)) ?? false);
}

/** Does a function ask for the object it is called of, or for all it is given: `this`, `super`, `arguments`? */
export function asksItsCaller(node: ts.Node): boolean {
  return holds(
    node,
    (part) =>
      part.kind === ts.SyntaxKind.ThisKeyword ||
      part.kind === ts.SyntaxKind.SuperKeyword ||
      (ts.isIdentifier(part) && ["arguments", "this"].includes(part.text)),
  );
}

/** The `return`s of a function itself, none of the functions in it. */
export function returnsOf(body: ts.Node | undefined): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) {
      found.push(node);
    } else if (!ts.isFunctionLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  if (body !== undefined) {
    ts.forEachChild(body, visit);
  }
  return found;
}

/** What a function gives: the values of its own `return`s, or the expression that is its body. */
export function resultsOf(body: ts.ConciseBody): readonly ts.Expression[] {
  return ts.isBlock(body) ? returnsOf(body).flatMap(({ expression }) => expression ?? []) : [body];
}

/** Is there a `throw` in it, outside of functions in it? */
export function throws(node: ts.Node): boolean {
  return ts.isThrowStatement(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, throws) ?? false));
}

/** Does a statement stand among others, so that more can be put beside it? */
export function isInList({ parent }: ts.Node): boolean {
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
}
