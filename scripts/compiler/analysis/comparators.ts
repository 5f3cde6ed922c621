/** Comparators of `toSorted`, read as keys: the forms whose order both languages can make. */
import ts from "typescript";
import { type Callable, isAsync } from "./functions.ts";
import { isNumber, isText, strictly } from "./types.ts";

/** One key of a comparator: the side of the first parameter, its kind and direction. */
export interface SortKey {
  readonly expression: ts.Expression;
  readonly isText: boolean;
  /** Is it a text in the order of `localeCompare`? */
  readonly isCollated?: boolean;
  readonly descending: boolean;
}

/** Each variable of the first parameter with the one that stands for the same part of the second. */
type Pairs = readonly (readonly [first: ts.Symbol, second: ts.Symbol])[];

/** What orders a list as a comparator does; null where that is no order of keys, and the comparator has to be asked. */
export function keysOfComparator(callback: Callable, checker: ts.TypeChecker): readonly SortKey[] | null {
  const [first, second] = callback.parameters;
  const pairs =
    first === undefined || second === undefined ? null : pairsOf(first.name, second.name, checker);
  const isPlain =
    !isAsync(callback) && callback.parameters.every(({ initializer }) => initializer === undefined);
  return pairs === null || callback.body === undefined || !isPlain
    ? null
    : comparatorKeys(callback.body, pairs, checker);
}

/** The variables of two parameters, `(a, b)` or `([, a], [, b])`; null when the second is taken apart in another way. */
function pairsOf(first: ts.BindingName, second: ts.BindingName, checker: ts.TypeChecker): Pairs | null {
  if (ts.isIdentifier(first) && ts.isIdentifier(second)) {
    const [one, other] = [first, second].map((name) => checker.getSymbolAtLocation(name));
    return one === undefined || other === undefined ? null : [[one, other]];
  }
  if (ts.isIdentifier(first) || ts.isIdentifier(second) || first.elements.length !== second.elements.length) {
    return null;
  }
  const pairs: (readonly [ts.Symbol, ts.Symbol])[] = [];
  for (const [index, one] of first.elements.entries()) {
    const other = second.elements[index];
    if (other === undefined || ts.isOmittedExpression(one) !== ts.isOmittedExpression(other)) {
      return null;
    }
    if (ts.isOmittedExpression(one) || ts.isOmittedExpression(other)) {
      continue;
    }
    const parts = isSamePart(one, other) ? pairsOf(one.name, other.name, checker) : null;
    if (parts === null) {
      return null;
    }
    pairs.push(...parts);
  }
  return pairs;
}

/** Do both elements take the same property, or the same place, as it is? */
function isSamePart(one: ts.BindingElement, other: ts.BindingElement): boolean {
  const isPlain = [one, other].every(
    ({ initializer, dotDotDotToken }) => initializer === undefined && dotDotDotToken === undefined,
  );
  const isNamed = ts.isObjectBindingPattern(one.parent);
  return (
    isPlain &&
    (!isNamed || (one.propertyName ?? one.name).getText() === (other.propertyName ?? other.name).getText())
  );
}

/** What is compared: ascending when the left side is the first parameter's. */
interface Sides {
  readonly left: ts.Expression;
  readonly right: ts.Expression;
  /** Compared with `<` or `>`, which texts can be too. */
  readonly isText: boolean;
  /** Compared with `localeCompare`. */
  readonly isCollated?: boolean;
}

/**
 * The keys of `a.x - b.x`, `a.x < b.x ? -1 : a.x > b.x ? 1 : 0` or its like, or several joined with `||`.
 *
 * @param isLast is nothing compared after it? Then `a.x < b.x ? -1 : 1` will do as well.
 */
function comparatorKeys(
  body: ts.ConciseBody,
  pairs: Pairs,
  checker: ts.TypeChecker,
  isLast = true,
): readonly SortKey[] | null {
  if (ts.isBlock(body)) {
    return statementKeys(body.statements, pairs, checker);
  }
  const node = ts.isParenthesizedExpression(body) ? body.expression : body;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = comparatorKeys(node.left, pairs, checker, false);
    const right = comparatorKeys(node.right, pairs, checker, isLast);
    return left === null || right === null ? null : [...left, ...right];
  }
  const sides = comparedSides(node) ?? (isLast ? twoWaySides(node) : null);
  const key = sides === null ? null : keyOf(sides, pairs, checker);
  return key === null ? null : [key];
}

