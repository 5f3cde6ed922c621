/** Whether a date that is changed in place is one that nobody else has: only then may its name be given another. */
import ts from "typescript";
import { type Callable, resolveArrow, resolveFunction, symbolOf } from "../../analysis/functions.ts";
import { contains, resultsOf, walk } from "../../analysis/walk.ts";
import { GETTERS, SETTERS } from "./methods.ts";
import type { DateTypes } from "./types.ts";

/** The variable whose date is changed there; undefined where another may have the date too. */
export function changedAlone(name: ts.Identifier, types: DateTypes): ts.VariableDeclaration | undefined {
  const declaration = types.checker.getSymbolAtLocation(name)?.valueDeclaration;
  const owner = ts.findAncestor(name, ts.isFunctionLike);
  if (
    declaration === undefined ||
    owner === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    !contains(owner, declaration)
  ) {
    return undefined;
  }
  const uses = usesIn(owner, declaration, types);
  const setters = uses.filter(isChanged);
  const isAlone = uses.every((use) =>
    isAssigned(use)
      ? isNew((use.parent as ts.BinaryExpression).right, types)
      : !isHandedOn(use, types) || setters.every((setter) => isBefore(setter, use, declaration, owner)),
  );
  return declaration.initializer !== undefined && isNew(declaration.initializer, types) && isAlone
    ? declaration
    : undefined;
}

/** Is it a date that has just been made, and stands nowhere else? */
function isNew(node: ts.Expression, types: DateTypes, around: readonly ts.Node[] = []): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return isNew(node.expression, types, around);
  }
  if (ts.isConditionalExpression(node)) {
    return isNew(node.whenTrue, types, around) && isNew(node.whenFalse, types, around);
  }
  if (ts.isNewExpression(node)) {
    return true;
  }
  const called = ts.isCallExpression(node) ? calledFunction(node, types) : undefined;
  if (called === undefined || around.includes(called)) {
    return false;
  }
  const given = called.body === undefined ? [] : resultsOf(called.body);
  return given.every((value) => isNew(value, types, [...around, called]) || isOwn(value, called, types));
}

function calledFunction({ expression }: ts.CallExpression, { checker }: DateTypes): Callable | undefined {
  return resolveFunction(checker, expression) ?? resolveArrow(checker, expression);
}

/** Is it a variable of the function whose date is new, and given to nobody but by its `return`s? */
function isOwn(node: ts.Expression, owner: Callable, types: DateTypes): boolean {
  const declaration = ts.isIdentifier(node)
    ? types.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    contains(owner, declaration) &&
    declaration.initializer !== undefined &&
    ts.isNewExpression(declaration.initializer) &&
    usesIn(owner, declaration, types).every((use) =>
      isAssigned(use)
        ? ts.isNewExpression((use.parent as ts.BinaryExpression).right)
        : ts.isReturnStatement(use.parent) || !isHandedOn(use, types),
    )
  );
}

function usesIn(
  owner: ts.Node,
  { name }: ts.VariableDeclaration,
  { checker }: DateTypes,
): readonly ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const found: ts.Identifier[] = [];
  walk(owner, (node) => {
    if (ts.isIdentifier(node) && node !== name && symbolOf(node, checker) === symbol) {
      found.push(node);
    }
  });
  return found;
}

function isChanged({ parent }: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && SETTERS.has(parent.name.text);
}

function isAssigned(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** May somebody else have the date from there on? */
function isHandedOn(node: ts.Expression, types: DateTypes): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) {
    return isHandedOn(parent, types);
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return !GETTERS.has(parent.name.text) && !SETTERS.has(parent.name.text);
  }
  if (ts.isNewExpression(parent)) {
    return parent.expression.getText() !== "Date";
  }
  if (ts.isCallExpression(parent)) {
    return !isOnlyRead(parent, node, types);
  }
  return !(
    ts.isPrefixUnaryExpression(parent) ||
    ts.isExpressionStatement(parent) ||
    (ts.isBinaryExpression(parent) && !types.holds(types.of(parent)))
  );
}

/** A function that gives no date, and has nothing else to keep one in. */
function isOnlyRead(call: ts.CallExpression, node: ts.Expression, types: DateTypes): boolean {
  return (
    calledFunction(call, types) !== undefined &&
    !types.holds(types.of(call)) &&
    call.arguments.every(
      (argument) =>
        argument === node || types.isPlain(types.of(argument)) || !types.holds(types.of(argument)),
    )
  );
}

/** Has the date been changed for the last time when it is handed on? */
function isBefore(setter: ts.Node, handed: ts.Node, declaration: ts.Node, owner: ts.Node): boolean {
  if (ts.findAncestor(setter, ts.isFunctionLike) !== owner) {
    return false;
  }
  if (ts.isReturnStatement(handed.parent) && ts.findAncestor(handed, ts.isFunctionLike) === owner) {
    return true;
  }
  const again = ts.findAncestor(
    handed,
    (node) =>
      (ts.isIterationStatement(node, false) || ts.isFunctionLike(node)) &&
      contains(node, setter) &&
      // The head of a loop makes one date for all turns.
      !contains(ts.isIterationStatement(node, false) ? node.statement : node, declaration),
  );
  return setter.end <= handed.pos && again === undefined;
}
