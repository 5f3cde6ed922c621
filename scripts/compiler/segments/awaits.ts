/** Where a function waits, and what acts before it does. */
import ts from "typescript";
import { isAsync, resolveFunction } from "../analysis/functions.ts";
import { promiseAll } from "../analysis/gathering.ts";
import { walkNamedArrows } from "../analysis/named-arrows.ts";
import { unwrapped } from "../analysis/paths.ts";
import { isContextExpression } from "../analysis/platform-context.ts";

/** Does the node contain an `await` of this function? */
export function containsAwait(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) {
    return true;
  }
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, containsAwait) ?? false);
}

/** Does the node contain an `await`, or a `return` of a promise, which waits as well? */
export function waits(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isAwaitExpression(node)) {
    return true;
  }
  if (ts.isReturnStatement(node) && node.expression !== undefined && givesPromise(node.expression, checker)) {
    return true;
  }
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => waits(child, checker)) ?? false);
}

/** The first `await` in the node. */
export function firstAwait(node: ts.Node): ts.AwaitExpression | undefined {
  return ts.isAwaitExpression(node) ? node : ts.forEachChild(node, firstAwait);
}

/** A returned value that is a promise, or a choice with one in it. */
export function givesPromise(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const value = unwrapped(node);
  return ts.isConditionalExpression(value)
    ? givesPromise(value.whenTrue, checker) || givesPromise(value.whenFalse, checker)
    : isPromise(value, checker);
}

/** A call of an async function, of `ctx.send`, or of `Promise.all`. */
export function isPromise(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const callee = resolveFunction(checker, node.expression);
  return (
    isSend(node, checker) ||
    (callee !== undefined && isAsync(callee)) ||
    promiseAll(node, checker) !== undefined
  );
}

/** `ctx.send(...)`. */
export function isSend(node: ts.CallExpression, checker: ts.TypeChecker): boolean {
  return (
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "send" &&
    isContextExpression(checker, node.expression.expression)
  );
}

/** A choice of which one side waits: it is decided by steps of the plan, in its turn. */
export function isTakenApart(node: ts.Node): node is ts.ConditionalExpression | ts.BinaryExpression {
  if (ts.isConditionalExpression(node)) {
    return containsAwait(node.whenTrue) || containsAwait(node.whenFalse);
  }
  return ts.isBinaryExpression(node) && isLogical(node) && containsAwait(node.right);
}

/** `&&`, `||`, `??`. */
export function isLogical(node: ts.BinaryExpression): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(node.operatorToken.kind);
}

/**
 * Does computing the node do something, or ask for something that may be different later? Only what is given
 * the platform's context can. What the plan computes in its turn does not count.
 */
export function touchesPlatform(node: ts.Node, checker: ts.TypeChecker): boolean {
  let touches = false;
  // An arrow function with a name may know the context without being given it.
  walkNamedArrows(node, checker, (part) => {
    if (touches || ts.isAwaitExpression(part) || isTakenApart(part)) {
      return false;
    }
    if (ts.isCallExpression(part)) {
      const { expression } = part;
      const owner = ts.isPropertyAccessExpression(expression) ? [expression.expression] : [];
      touches = [...owner, ...part.arguments].some((given) => isContextExpression(checker, given));
    }
    return !touches;
  });
  return touches;
}
