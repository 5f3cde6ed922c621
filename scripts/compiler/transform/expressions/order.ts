/** `<` and its like. */
import ts from "typescript";
import { isNumber, isText, strictly, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { BinaryOperator, Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { operandTypes, transformOperands } from "../arithmetic.ts";
import { codeUnits } from "../text-units.ts";

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
  return transformOperands(node, context, (left, right) =>
    texts ? nsl.binary(operator, codeUnits(left), codeUnits(right)) : nsl.binary(operator, left, right),
  );
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
