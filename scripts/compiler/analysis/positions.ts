/** Positions that are inside of a list: only there may an element be replaced, since NSL cannot make a list longer so. */
import ts from "typescript";
import { conjuncts } from "./conjuncts.ts";
import { factsAt } from "./facts.ts";
import { isConstant } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { identityOf, isSameValue } from "./same-value.ts";
import { counterStart } from "./counters.ts";
import { isNeverNegative } from "./signs.ts";
import { constantOf, isSteady } from "./steady.ts";
import { functionAround, walk } from "./walk.ts";

const SEARCHES: ReadonlySet<string> = new Set(["findIndex", "findLastIndex", "indexOf"]);

/** Is `list[position]` an element the list has? A list that keeps its variable never gets shorter. */
export function isInside(node: ts.ElementAccessExpression, view: ProgramView): boolean {
  const { expression: list, argumentExpression: position } = node;
  if (!isSteady(list, view)) {
    return false;
  }
  const { checker } = view;
  const length = `${identityOf(list, checker)}.length`;
  const facts = factsAt(node, checker);
  if (ts.isNumericLiteral(position)) {
    const index = Number(position.text);
    return (
      hasWritten(list, index, view) ||
      isLongerThan(length, index, facts) ||
      (index === 0 && hasElement(list, facts, view))
    );
  }
  if (identityOf(position, checker) === `${length} - 1`) {
    return isLongerThan(length, 0, facts) || hasElement(list, facts, view);
  }
  if (isBelow(position, list, view)) {
    return true;
  }
  if (!ts.isIdentifier(position)) {
    return false;
  }
  const name = identityOf(position, checker);
  const loop = counterLoop(position, view);
  if (loop !== undefined) {
    return isCounted(loop, name, length, checker);
  }
  return (
    isSteady(position, view) &&
    (isFound(position, list, view)
      ? [`${name} >= 0`, `${name} > -1`, `${name} !== -1`].some((fact) => facts.has(fact))
      : [`${name} >= 0`, `${name} > -1`].some((fact) => facts.has(fact)) && facts.has(`${name} < ${length}`))
  );
}

/**
 * Is the position, such as `j + 1`, 0 or more and below the length: by a test around it, or by the bound of the loop
 * whose counter `j` is, `j < list.length - 1`?
 */
function isBelow(position: ts.Expression, list: ts.Expression, view: ProgramView): boolean {
  const { checker } = view;
  if (!isSettled(position, view)) {
    return false;
  }
  const name = identityOf(position, checker);
  const facts = factsAt(position, checker);
  const isPositive =
    facts.has(`${name} >= 0`) || facts.has(`${name} > -1`) || isNeverNegative(position, view);
  const length = `${identityOf(list, checker)}.length`;
  return isPositive && (facts.has(`${name} < ${length}`) || isCountedBelow(position, length, view));
}

/** `j`, `j + 1`, `j - 1` in a loop over `j < list.length - 1`: what is added is no more than what the bound leaves. */
function isCountedBelow(position: ts.Expression, length: string, view: ProgramView): boolean {
  const { base, added } = partsOf(position);
  const loop = ts.isIdentifier(base) ? counterLoop(base, view) : undefined;
  if (loop?.condition === undefined || !ts.isIdentifier(base) || counterStart(base, view) === undefined) {
    return false;
  }
  return conjuncts(loop.condition).some((test) => {
    if (
      !ts.isBinaryExpression(test) ||
      !/^<=?$/.test(test.operatorToken.getText()) ||
      identityOf(test.left, view.checker) !== identityOf(base, view.checker)
    ) {
      return false;
    }
    const bound = partsOf(test.right, view);
    const reached = added + (test.operatorToken.kind === ts.SyntaxKind.LessThanToken ? 0 : 1);
    return bound.isKnown && identityOf(bound.base, view.checker) === length && reached <= -bound.added;
  });
}

/** `a + 2 - 1` as `a` and what is added to it; what is taken off besides must never be negative. */
function partsOf(
  node: ts.Expression,
  view?: ProgramView,
): { readonly base: ts.Expression; readonly added: number; readonly isKnown: boolean } {
  if (ts.isParenthesizedExpression(node)) {
    return partsOf(node.expression, view);
  }
  const operator = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  if (
    !ts.isBinaryExpression(node) ||
    (operator !== ts.SyntaxKind.PlusToken && operator !== ts.SyntaxKind.MinusToken)
  ) {
    return { base: node, added: 0, isKnown: true };
  }
  const sign = operator === ts.SyntaxKind.PlusToken ? 1 : -1;
  const left = partsOf(node.left, view);
  if (ts.isNumericLiteral(node.right)) {
    return { ...left, added: left.added + sign * Number(node.right.text) };
  }
  const isTaken = sign < 0 && view !== undefined && isNeverNegative(node.right, view);
  return isTaken ? left : { base: node, added: 0, isKnown: false };
}

