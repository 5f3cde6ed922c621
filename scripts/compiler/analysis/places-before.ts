/** Where a call in the middle of a statement can be made before it, with what the statement computes earlier. */
import ts from "typescript";
import { isAssignment, isChange } from "./changes.ts";
import { isChoice } from "./choices.ts";
import { isCallOf, isPlainCall } from "./method-calls.ts";
import { holds } from "./walk.ts";

/** What a call is taken out of. */
export interface PlaceBefore {
  /** The statement, or the body of a callback, before which it is made. */
  readonly statement: ts.Statement | ts.Expression;
  /** What has to be computed before the call, in its order. */
  readonly early: readonly ts.Expression[];
}

/** A variable, or a part of one, that a call changes. */
export interface ChangedPart {
  /** As it is written: `list`, `list.entries`. */
  readonly path: string;
  /** Is it given another value, or does what is in it change alone? */
  readonly isReplaced: boolean;
}

/** What is known of the calls of a program. */
export interface KnownCalls {
  /** Is it a call that is made before the statement as well? */
  readonly isMoved: (node: ts.Node) => boolean;
  /** Does a call of a function of the program change nothing that its caller knows? */
  readonly changesNothing: (call: ts.CallExpression) => boolean;
}

/** Methods whose callback is called with one entry after the other. */
const EACH: readonly string[] = ["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"];

/**
 * The place before a call that changes some variables, or parts of them; null where there is none.
 */
export function placeBefore(
  whole: ts.Expression,
  changed: readonly ChangedPart[],
  calls: KnownCalls,
): PlaceBefore | null {
  const found = statementAround(whole);
  if (found === null) {
    return null;
  }
  const early: ts.Expression[] = [];
  for (const [index, { node, isValue }] of found.earlier.entries()) {
    // What acts behind it and is computed earlier could change it, too.
    const isLeft =
      isCalm(node, changed, calls.isMoved) &&
      found.earlier.slice(index + 1).every((later) => isStill(later.node, calls));
    if (!isLeft && !isFixed(node, calls.isMoved)) {
      if (!isValue || !ts.isExpression(node) || holds(node, calls.isMoved)) {
        return null;
      }
      early.push(node);
    }
  }
  return { statement: found.statement, early };
}

interface Earlier {
  readonly node: ts.Node;
  /** May it be computed before, and be read there by a name? */
  readonly isValue: boolean;
}

function statementAround(
  whole: ts.Expression,
): { readonly statement: ts.Statement | ts.Expression; readonly earlier: readonly Earlier[] } | null {
  const earlier: Earlier[] = [];
  for (let node: ts.Node = whole; ; node = node.parent) {
    const { parent } = node;
    if (ts.isArrowFunction(parent) && ts.isExpression(node) && isBodyForEach(node, parent)) {
      return { statement: node, earlier };
    }
    if (ts.isFunctionLike(parent) || ts.isIterationStatement(parent, false)) {
      return ts.isForOfStatement(parent) && parent.expression === node
        ? { statement: parent, earlier }
        : null;
    }
    if (isChoice(parent, node)) {
      return null;
    }
    earlier.unshift(...computedBefore(node, parent));
    if (ts.isStatement(parent)) {
      return isMet(parent) ? { statement: parent, earlier } : null;
    }
  }
}

/** Is it all that a callback does in each of its turns, which come in the order of the list? */
function isBodyForEach(body: ts.Expression, arrow: ts.ArrowFunction): boolean {
  return (
    arrow.body === body &&
    arrow.modifiers === undefined &&
    isCallOf(arrow.parent, EACH) &&
    arrow.parent.arguments[0] === arrow
  );
}

function isMet(node: ts.Statement): boolean {
  return (
    ts.isIfStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isSwitchStatement(node)
  );
}

/** What is computed before a part of a node, in its order. */
function computedBefore(part: ts.Node, node: ts.Node): readonly Earlier[] {
  const before: ts.Node[] = [];
  let isBefore = true;
  ts.forEachChild(node, (child) => {
    isBefore &&= child !== part;
    if (isBefore) {
      before.push(child);
    }
  });
  return before.flatMap((child) => valuesOf(child, node));
}

