/** Where a call in the middle of a statement can be made before it, with what the statement computes earlier. */
import ts from "typescript";
import { isAssignment } from "./changes.ts";
import { isChoice } from "./choices.ts";
import { isCallOf } from "./method-calls.ts";

/** What a call is taken out of. */
export interface PlaceBefore {
  /** The statement, or the body of a callback, before which it is made. */
  readonly statement: ts.Statement | ts.Expression;
  /** What has to be computed before the call, in its order. */
  readonly early: readonly ts.Expression[];
}

/** Is it a call that is made before the statement as well? */
export type IsMoved = (node: ts.Node) => boolean;

/** Methods whose callback is called with one entry after the other. */
const EACH: readonly string[] = ["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"];

/**
 * The place before a call that changes some variables, or parts of them; null where there is none.
 *
 * @param paths what it changes: `list`, `list.entries`
 */
export function placeBefore(
  whole: ts.Expression,
  paths: readonly string[],
  isMoved: IsMoved,
): PlaceBefore | null {
  const found = statementAround(whole);
  if (found === null) {
    return null;
  }
  if (found.earlier.every(({ node }) => isCalm(node, paths, isMoved))) {
    return { statement: found.statement, early: [] };
  }
  const early: ts.Expression[] = [];
  for (const { node, isValue } of found.earlier) {
    if (!isFixed(node, isMoved)) {
      if (!isValue || !ts.isExpression(node) || holds(node, isMoved)) {
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

/** Does nothing happen in it, but for what is moved, and is nothing read of what changes? */
function isCalm(node: ts.Node, changed: readonly string[], isMoved: IsMoved): boolean {
  if (isMoved(node)) {
    return true;
  }
  if (acts(node)) {
    return false;
  }
  if (isRead(node)) {
    // The value itself is the same before and after: only what is in it changes.
    const path = pathOf(node);
    const isSpread = ts.isSpreadElement(node.parent) || ts.isSpreadAssignment(node.parent);
    return !changed.some(
      (other) => isWithin(path, other, isSpread) || (isSpread && isWithin(other, path, true)),
    );
  }
  let calm = true;
  ts.forEachChild(node, (child) => {
    calm &&= isCalm(child, changed, isMoved);
  });
  return calm;
}

/** Is it the same whenever it is computed? */
function isFixed(node: ts.Node, isMoved: IsMoved): boolean {
  if (isMoved(node)) {
    return true;
  }
  let fixed = !acts(node) && !ts.isIdentifier(node);
  ts.forEachChild(node, (child) => {
    fixed &&= isFixed(child, isMoved);
  });
  return fixed;
}

function holds(node: ts.Node, isMoved: IsMoved): boolean {
  return isMoved(node) || (ts.forEachChild(node, (child) => holds(child, isMoved)) ?? false);
}

function acts(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isArrowFunction(node)
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
