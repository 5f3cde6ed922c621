/** Positions that are inside of a list: only there may an element be replaced, since NSL cannot make a list longer so. */
import ts from "typescript";
import { factsAt } from "./facts.ts";
import type { FunctionContext } from "./function-context.ts";
import { functionAround, isConstant, walk } from "./functions.ts";
import { constantOf, isSteady } from "./keys.ts";
import { identityOf, isSameValue } from "./same-value.ts";

const SEARCHES: ReadonlySet<string> = new Set(["findIndex", "indexOf"]);

/** Is `list[position]` an element the list has? A list that keeps its variable never gets shorter. */
export function isInside(node: ts.ElementAccessExpression, context: FunctionContext): boolean {
  const { expression: list, argumentExpression: position } = node;
  if (!isSteady(list, context)) {
    return false;
  }
  const { checker } = context;
  const length = `${identityOf(list, checker)}.length`;
  const facts = factsAt(node, checker);
  if (ts.isNumericLiteral(position)) {
    const index = Number(position.text);
    return (
      hasWritten(list, index, context) ||
      isLonger(length, index, facts) ||
      (index === 0 && hasElement(list, facts, context))
    );
  }
  if (identityOf(position, checker) === `${length} - 1`) {
    return isLonger(length, 0, facts) || hasElement(list, facts, context);
  }
  if (!ts.isIdentifier(position)) {
    return false;
  }
  const name = identityOf(position, checker);
  const loop = counterLoop(position, context);
  if (loop !== undefined) {
    return isCounted(loop, name, length, checker);
  }
  return (
    isSteady(position, context) &&
    (isFound(position, list, context)
      ? [`${name} >= 0`, `${name} > -1`, `${name} !== -1`].some((fact) => facts.has(fact))
      : [`${name} >= 0`, `${name} > -1`].some((fact) => facts.has(fact)) && facts.has(`${name} < ${length}`))
  );
}

/** Does the literal that a constant list starts with have an element there? */
function hasWritten(list: ts.Expression, index: number, context: FunctionContext): boolean {
  const value = ts.isIdentifier(list) ? constantOf(list, context) : undefined;
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
function hasElement(list: ts.Expression, facts: ReadonlySet<string>, context: FunctionContext): boolean {
  let found = false;
  walk(functionAround(list) ?? list, (node) => {
    const value = ts.isVariableDeclaration(node) && isConstant(node) ? node.initializer : undefined;
    const owner = value === undefined ? undefined : listAsked(value);
    if (owner !== undefined && ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const name = identityOf(node.name, context.checker);
      const isThere = [`${name} !== undefined`, `${name} != undefined`, `${name} != null`].some((fact) =>
        facts.has(fact),
      );
      found ||= isThere && isSameValue(owner, list, context.checker);
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
function counterLoop(name: ts.Identifier, context: FunctionContext): ts.ForStatement | undefined {
  const declared = context.checker.getSymbolAtLocation(name)?.valueDeclaration?.parent.parent;
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
function isFound(position: ts.Identifier, list: ts.Expression, context: FunctionContext): boolean {
  const value = constantOf(position, context);
  return (
    value !== undefined &&
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    SEARCHES.has(value.expression.name.text) &&
    isSameValue(value.expression.expression, list, context.checker)
  );
}
