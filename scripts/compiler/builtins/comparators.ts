/** Comparators of `toSorted`, read as keys: the forms whose order both languages can make. */
import ts from "typescript";
import type { FunctionContext } from "../transform/function-context.ts";
import { isNumber, isText } from "../transform/types.ts";

/** One key of a comparator: the side of the first parameter, its kind and direction. */
export interface SortKey {
  readonly expression: ts.Expression;
  readonly isText: boolean;
  readonly descending: boolean;
}

/** The parameters of a comparator. */
export type ComparatorParameters = readonly [ts.Symbol | undefined, ts.Symbol | undefined];

/** What is compared: ascending when the left side is the first parameter's. */
interface Sides {
  readonly left: ts.Expression;
  readonly right: ts.Expression;
  /** Compared with `<` or `>`, which texts can be too. */
  readonly isText: boolean;
}

/** The keys of `a.x - b.x`, `a.x < b.x ? -1 : a.x > b.x ? 1 : 0` or its like, or several joined with `||`. */
export function comparatorKeys(
  body: ts.ConciseBody,
  parameters: ComparatorParameters,
  context: FunctionContext,
): readonly SortKey[] | null {
  if (ts.isBlock(body)) {
    return statementKeys(body.statements, parameters, context);
  }
  const node = ts.isParenthesizedExpression(body) ? body.expression : body;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = comparatorKeys(node.left, parameters, context);
    const right = comparatorKeys(node.right, parameters, context);
    return left === null || right === null ? null : [...left, ...right];
  }
  const sides = comparedSides(node);
  const key = sides === null ? null : keyOf(sides, parameters, context);
  return key === null ? null : [key];
}

/** `if (a.x !== b.x) return ...; return ...;` and `if (a.x < b.x) return -1; if (a.x > b.x) return 1; return 0;` */
function statementKeys(
  statements: readonly ts.Statement[],
  parameters: ComparatorParameters,
  context: FunctionContext,
): readonly SortKey[] | null {
  const [first, second, ...rest] = statements;
  if (first !== undefined && ts.isReturnStatement(first)) {
    const value = first.expression;
    return value === undefined || second !== undefined
      ? null
      : value.getText() === "0"
        ? []
        : comparatorKeys(value, parameters, context);
  }
  const one = first === undefined ? null : decision(first);
  const other = second === undefined ? null : decision(second);
  if (one === null || second === undefined) {
    return null;
  }
  const sides = unequalSides(one);
  const pair = other === null ? null : twoWays(one, other);
  const found = sides ?? pair;
  const key = found === null ? null : keyOf(found, parameters, context);
  const more = statementKeys(sides === null ? rest : [second, ...rest], parameters, context);
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

function choiceSides(node: ts.Expression): Sides | null {
  return ts.isConditionalExpression(node) && ts.isBinaryExpression(node.condition)
    ? orderedSides(node.condition, node.whenTrue.getText(), node.whenFalse.getText())
    : null;
}

/** `if (l < r) return -1; if (l > r) return 1;` */
function twoWays(one: Decision, other: Decision): Sides | null {
  const isSame =
    one.test.left.getText() === other.test.left.getText() &&
    one.test.right.getText() === other.test.right.getText() &&
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

function keyOf(sides: Sides, parameters: ComparatorParameters, context: FunctionContext): SortKey | null {
  const { checker } = context;
  const ascending = isMirrored(sides.left, sides.right, parameters, checker);
  const descending = !ascending && isMirrored(sides.right, sides.left, parameters, checker);
  if (!ascending && !descending) {
    return null;
  }
  const expression = ascending ? sides.left : sides.right;
  const type = checker.getTypeAtLocation(expression);
  const valid = sides.isText ? isText(type) || isNumber(type) : isNumber(type);
  return valid ? { expression, isText: isText(type), descending } : null;
}

function comparedSides(node: ts.Expression): Sides | null {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.MinusToken) {
    return { left: node.left, right: node.right, isText: false };
  }
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) {
    return null;
  }
  const otherwise = ts.isParenthesizedExpression(node.whenFalse) ? node.whenFalse.expression : node.whenFalse;
  return ts.isConditionalExpression(otherwise) &&
    ts.isBinaryExpression(otherwise.condition) &&
    otherwise.whenFalse.getText() === "0"
    ? twoWays(
        { test: node.condition, value: node.whenTrue },
        { test: otherwise.condition, value: otherwise.whenTrue },
      )
    : null;
}

/** Is the right side the left one with the second parameter wherever that has the first? */
function isMirrored(
  left: ts.Node,
  right: ts.Node,
  parameters: ComparatorParameters,
  checker: ts.TypeChecker,
): boolean {
  if (ts.isIdentifier(left) && ts.isIdentifier(right)) {
    const [first, second] = parameters;
    const symbols = [checker.getSymbolAtLocation(left), checker.getSymbolAtLocation(right)];
    return symbols[0] === first
      ? symbols[1] === second
      : !symbols.includes(first) && !symbols.includes(second) && left.text === right.text;
  }
  const [parts, others] = [left, right].map(childrenOf);
  if (left.kind !== right.kind || parts?.length !== others?.length) {
    return false;
  }
  return parts === undefined || parts.length === 0
    ? left.getText() === right.getText()
    : parts.every((part, index) => {
        const other = others?.[index];
        return other !== undefined && isMirrored(part, other, parameters, checker);
      });
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