/** `if (a.x !== b.x) return ...; return ...;` and `if (a.x < b.x) return -1; if (a.x > b.x) return 1; return 0;` */
function statementKeys(
  statements: readonly ts.Statement[],
  pairs: Pairs,
  checker: ts.TypeChecker,
): readonly SortKey[] | null {
  const [first, second, ...rest] = statements;
  if (first !== undefined && ts.isReturnStatement(first)) {
    const value = first.expression;
    return value === undefined || second !== undefined
      ? null
      : value.getText() === "0"
        ? []
        : comparatorKeys(value, pairs, checker);
  }
  const one = first === undefined ? null : decision(first);
  const other = second === undefined ? null : decision(second);
  if (one === null || second === undefined) {
    return null;
  }
  const sides = unequalSides(one);
  const pair = other === null ? null : twoWays(one, other);
  const found = sides ?? pair;
  const key = found === null ? null : keyOf(found, pairs, checker);
  const more = statementKeys(sides === null ? rest : [second, ...rest], pairs, checker);
  return key === null || more === null ? null : [key, ...more];
}

/** `if (left operator right) return value;` */
interface Decision {
  readonly test: ts.BinaryExpression;
  readonly value: ts.Expression;
}

function decision(node: ts.Statement): Decision | null {
  if (
    !ts.isIfStatement(node) ||
    node.elseStatement !== undefined ||
    !ts.isBinaryExpression(node.expression)
  ) {
    return null;
  }
  const then = node.thenStatement;
  const [only, more] = ts.isBlock(then) ? then.statements : [then];
  return only !== undefined &&
    more === undefined &&
    ts.isReturnStatement(only) &&
    only.expression !== undefined
    ? { test: node.expression, value: only.expression }
    : null;
}

/** `if (l !== r) return l - r;`, and `return l < r ? -1 : 1;`, which is enough where they differ. */
function unequalSides({ test, value }: Decision): Sides | null {
  if (test.operatorToken.kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken) {
    return null;
  }
  const sides = comparedSides(value) ?? choiceSides(value);
  const asked = [test.left.getText(), test.right.getText()];
  return sides !== null && asked.includes(sides.left.getText()) && asked.includes(sides.right.getText())
    ? sides
    : null;
}

/**
 * `l < r ? -1 : 1`: the sort only asks whether a result is negative, so that 1 keeps equals in their order as 0 does.
 * With -1 for equals they change places, which is nothing where the elements themselves are compared.
 */
function twoWaySides(node: ts.Expression): Sides | null {
  const sides = choiceSides(node);
  const keepsEquals = ts.isConditionalExpression(node) && node.whenFalse.getText() === "1";
  return sides !== null && (keepsEquals || isElement(sides.left)) ? sides : null;
}

/** Is it a parameter of the comparator as it stands, and that all the comparator looks at? */
function isElement(node: ts.Expression): boolean {
  const arrow = ts.findAncestor(node, ts.isArrowFunction);
  return (
    ts.isIdentifier(node) &&
    arrow !== undefined &&
    !ts.isBlock(arrow.body) &&
    arrow.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === node.text) &&
    ts.findAncestor(node, (around) => ts.isBinaryExpression(around) && !isOrder(around)) === undefined
  );
}

function choiceSides(node: ts.Expression): Sides | null {
  return ts.isConditionalExpression(node) && ts.isBinaryExpression(node.condition)
    ? orderedSides(node.condition, node.whenTrue.getText(), node.whenFalse.getText())
    : null;
}

/** `if (l < r) return -1; if (l > r) return 1;` */
function twoWays(one: Decision, other: Decision): Sides | null {
  const isSame =
    isOfSame(one.test, other.test) &&
    isLess(one.test) !== isLess(other.test) &&
    isOrder(one.test) &&
    isOrder(other.test);
  return isSame ? orderedSides(one.test, one.value.getText(), other.value.getText()) : null;
}