function valuesOf(child: ts.Node, node: ts.Node): readonly Earlier[] {
  const isCallee = (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression === child;
  const isTarget =
    ts.isBinaryExpression(node) &&
    node.left === child &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (
    ts.isBinaryExpression(node) &&
    node.left === child &&
    !isTarget &&
    isAssignment(node.operatorToken.kind)
  ) {
    return [{ node: child, isValue: false }];
  }
  if ((isCallee || isTarget) && ts.isIdentifier(child)) {
    return [];
  }
  if ((isCallee || isTarget) && ts.isPropertyAccessExpression(child)) {
    return [{ node: child.expression, isValue: false }];
  }
  if (ts.isTemplateSpan(child)) {
    return [{ node: child.expression, isValue: true }];
  }
  if (ts.isPropertyAssignment(child)) {
    const name = ts.isComputedPropertyName(child.name) ? [{ node: child.name, isValue: false }] : [];
    return [...name, { node: child.initializer, isValue: true }];
  }
  const isName = "name" in node && node.name === child;
  const isValue = ts.isExpression(child) && !ts.isSpreadElement(child) && !isTarget && !isCallee;
  return isName || ts.isToken(child) === !ts.isIdentifier(child) ? [] : [{ node: child, isValue }];
}

/**
 * Does nothing happen in it, but for what is moved, and is nothing read of what changes?
 *
 * @param isLookedInto whether what is in the value is read as well
 */
function isCalm(
  node: ts.Node,
  changed: readonly ChangedPart[],
  isMoved: KnownCalls["isMoved"],
  isLookedInto = false,
): boolean {
  if (isMoved(node)) {
    return true;
  }
  if (acts(node)) {
    return false;
  }
  if (isRead(node)) {
    const path = pathOf(node);
    const isWhole = isLookedInto || ts.isSpreadElement(node.parent) || ts.isSpreadAssignment(node.parent);
    return !changed.some(
      // A value in which something changes is itself the same before and after.
      ({ path: other, isReplaced }) =>
        isWithin(path, other, isWhole || isReplaced) || (isWhole && isWithin(other, path, true)),
    );
  }
  const isCall = ts.isCallExpression(node);
  let calm = true;
  ts.forEachChild(node, (child) => {
    const isPart = (isCall || ts.isElementAccessExpression(node)) && child === node.expression;
    calm &&= isCalm(child, changed, isMoved, isLookedInto || isCall || isPart);
  });
  return calm;
}

/** Does nothing that has a name change in it, but by what is moved? */
function isStill(node: ts.Node, calls: KnownCalls): boolean {
  if (calls.isMoved(node)) {
    return true;
  }
  const isHarmless = !acts(node) || (ts.isCallExpression(node) && calls.changesNothing(node));
  return isHarmless && !(ts.forEachChild(node, (child) => !isStill(child, calls)) ?? false);
}

/** Is it the same whenever it is computed? */
function isFixed(node: ts.Node, isMoved: KnownCalls["isMoved"]): boolean {
  if (isMoved(node)) {
    return true;
  }
  let fixed = !acts(node) && !ts.isIdentifier(node);
  ts.forEachChild(node, (child) => {
    fixed &&= isFixed(child, isMoved);
  });
  return fixed;
}

function acts(node: ts.Node): boolean {
  return (
    (ts.isCallExpression(node) && !isPlainCall(node)) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isArrowFunction(node) ||
    isChange(node)
  );
}

/** A variable, or a property of one by names. */
function isRead(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) ? isRead(node.expression) : ts.isIdentifier(node);
}

/** A variable, or a part of one, as it is written. */
export function pathOf(node: ts.Node): string {
  return node.getText().replaceAll(/\/\*.*?\*\/|\s|!|\?/gsu, "");
}

function isWithin(inner: string, outer: string, isSameToo: boolean): boolean {
  return (isSameToo && inner === outer) || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
