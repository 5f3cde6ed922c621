/** `for` loops. Jinja2 has no `break`: a box tells the later turns to do nothing. */
import ts from "typescript";
import { matchesLoop } from "../../builtins/regex/calls.ts";
import { isMatchesCall } from "../../builtins/regex/matches.ts";
import { iterableAdvice } from "../../diagnostics/advice.ts";
import { loopFault } from "../../diagnostics/loop-fault.ts";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { transformCondition } from "../expressions/condition.ts";
import { transformExpression } from "../expressions/index.ts";
import type { FunctionContext, Region } from "../function-context.ts";
import { conjuncts } from "../positions.ts";
import { forRange, RANGE_LIMIT, rangeLength } from "../ranges.ts";
import { functionAround } from "../functions.ts";
import { findSinks } from "../sinks.ts";
import { isList, isNumber, isText } from "../types.ts";
import { bindPattern } from "./bindings.ts";
import {
  assignmentTarget,
  assignmentTargets,
  changedPlaces,
  isPush,
  isReordering,
  rootOf,
} from "./boxing.ts";
import { emitBranches, transformStatement } from "./index.ts";
import { hasBreak, hasReturn } from "./jumps.ts";

/** Makes the loop of a variable and the statements of a turn. */
type Loop = (variable: string, body: readonly Statement[]) => Statement;

/** `for (const item of list)`. */
export function transformForOf(node: ts.ForOfStatement, context: FunctionContext): void {
  const { initializer } = node;
  if (node.awaitModifier !== undefined) {
    context.refuse(node, "unsupportedSyntax", "`for await`");
    return;
  }
  const declaration = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
  if (declaration === undefined || !isIterated(node.expression, context.checker)) {
    const advice = iterableAdvice(
      node.expression,
      isText(context.checker.getTypeAtLocation(node.expression)),
    );
    context.refuse(node.expression, "unsupportedSyntax", "A loop over anything but a list", advice);
    return;
  }
  const loop = loopOf(node.expression, context);
  if (loop !== null) {
    writeLoop(node, declaration.name, loop, context);
  }
}

/** Writes the loop over a list, or over the matches of a pattern; null when that was refused. */
function loopOf(node: ts.Expression, context: FunctionContext): Loop | null {
  if (isMatchesCall(node) && isText(context.checker.getTypeAtLocation(node.expression.expression))) {
    return matchesLoop(node, context);
  }
  const iterable = transformExpression(node, context);
  return (variable, body) => nsl.forEach([variable], iterable, body);
}

/** May a loop go over it: a list, `list.entries()`, or `text.matchAll(pattern)`? */
export function isIterated(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return isList(checker, checker.getTypeAtLocation(node)) || isEntriesLoop(node) || isMatchesCall(node);
}

/** Is it the `list.entries()` a loop goes over? */
export function isEntriesLoop(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "entries" &&
    node.expression.expression.getText() !== "Object" &&
    ts.isForOfStatement(node.parent) &&
    node.parent.expression === node
  );
}

/** `for (let i = from; i < to; i += step)`: a range. */
export function transformFor(node: ts.ForStatement, context: FunctionContext): void {
  const counter = counterOf(node, context);
  if (counter === null) {
    context.refuse(node, "loopShape", ...loopFault(node));
    return;
  }
  const from = context.stable(transformExpression(counter.from, context), "from");
  const limit = transformExpression(counter.limit, context);
  const to = context.stable(counter.inclusive ? beyond(limit, counter.step) : limit, "limit");
  const range = { from, to, step: counter.step };
  if ((rangeLength(range) ?? 0) > RANGE_LIMIT) {
    context.refuse(counter.limit, "loopTooLong");
    return;
  }
  const loop: Loop = (variable, body) => forRange(variable, range, body, context);
  writeLoop(node, counter.name, loop, context, counter.tests);
}

function beyond(limit: Expression, step: number): Expression {
  const direction = step > 0 ? 1 : -1;
  return limit.kind === "number"
    ? nsl.number(limit.value + direction)
    : nsl.binary(direction > 0 ? "+" : "-", limit, nsl.number(1));
}

