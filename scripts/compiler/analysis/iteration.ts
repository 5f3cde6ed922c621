/** Finds the loops that go over a list while it changes: what they visit then is no matter of the language. */
import ts from "typescript";
import { symbolOf } from "./functions.ts";
import { isFreshMethod } from "./fresh.ts";
import { isEntriesLoop } from "./iterables.ts";
import { contains, walk } from "./walk.ts";

/** The list that changes: a variable, or one field of it. */
interface ChangedList {
  readonly symbol: ts.Symbol;
  readonly field: string | null;
  /** The variables it may also be in. */
  readonly holders: ReadonlySet<ts.Symbol>;
}

/** Does the change stand in a loop, or a callback, that may run over the very list? */
export function isIteratedAround(change: ts.Expression, list: ChangedList, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(change);
  const mayBeIt = (node: ts.Expression): boolean =>
    isAlike(node, type, checker) && sourcesOf(node).some((source) => leadsTo(source, list, checker));
  return (
    ts.findAncestor(change, (around) => {
      const iterated = iteratedBy(around, change);
      return iterated !== undefined && mayBeIt(iterated);
    }) !== undefined
  );
}

/**
 * Does the change stand in a loop, or a callback, that runs over an entry of the list or record? One over the whole list
 * goes on as it would.
 *
 * @param holders the variables an entry may be in, and the list or record itself
 */
export function isEntryIterated(
  change: ts.Node,
  list: ts.Symbol,
  holders: ReadonlySet<ts.Symbol>,
  checker: ts.TypeChecker,
): boolean {
  const names = (part: ts.Node): boolean => {
    const symbol = ts.isIdentifier(part) ? checker.getSymbolAtLocation(part) : undefined;
    return (symbol !== undefined && holders.has(symbol)) || (ts.forEachChild(part, names) ?? false);
  };
  return (
    ts.findAncestor(change, (around) => {
      const iterated = iteratedBy(around, change);
      return iterated !== undefined && !isNamed(iterated, list, checker) && names(iterated);
    }) !== undefined
  );
}

/** Does the change stand in a loop, or a callback, over something that may be what changes, by its type? */
export function isAlikeIterated(change: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(change));
  return (
    ts.findAncestor(change, (around) => {
      const iterated = iteratedBy(around, change);
      const sources = iterated === undefined ? [] : sourcesOf(iterated).filter((source) => !isNew(source));
      return sources.some((source) => isAlike(source, type, checker));
    }) !== undefined
  );
}

/** The list that a loop, or the method a callback is given to, goes over around the node. */
function iteratedBy(around: ts.Node, node: ts.Node): ts.Expression | undefined {
  if (ts.isForOfStatement(around)) {
    return contains(around.statement, node) ? listOf(around.expression) : undefined;
  }
  const call = ts.isArrowFunction(around) ? around.parent : undefined;
  return call !== undefined && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    ? call.expression.expression
    : undefined;
}

/** The list a loop over `list` or `list.entries()` goes over. */
function listOf(node: ts.Expression): ts.Expression {
  return isEntriesLoop(node) && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    ? node.expression.expression
    : node;
}

/** The expressions of which one gives the value: `(a)`, `test ? a : b`, `a ?? b`. */
function sourcesOf(node: ts.Expression): readonly ts.Expression[] {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  ) {
    return sourcesOf(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return [...sourcesOf(node.whenTrue), ...sourcesOf(node.whenFalse)];
  }
  return ts.isBinaryExpression(node) ? [...sourcesOf(node.left), ...sourcesOf(node.right)] : [node];
}

/** May the expression give the list itself? A literal or a method that makes a new list does not, whatever is in it. */
function leadsTo(node: ts.Expression, list: ChangedList, checker: ts.TypeChecker): boolean {
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, list.symbol, checker)) {
    return node.name.text === list.field;
  }
  if (isNew(node)) {
    return false;
  }
  let found = false;
  walk(node, (part) => {
    const symbol = ts.isIdentifier(part) ? checker.getSymbolAtLocation(part) : undefined;
    found ||= symbol !== undefined && list.holders.has(symbol);
  });
  return found;
}

/** Is it a list of its own, whatever is in it? */
function isNew(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) || (ts.isCallExpression(node) && isFreshMethod(node));
}

/** May the value be of the type? */
function isAlike(node: ts.Expression, type: ts.Type, checker: ts.TypeChecker): boolean {
  const other = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return checker.isTypeAssignableTo(other, type) || checker.isTypeAssignableTo(type, other);
}

function isNamed(node: ts.Expression, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return ts.isIdentifier(node) && symbolOf(node, checker) === symbol;
}
