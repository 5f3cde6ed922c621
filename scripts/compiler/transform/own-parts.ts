/**
 * Guards a change of a part of what a function has made, by whatever name: in NSL as in JavaScript all names show it, but
 * for those in another skill, and those that have been apart since they waited in a frame.
 */
import ts from "typescript";
import { mayHold } from "../analysis/made-whole.ts";
import { isApart } from "../analysis/objects/apart.ts";
import { type FunctionObjects, objectsOf } from "../analysis/objects/function-objects.ts";
import { reachable, type Sites } from "../analysis/objects/heap.ts";
import { mayFollow } from "../analysis/following.ts";
import { callableGiven, symbolOf } from "../analysis/functions.ts";
import { isLoop } from "../analysis/iterables.ts";
import { isContextExpression } from "../analysis/platform-context.ts";
import { crosses } from "../analysis/sinks.ts";
import { contains, functionAround, walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { authorsText } from "../diagnostics/authors-text.ts";

/** Reports a change of what the function has not made, or of what not every name of it would show; true when it is none. */
export function checkOwnParts(target: ts.Expression, advice: string, context: FunctionContext): boolean {
  const parts = ownParts(target, context);
  if (parts === undefined) {
    context.refuse(target, "parameterMutation", authorsText(target), advice);
    return false;
  }
  if (isIterated(target, parts.changed, parts.objects)) {
    context.refuse(target, "iteratedMutation", authorsText(target));
    return false;
  }
  if (!isInOnePlace(target, parts)) {
    context.refuse(target, "sharedMutation", authorsText(target));
    return false;
  }
  return true;
}

/** Did the function make what changes, and has it one place where it is handed to another skill or waits? */
export function isKnownOnce(target: ts.Expression, context: FunctionContext): boolean {
  const parts = ownParts(target, context);
  return parts !== undefined && isInOnePlace(target, parts);
}

/** What changes, and what is known of the function that has made it. */
interface OwnParts {
  readonly changed: Sites;
  readonly objects: FunctionObjects;
}

/** What changes there; undefined when the function may not have made it. */
function ownParts(target: ts.Expression, context: FunctionContext): OwnParts | undefined {
  const owner = functionAround(target);
  if (owner === undefined) {
    return undefined;
  }
  const objects = objectsOf(owner, context);
  const changed = objects.sitesOf(target);
  return changed.has(objects.heap.foreign) ? undefined : { changed, objects };
}

function isInOnePlace(target: ts.Expression, { changed, objects }: OwnParts): boolean {
  return !isGivenAway(target, changed, objects) && !isTornApart(target, changed, objects);
}

const isAny = (some: Sites, others: Sites): boolean => [...some].some((site) => others.has(site));

/** Does the change stand in a loop over what changes, or in one whose bounds are read of it by another name? */
function isIterated(target: ts.Expression, changed: Sites, objects: FunctionObjects): boolean {
  const names = (part: ts.Node | undefined): boolean => {
    let found = false;
    if (part !== undefined) {
      walk(part, (node) => {
        found ||=
          ts.isExpression(node) &&
          node.getText() !== target.getText() &&
          isAny(objects.sitesOf(node), changed);
      });
    }
    return found;
  };
  const isOver = (around: ts.Node): boolean => {
    const call = ts.isArrowFunction(around) ? around.parent : undefined;
    if (ts.isForOfStatement(around)) {
      return isAny(objects.sitesOf(around.expression), changed);
    }
    if (call !== undefined && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)) {
      return isAny(objects.sitesOf(call.expression.expression), changed);
    }
    if (ts.isForStatement(around)) {
      return names(around.condition) || names(around.incrementor);
    }
    return (ts.isWhileStatement(around) || ts.isDoStatement(around)) && names(around.expression);
  };
  return ts.findAncestor(target, (around) => around !== target && isOver(around)) !== undefined;
}

/** Was it, or what holds it, handed to another skill before, which may have given it back? */
function isGivenAway(target: ts.Expression, changed: Sites, objects: FunctionObjects): boolean {
  const { owner, view } = objects;
  const type = view.checker.getTypeAtLocation(target);
  let given = false;
  walk(owner, (node) => {
    if (
      !given &&
      ts.isCallExpression(node) &&
      mayCross(node, objects) &&
      (isNamed(target, owner) || mayFollow(node, target, owner, owner)) &&
      mayHold(view.checker.getTypeAtLocation(node), [type], view.checker)
    ) {
      const whole = ts.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [];
      given = [...node.arguments, ...whole].some((part) =>
        isAny(reachable(objects.sitesOf(ts.isSpreadElement(part) ? part.expression : part)), changed),
      );
    }
  });
  return given;
}

/** May the call be one of another skill, that gives what it was given? */
function mayCross(node: ts.CallExpression, objects: FunctionObjects): boolean {
  const { view } = objects;
  const { expression: callee } = node;
  const isMethod = ts.isPropertyAccessExpression(callee);
  if (isMethod && isContextExpression(view.checker, callee.expression)) {
    return false;
  }
  if (view.graph.values.calledBy(node).length > 0) {
    return true;
  }
  const [callback] = node.arguments;
  const called = callableGiven(isMethod ? callback : callee, view.checker);
  if (called === undefined || (ts.isArrowFunction(called) && objects.isInside(called))) {
    return !isMethod && called === undefined;
  }
  return crosses(called, view) && !objectsOf(called, view).givesItsOwn;
}

/** Has it waited in a frame before, as a part of two values or under two names? */
function isTornApart(target: ts.Expression, changed: Sites, objects: FunctionObjects): boolean {
  const { owner } = objects;
  const change = ts.findAncestor(target, ts.isExpressionStatement) ?? target;
  let torn = false;
  walk(owner, (node) => {
    if (
      !torn &&
      ts.isAwaitExpression(node) &&
      (isNamed(target, owner) || mayFollow(node, change, owner, owner))
    ) {
      const kept = keptWhile(node, objects);
      torn = [...changed].some((site) => !isApart(site, kept));
    }
  });
  return torn;
}

/** What the variables stand for that are read after a wait. */
function keptWhile(wait: ts.AwaitExpression, { owner, heap, view }: FunctionObjects): readonly Sites[] {
  const kept = new Set<ts.Symbol>();
  walk(owner, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolOf(node, view.checker) : undefined;
    const declared = symbol?.valueDeclaration;
    if (
      symbol === undefined ||
      declared === undefined ||
      declared.end > wait.getStart() ||
      declared === node.parent
    ) {
      return;
    }
    const whole = ts.findAncestor(node, ts.isStatement);
    const isOfWait = whole !== undefined && !ts.isBlock(whole) && !isCompound(whole) && contains(whole, wait);
    if (isOfWait || isNamed(node, owner) || mayFollow(wait, node, declared, owner)) {
      kept.add(symbol);
    }
  });
  return [...kept].map((symbol) => heap.valuesOf(symbol));
}

/** Does the statement have others in it, which may wait when its own values are read already? */
function isCompound(node: ts.Statement): boolean {
  return ts.isIfStatement(node) || ts.isSwitchStatement(node) || ts.isTryStatement(node) || isLoop(node);
}

/** Does it stand in an arrow function with a name, which runs where that is called? */
function isNamed(node: ts.Node, owner: ts.Node): boolean {
  const arrow = ts.findAncestor(node, (around) => around !== owner && ts.isArrowFunction(around));
  return arrow !== undefined && (ts.isVariableDeclaration(arrow.parent) || isNamed(arrow.parent, owner));
}
