/** `<` and its like. */
import ts from "typescript";
import { isNumber, isText, literalValue, membersOf, strictly, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { BinaryOperator, Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { operandTypes, transformOperands } from "../arithmetic.ts";
import { codeUnits, isLow } from "../text-units.ts";

const ORDER = new Map<ts.SyntaxKind, BinaryOperator>([
  [ts.SyntaxKind.LessThanToken, "<"],
  [ts.SyntaxKind.LessThanEqualsToken, "<="],
  [ts.SyntaxKind.GreaterThanToken, ">"],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">="],
]);

/** `<`, `<=`, `>` or `>=`? */
export function isOrder(operator: ts.SyntaxKind): boolean {
  return ORDER.has(operator);
}

/** `a < b` of two texts or two numbers. */
export function transformOrder(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operator = ORDER.get(node.operatorToken.kind) ?? "<";
  const [a, b] = operandTypes(node, context);
  const texts = strictly(isText, a) && strictly(isText, b);
  if (!texts && !(strictly(isNumber, a) && strictly(isNumber, b))) {
    return context.refuse(
      node,
      "orderTypes",
      operator,
      typeName(context.checker, a),
      typeName(context.checker, b),
    );
  }
  const emptiness = lengthTest(node, operator, context);
  if (emptiness !== null) {
    return emptiness;
  }
  const { isAscii } = context.library.known;
  const isAlike =
    !texts ||
    areLow(a, context) ||
    areLow(b, context) ||
    isAscii(node.left, context) ||
    isAscii(node.right, context);
  return transformOperands(node, context, (left, right) =>
    isAlike ? nsl.binary(operator, left, right) : nsl.binary(operator, codeUnits(left), codeUnits(right)),
  );
}

/** Are all texts of the type known, and in the same order in both languages as any other text? */
export function areLow(type: ts.Type, context: FunctionContext): boolean {
  return membersOf(type).every((member) => {
    const value = literalValue(context.checker, member);
    return typeof value === "string" && isLow(value);
  });
}

/** `value.length > 0` of a text, the commonest test there is, without counting UTF-16 units. */
function lengthTest(
  node: ts.BinaryExpression,
  operator: BinaryOperator,
  context: FunctionContext,
): Expression | null {
  if (
    operator !== ">" ||
    !ts.isPropertyAccessExpression(node.left) ||
    node.left.name.text !== "length" ||
    node.left.questionDotToken !== undefined ||
    !ts.isNumericLiteral(node.right) ||
    node.right.text !== "0" ||
    !strictly(isText, context.checker.getTypeAtLocation(node.left.expression))
  ) {
    return null;
  }
  return nsl.binary("!=", context.expression(node.left.expression), nsl.text(""));
}
