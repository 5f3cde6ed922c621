/** `toSorted`: by one key, stable, in both languages. */
import ts from "typescript";
import { comparatorAdvice } from "../diagnostics/callback-advice.ts";
import {
  dict,
  effect,
  type Expression,
  filter,
  item,
  list,
  method,
  none,
  type Statement,
  text,
  unary,
} from "../nsl/ast.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { codeUnits } from "../transform/expressions/operators.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { isNumber, isText } from "../transform/types.ts";
import { callbackOf } from "./callbacks.ts";

/** One key of a comparator: the side of the first parameter, its kind and direction. */
interface SortKey {
  readonly expression: ts.Expression;
  readonly isText: boolean;
  readonly descending: boolean;
}

/** Sorts by the keys of the comparator: every element gets its keys, the `sort` filter does the rest. */
export function sortList(target: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const [comparator] = node.arguments;
  if (comparator === undefined || !ts.isArrowFunction(comparator)) {
    return context.refuse(
      comparator ?? node,
      "sortComparator",
      "be an arrow function written in place",
      comparatorAdvice(node, context.checker),
    );
  }
  const callback = callbackOf(node, "toSorted", context);
  const [first, second] = callback?.parameters ?? [];
  if (callback === null) {
    return none;
  }
  if (
    first === undefined ||
    second === undefined ||
    !ts.isIdentifier(first.name) ||
    ts.isBlock(callback.body)
  ) {
    return context.refuse(callback, "sortComparator");
  }
  const keys = comparatorKeys(callback.body, [first.name.text, second.name.getText()], context);
  if (keys === null || (keys.length > 1 && keys.some((key) => key.isText && key.descending))) {
    return context.refuse(callback, "sortComparator");
  }
  const symbol = context.checker.getSymbolAtLocation(first.name);
  const hint = context.hint;
  context.hint = null;
  const keyed = context.spill(list([]), "keyed");
  const turn = (element: Expression): Statement[] =>
    context.collect(() => {
      const values = context.substituting(symbol === undefined ? [] : [[symbol, element]], () =>
        keys.map((key) => keyValue(key, keys.length === 1, context)),
      );
      const entry = dict([
        ["key", values.length === 1 ? (values[0] ?? none) : list(values)],
        ["value", element],
      ]);
      context.emit({ ...effect(method(keyed, "append", entry)), origin: callback });
    });
  context.eachItem("element", target, turn, callback);
  const reverse = keys.length === 1 && keys[0]?.isText === true && keys[0].descending;
  // Parameters of the filter by position: reverse, case_sensitive, attribute.
  const sorted = filter(
    keyed,
    "sort",
    { kind: "boolean", value: reverse },
    { kind: "boolean", value: true },
    text("key"),
  );
  context.hint = hint;
  const values = context.start(list([]), "sorted");
  const give = (entry: Expression): Statement[] => [
    effect(method(values, "append", item(entry, text("value")))),
  ];
  context.eachItem("entry", sorted, give, callback);
  return values;
}

function keyValue(key: SortKey, alone: boolean, context: FunctionContext): Expression {
  const value = transformExpression(key.expression, context);
  if (key.isText) {
    return codeUnits(value);
  }
  return key.descending || (!alone && key.descending) ? unary("-", value) : value;
}

/** The keys of `a.x - b.x`, `a.x < b.x ? -1 : a.x > b.x ? 1 : 0`, or several joined with `||`. */
function comparatorKeys(
  body: ts.Expression,
  names: readonly [string, string],
  context: FunctionContext,
): readonly SortKey[] | null {
  const node = ts.isParenthesizedExpression(body) ? body.expression : body;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = comparatorKeys(node.left, names, context);
    const right = comparatorKeys(node.right, names, context);
    return left === null || right === null ? null : [...left, ...right];
  }
  const sides = comparedSides(node);
  if (sides === null) {
    return null;
  }
  const [first, second] = names;
  const mirrored = (a: ts.Expression, b: ts.Expression): boolean =>
    rename(a.getText(), first, second) === b.getText() && rename(b.getText(), second, first) === a.getText();
  const ascending = mirrored(sides.left, sides.right);
  const descending = !ascending && mirrored(sides.right, sides.left);
  if (!ascending && !descending) {
    return null;
  }
  const expression = ascending ? sides.left : sides.right;
  const type = context.checker.getTypeAtLocation(expression);
  const valid = sides.isText ? isText(type) || isNumber(type) : isNumber(type);
  return valid ? [{ expression, isText: isText(type), descending }] : null;
}

function comparedSides(
  node: ts.Expression,
): { left: ts.Expression; right: ts.Expression; isText: boolean } | null {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.MinusToken) {
    return { left: node.left, right: node.right, isText: false };
  }
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) {
    return null;
  }
  const { condition, whenTrue, whenFalse } = node;
  const otherwise = ts.isParenthesizedExpression(whenFalse) ? whenFalse.expression : whenFalse;
  const complete =
    condition.operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    whenTrue.getText() === "-1" &&
    ts.isConditionalExpression(otherwise) &&
    otherwise.condition.getText().replace(/\s+/g, "") ===
      `${condition.left.getText()}>${condition.right.getText()}`.replace(/\s+/g, "") &&
    otherwise.whenTrue.getText() === "1" &&
    otherwise.whenFalse.getText() === "0";
  return complete ? { left: condition.left, right: condition.right, isText: true } : null;
}

function rename(source: string, from: string, to: string): string {
  return source.replace(new RegExp(`(?<![\\w.$])${from}(?![\\w$])`, "g"), to);
}
