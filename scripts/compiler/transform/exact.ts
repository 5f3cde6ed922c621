/** Numbers that both languages count exactly: beyond 2^53 JavaScript rounds and Python does not, so the skill stops. */
import ts from "typescript";
import { LARGEST_EXACT, magnitudeOf } from "../analysis/magnitudes.ts";
import { isNumber, strictly } from "../analysis/types.ts";
import { walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopped } from "./stop.ts";

/** The number, where it is one that both languages have; else an end of the skill. */
export function exact(value: Expression, node: ts.Node, context: FunctionContext): Expression {
  const isRepeated =
    value.kind === "binary" &&
    [value.left, value.right].every((side) => isStable(side) || side.kind === "held");
  const number = isRepeated ? value : context.unhinted(() => context.stable(value, "number"));
  const isExact = nsl.binary("<=", nsl.filter(number, "abs"), nsl.number(LARGEST_EXACT));
  return nsl.conditional(isExact, number, stopped(`${placeText(node)} is beyond 2^53`));
}

/** A number that grows by no more in a turn stays below 2^53 for nine million turns. */
const SMALL_STEP = 1_000_000_000;

/** Is so much added in a turn that a loop may reach 2^53? */
export function isLargeStep(added: ts.Expression, context: FunctionContext): boolean {
  return magnitudeOf(added, context) > SMALL_STEP;
}

/** Is the value `x + a - b` of the variable x, where a loop may reach 2^53? */
export function grows(node: ts.Expression, variable: ts.Symbol, context: FunctionContext): boolean {
  let [isFound, step] = [false, 0];
  const visit = (part: ts.Expression): void => {
    if (ts.isParenthesizedExpression(part)) {
      visit(part.expression);
    } else if (ts.isBinaryExpression(part) && ADDS.has(part.operatorToken.kind)) {
      visit(part.left);
      visit(part.right);
    } else if (!isFound && ts.isIdentifier(part) && context.checker.getSymbolAtLocation(part) === variable) {
      isFound = true;
    } else {
      step += magnitudeOf(part, context);
    }
  };
  if (strictly(isNumber, context.checker.getTypeAtLocation(node))) {
    visit(node);
  }
  return isFound && step > SMALL_STEP;
}

const ADDS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken]);

/** Does the callback of `reduce` give what it was given and more, where a list may reach 2^53? */
export function sumsUp(given: ts.Expression | undefined, context: FunctionContext): boolean {
  const [total] = given !== undefined && ts.isArrowFunction(given) ? given.parameters : [];
  const symbol = total === undefined ? undefined : context.checker.getSymbolAtLocation(total.name);
  if (given === undefined || !ts.isArrowFunction(given) || symbol === undefined) {
    return false;
  }
  if (!ts.isBlock(given.body)) {
    return grows(given.body, symbol, context);
  }
  let found = false;
  walk(given.body, (node) => {
    found ||=
      ts.isReturnStatement(node) && node.expression !== undefined && grows(node.expression, symbol, context);
  });
  return found;
}