/** Does the position name nothing but what stays the same during a turn? */
function isSettled(node: ts.Expression, view: ProgramView): boolean {
  if (ts.isIdentifier(node)) {
    return isSteady(node, view) || counterStart(node, view) !== undefined;
  }
  return (
    ts.isNumericLiteral(node) ||
    (ts.isParenthesizedExpression(node) && isSettled(node.expression, view)) ||
    (ts.isPropertyAccessExpression(node) && isSteady(node.expression, view)) ||
    (ts.isBinaryExpression(node) && isSettled(node.left, view) && isSettled(node.right, view))
  );
}

/** Does the literal that a constant list starts with have an element there? */
function hasWritten(list: ts.Expression, index: number, view: ProgramView): boolean {
  const value = ts.isIdentifier(list) ? constantOf(list, view) : undefined;
  return (
    value !== undefined &&
    ts.isArrayLiteralExpression(value) &&
    value.elements.length > index &&
    !value.elements.slice(0, index + 1).some(ts.isSpreadElement)
  );
}

/** Is it known that a list has an element at the position, by what was asked of its length? */
export function isLongerThan(length: string, index: number, facts: ReadonlySet<string>): boolean {
  return [...facts].some((fact) => {
    const known = fact.startsWith(`${length} `)
      ? /^(>=|>|===|==|!==|!=) ([0-9]+)$/.exec(fact.slice(length.length + 1))
      : null;
    const count = Number(known?.[2]);
    switch (known?.[1]) {
      case ">":
        return count >= index;
      case ">=":
      case "===":
      case "==":
        return count > index;
      case "!==":
      case "!=":
        return count === 0 && index === 0;
      default:
        return false;
    }
  });
}

/** Is it known of a constant that holds an element, `const last = list.at(-1)`, that there is one? */
function hasElement(list: ts.Expression, facts: ReadonlySet<string>, view: ProgramView): boolean {
  let found = false;
  walk(functionAround(list) ?? list, (node) => {
    const value = ts.isVariableDeclaration(node) && isConstant(node) ? node.initializer : undefined;
    const owner = value === undefined ? undefined : listAsked(value);
    if (owner !== undefined && ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const name = identityOf(node.name, view.checker);
      const isThere = [`${name} !== undefined`, `${name} != undefined`, `${name} != null`].some((fact) =>
        facts.has(fact),
      );
      found ||= isThere && isSameValue(owner, list, view.checker);
    }
  });
  return found;
}

/** The list of `list[i]` and `list.at(i)`. */
function listAsked(node: ts.Expression): ts.Expression | undefined {
  if (ts.isElementAccessExpression(node)) {
    return node.expression;
  }
  return ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "at"
    ? node.expression.expression
    : undefined;
}

/** The loop whose counter the name is. */
function counterLoop(name: ts.Identifier, view: ProgramView): ts.ForStatement | undefined {
  const declared = view.checker.getSymbolAtLocation(name)?.valueDeclaration?.parent.parent;
  return declared !== undefined && ts.isForStatement(declared) ? declared : undefined;
}

/** `for (let i = 0; i < list.length; ...)`, `for (let i = list.length - 1; i >= 0; ...)`: the bounds of its turns. */
function isCounted(loop: ts.ForStatement, name: string, length: string, checker: ts.TypeChecker): boolean {
  const { initializer, condition } = loop;
  const from =
    initializer !== undefined && ts.isVariableDeclarationList(initializer)
      ? initializer.declarations[0]?.initializer
      : undefined;
  const first = from === undefined ? "" : identityOf(from, checker);
  const tests = condition === undefined ? [] : conjuncts(condition).map((test) => identityOf(test, checker));
  return /^[0-9]+$/.test(first)
    ? tests.some((test) => test === `${name} < ${length}` || test === `${name} <= ${length} - 1`)
    : first === `${length} - 1` && tests.some((test) => new RegExp(`^${name} >=? [0-9]+$`).test(test));
}

/** `const at = list.findIndex(...)`: inside, or -1. */
function isFound(position: ts.Identifier, list: ts.Expression, view: ProgramView): boolean {
  const value = constantOf(position, view);
  return (
    value !== undefined &&
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    SEARCHES.has(value.expression.name.text) &&
    isSameValue(value.expression.expression, list, view.checker)
  );
}
