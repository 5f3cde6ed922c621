/** The heads of counting loops: `for (let i = from; i < to; i += step)`, where the bound stays put. */
import ts from "typescript";
import {
  assignmentTarget,
  assignmentTargets,
  changedPlaces,
  isPush,
  isReordering,
  rootOf,
} from "./changes.ts";
import { conjuncts } from "./conjuncts.ts";
import { mayBeDecimal, mayBeInfinite } from "./decimals.ts";
import type { ProgramView } from "./program-view.ts";
import { findSinks } from "./sinks.ts";
import { isList, isNumber } from "./types.ts";
import { functionAround } from "./walk.ts";

/** A loop that counts. */
export interface Counter {
  readonly name: ts.Identifier;
  readonly from: ts.Expression;
  readonly limit: ts.Expression;
  readonly inclusive: boolean;
  readonly step: number;
  /** What else must hold for a turn: `i < limit && !done`. */
  readonly tests: readonly ts.Expression[];
}

/** Reads the head of the loop; null when it is not a bounded counter whose bound stays put. */
export function counterOf(node: ts.ForStatement, view: ProgramView): Counter | null {
  const { initializer, condition, incrementor } = node;
  const declaration =
    initializer !== undefined &&
    ts.isVariableDeclarationList(initializer) &&
    initializer.declarations.length === 1
      ? initializer.declarations[0]
      : undefined;
  if (
    declaration?.initializer === undefined ||
    !ts.isIdentifier(declaration.name) ||
    condition === undefined ||
    incrementor === undefined
  ) {
    return null;
  }
  const symbol = view.checker.getSymbolAtLocation(declaration.name);
  const isCounter = (side: ts.Node): boolean =>
    ts.isIdentifier(side) && view.checker.getSymbolAtLocation(side) === symbol;
  const step = stepOf(incrementor, isCounter);
  const all = conjuncts(condition);
  const bound = all.find(
    (test): test is ts.BinaryExpression =>
      ts.isBinaryExpression(test) && isCounter(test.left) && /^[<>]=?$/.test(test.operatorToken.getText()),
  );
  const tests = all.filter((test) => test !== bound);
  // What stands before the bound is asked after it, which nobody sees as long as it calls nothing.
  if (bound === undefined || all.slice(0, all.indexOf(bound)).some(containsCall)) {
    return null;
  }
  const operator = bound.operatorToken.getText();
  const upward = operator === "<" || operator === "<=";
  const downward = operator === ">" || operator === ">=";
  if (
    step === null ||
    !((upward && step > 0) || (downward && step < 0)) ||
    !isNumber(view.checker.getTypeAtLocation(bound.right)) ||
    mayBeDecimal(declaration.initializer, view) ||
    mayBeInfinite(bound.right, view) ||
    containsCounter(bound.right, isCounter) ||
    !boundStays(bound.right, node.statement, view) ||
    changes(node.statement, isCounter)
  ) {
    return null;
  }
  return {
    name: declaration.name,
    from: declaration.initializer,
    limit: bound.right,
    inclusive: operator.length === 2,
    step,
    tests,
  };
}

/** Where the counter of a loop that counts up begins; undefined for any other name. */
export function counterStart(name: ts.Identifier, view: ProgramView): ts.Expression | undefined {
  const loop = view.checker.getSymbolAtLocation(name)?.valueDeclaration?.parent.parent;
  const counter = loop !== undefined && ts.isForStatement(loop) ? counterOf(loop, view) : null;
  return counter !== null && counter.step > 0 ? counter.from : undefined;
}

/** `i < list.length - 1 - i`: such a bound is another one in each turn. */
function containsCounter(node: ts.Node, isCounter: (side: ts.Node) => boolean): boolean {
  return isCounter(node) || (ts.forEachChild(node, (child) => containsCounter(child, isCounter)) ?? false);
}

function containsCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || (ts.forEachChild(node, containsCall) ?? false);
}

function stepOf(node: ts.Expression, isCounter: (side: ts.Node) => boolean): number | null {
  const target = assignmentTarget(node);
  if (target === undefined || !isCounter(target)) {
    return null;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
  }
  if (!ts.isBinaryExpression(node) || !ts.isNumericLiteral(node.right)) {
    return null;
  }
  const amount = Number(node.right.text);
  const operator = node.operatorToken.getText();
  return amount <= 0 || !Number.isInteger(amount)
    ? null
    : operator === "+="
      ? amount
      : operator === "-="
        ? -amount
        : null;
}

function changes(body: ts.Node, isCounter: (side: ts.Node) => boolean): boolean {
  return (
    assignmentTargets(body).some(isCounter) ||
    (ts.forEachChild(body, (child) => changes(child, isCounter)) ?? false)
  );
}

/** JavaScript asks for the bound again at every turn: it must be a literal or something the body leaves alone. */
function boundStays(bound: ts.Expression, body: ts.Statement, view: ProgramView): boolean {
  const roots: ts.Symbol[] = [];
  let known = true;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      known = false;
    }
    const symbol = ts.isIdentifier(node) ? view.checker.getSymbolAtLocation(node) : undefined;
    if (symbol !== undefined) {
      roots.push(symbol);
    }
    ts.forEachChild(node, visit);
  };
  visit(bound);
  const owner = functionAround(body) ?? body.getSourceFile();
  /** Is it the symbol of the bound, or may what is changed there be a part of the bound under another name? */
  const isBound = (target: ts.Expression, isMember: boolean): boolean => {
    const root = rootOf(target);
    const symbol = view.checker.getSymbolAtLocation(root);
    if (symbol === undefined || !isMember) {
      return symbol !== undefined && roots.includes(symbol);
    }
    const field = ts.isPropertyAccessExpression(target) ? target.name.text : null;
    const { holders } = findSinks(symbol, field, owner, view);
    return roots.some((part) => holders.has(part));
  };
  const isLength = onlyLengths(bound, view);
  /** Another element in the place of one leaves the length as it is. */
  const isOther = (place: ts.Expression): boolean =>
    isLength &&
    ts.isElementAccessExpression(place) &&
    isList(view.checker, view.checker.getTypeAtLocation(place.expression));
  const touched = (node: ts.Node): boolean =>
    changedPlaces(node).some((place) => !isOther(place) && isBound(place, false)) ||
    changedObjects(node, isOther).some((object) => isBound(object, true)) ||
    (ts.forEachChild(node, touched) ?? false);
  return known && !touched(body);
}

/** Are all names in the bound those of numbers, or of lists whose length it asks for? */
function onlyLengths(bound: ts.Node, view: ProgramView): boolean {
  return ts.isIdentifier(bound)
    ? isNumber(view.checker.getTypeAtLocation(bound)) ||
        (ts.isPropertyAccessExpression(bound.parent) &&
          bound.parent.expression === bound &&
          bound.parent.name.text === "length")
    : ts.isPropertyAccessExpression(bound)
      ? onlyLengths(bound.expression, view)
      : !(ts.forEachChild(bound, (child) => !onlyLengths(child, view)) ?? false);
}

/** What `object.field = value` and `list.push(value)` change: the object, the list. */
function changedObjects(node: ts.Node, isOther: (place: ts.Expression) => boolean): readonly ts.Expression[] {
  const places = changedPlaces(node).filter((place) => !isOther(place));
  return isPush(node) || isReordering(node)
    ? places
    : places.flatMap((place) =>
        ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place) ? [place.expression] : [],
      );
}