/** The sides of a test with `<` or `>` that gives -1 or 1. */
function orderedSides(test: ts.BinaryExpression, then: string, otherwise: string): Sides | null {
  const { left, right } = test;
  if (!isOrder(test) || ![then, otherwise].includes("-1") || ![then, otherwise].includes("1")) {
    return null;
  }
  return isLess(test) === (then === "-1")
    ? { left, right, isText: true }
    : { left: right, right: left, isText: true };
}

function isLess(test: ts.BinaryExpression): boolean {
  return test.operatorToken.kind === ts.SyntaxKind.LessThanToken;
}

function isOrder(test: ts.BinaryExpression): boolean {
  return isLess(test) || test.operatorToken.kind === ts.SyntaxKind.GreaterThanToken;
}

function keyOf(sides: Sides, pairs: Pairs, checker: ts.TypeChecker): SortKey | null {
  const ascending = isMirrored(sides.left, sides.right, pairs, checker);
  const descending = !ascending && isMirrored(sides.right, sides.left, pairs, checker);
  if (!ascending && !descending) {
    return null;
  }
  const expression = ascending ? sides.left : sides.right;
  const type = checker.getTypeAtLocation(expression);
  if (sides.isCollated === true) {
    return strictly(isText, type) ? { expression, isText: true, isCollated: true, descending } : null;
  }
  const valid = sides.isText ? isText(type) || isNumber(type) : isNumber(type);
  return valid ? { expression, isText: isText(type), descending } : null;
}

function comparedSides(node: ts.Expression): Sides | null {
  const collated = comparedText(node);
  if (collated !== null && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return { left: node.expression.expression, right: collated, isText: true, isCollated: true };
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.MinusToken) {
    return { left: node.left, right: node.right, isText: false };
  }
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) {
    return null;
  }
  const { condition, whenTrue, whenFalse } = node;
  const otherwise = ts.isParenthesizedExpression(whenFalse) ? whenFalse.expression : whenFalse;
  if (!ts.isConditionalExpression(otherwise) || !ts.isBinaryExpression(otherwise.condition)) {
    return null;
  }
  const { condition: other, whenTrue: then, whenFalse: same } = otherwise;
  if (condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && whenTrue.getText() === "0") {
    // `a === b ? 0 : a < b ? -1 : 1`
    return isOfSame(condition, other) ? orderedSides(other, then.getText(), same.getText()) : null;
  }
  return same.getText() === "0"
    ? twoWays({ test: condition, value: whenTrue }, { test: other, value: then })
    : null;
}

/** Do both tests have the same sides? */
function isOfSame(one: ts.BinaryExpression, other: ts.BinaryExpression): boolean {
  return one.left.getText() === other.left.getText() && one.right.getText() === other.right.getText();
}

/** Is the right side the left one with the variables of the second parameter wherever that has those of the first? */
function isMirrored(left: ts.Node, right: ts.Node, pairs: Pairs, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(left) && ts.isIdentifier(right)) {
    const [one, other] = [left, right].map((name) => checker.getSymbolAtLocation(name));
    const pair = pairs.find(([first]) => first === one);
    const isFree = !pairs.some((both) => both.some((symbol) => symbol === one || symbol === other));
    return pair === undefined ? isFree && left.text === right.text : pair[1] === other;
  }
  const [parts, others] = [childrenOf(left), childrenOf(right)];
  if (left.kind !== right.kind || parts.length !== others.length) {
    return false;
  }
  return parts.length === 0
    ? left.getText() === right.getText()
    : parts.every((part, index) => {
        const other = others[index];
        return other !== undefined && isMirrored(part, other, pairs, checker);
      });
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** Locales in which letters have the order of English. */
const LOCALES = /^["'`](?:de|en)(?:-[A-Z]{2})?["'`]$/u;

/** The text that a call of `localeCompare` compares with; null for other calls, and for those with options. */
export function comparedText(node: ts.Node): ts.Expression | null {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    node.expression.name.text !== "localeCompare"
  ) {
    return null;
  }
  const [other, locale, more] = node.arguments;
  const isKnown = more === undefined && (locale === undefined || LOCALES.test(locale.getText()));
  return other === undefined || !isKnown ? null : other;
}
