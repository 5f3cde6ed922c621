/** Positions that are inside of a list: only there may an element be replaced, since NSL cannot make a list longer so. */
import ts from "typescript";
import { factsAt } from "./facts.ts";
import { isConstant } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { identityOf, isSameValue } from "./same-value.ts";
import { constantOf, isSteady } from "./steady.ts";
import { functionAround, walk } from "./walk.ts";

const SEARCHES: ReadonlySet<string> = new Set(["findIndex", "indexOf"]);

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
      isLonger(length, index, facts) ||
      (index === 0 && hasElement(list, facts, view))
    );
  }
  if (identityOf(position, checker) === `${length} - 1`) {
    return isLonger(length, 0, facts) || hasElement(list, facts, view);
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

function isLonger(length: string, index: number, facts: ReadonlySet<string>): boolean {
  const wanted = [`${length} > ${String(index)}`, `${length} >= ${String(index + 1)}`];
  return [...wanted, ...(index === 0 ? [`${length} !== 0`] : [])].some((fact) => facts.has(fact));
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

/** The tests of `a && b && c`. */
export function conjuncts(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) {
    return conjuncts(node.expression);
  }
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node];
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