function writeLoop(
  node: ts.ForOfStatement | ts.ForStatement,
  pattern: ts.BindingName,
  loop: Loop,
  context: FunctionContext,
  tests: readonly ts.Expression[] = [],
): void {
  const prelude: Statement[] = [];
  const leaves =
    tests.length > 0 ||
    hasBreak(node.statement) ||
    (context.returnTarget.isJump && hasReturn(node.statement));
  const stopFlag = leaves ? context.makeBox("stopped", nsl.boolean(false)) : null;
  const region: Region = { kind: "loop", prelude, skipFlag: null, stopFlag };
  context.regions.push(region);
  context.names.inLoop(() => {
    const variable = ts.isIdentifier(pattern)
      ? context.names.unique(pattern.text)
      : context.names.helper("item");
    const body = context.collect(() => {
      bindPattern(pattern, nsl.name(variable), context);
      writeTurn(node.statement, tests, stopFlag ?? "", context);
    });
    const whole = [...prelude, ...body];
    const guarded = stopFlag === null ? whole : [nsl.when(nsl.not(nsl.held(stopFlag)), whole)];
    context.emit({ ...loop(variable, guarded), origin: node });
  });
  context.regions.pop();
}

/** One turn, done only while all tests hold; after the first that does not hold there is no other turn. */
function writeTurn(
  body: ts.Statement,
  tests: readonly ts.Expression[],
  stopFlag: string,
  context: FunctionContext,
): void {
  const [first, ...rest] = tests;
  if (first === undefined) {
    transformStatement(body, context);
    return;
  }
  const test = transformCondition(first, context);
  const turn = context.collect(() => {
    writeTurn(body, rest, stopFlag, context);
  });
  emitBranches(test, turn, [nsl.put(stopFlag, nsl.boolean(true))], first, context);
}

interface Counter {
  readonly name: ts.Identifier;
  readonly from: ts.Expression;
  readonly limit: ts.Expression;
  readonly inclusive: boolean;
  readonly step: number;
  /** What else must hold for a turn: `i < limit && !done`. */
  readonly tests: readonly ts.Expression[];
}

/** Reads the head of the loop; null when it is not a bounded counter whose bound stays put. */
function counterOf(node: ts.ForStatement, context: FunctionContext): Counter | null {
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
  const symbol = context.checker.getSymbolAtLocation(declaration.name);
  const isCounter = (side: ts.Node): boolean =>
    ts.isIdentifier(side) && context.checker.getSymbolAtLocation(side) === symbol;
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
    !isNumber(context.checker.getTypeAtLocation(bound.right)) ||
    !boundStays(bound.right, node.statement, context) ||
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
function boundStays(bound: ts.Expression, body: ts.Statement, context: FunctionContext): boolean {
  const roots: ts.Symbol[] = [];
  let known = true;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      known = false;
    }
    const symbol = ts.isIdentifier(node) ? context.checker.getSymbolAtLocation(node) : undefined;
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
    const symbol = context.checker.getSymbolAtLocation(root);
    if (symbol === undefined || !isMember) {
      return symbol !== undefined && roots.includes(symbol);
    }
    const field = ts.isPropertyAccessExpression(target) ? target.name.text : null;
    const { holders } = findSinks(symbol, field, owner, context);
    return roots.some((part) => holders.has(part));
  };
  const isLength = onlyLengths(bound);
  /** Another element in the place of one leaves the length as it is. */
  const isOther = (place: ts.Expression): boolean =>
    isLength &&
    ts.isElementAccessExpression(place) &&
    isList(context.checker, context.checker.getTypeAtLocation(place.expression));
  const touched = (node: ts.Node): boolean =>
    changedPlaces(node).some((place) => !isOther(place) && isBound(place, false)) ||
    changedObjects(node, isOther).some((object) => isBound(object, true)) ||
    (ts.forEachChild(node, touched) ?? false);
  return known && !touched(body);
}

/** Are all names in the bound those of lists whose length it asks for? */
function onlyLengths(bound: ts.Node): boolean {
  return ts.isIdentifier(bound)
    ? ts.isPropertyAccessExpression(bound.parent) &&
        bound.parent.expression === bound &&
        bound.parent.name.text === "length"
    : ts.isPropertyAccessExpression(bound)
      ? onlyLengths(bound.expression)
      : !(ts.forEachChild(bound, (child) => !onlyLengths(child)) ?? false);
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
