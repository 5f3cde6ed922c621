/** Operators between two values. Each is either the same in both languages for the operand types, or refused. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { operatorAdvice, statementAdvice } from "../../diagnostics/advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import { arithmetic, transformOperands, transformSum } from "../arithmetic.ts";
import { isInstance } from "../errors.ts";
import { power } from "../power.ts";
import { completedList } from "../statements/member-assignment.ts";
import { transformCoalesce } from "./coalesce.ts";
import { transformEquality } from "./equality.ts";
import { hasName } from "./in.ts";
import { transformLogical } from "./logical.ts";
import { isOrder, transformOrder } from "./order.ts";
import { remainder } from "./remainder.ts";

const K = ts.SyntaxKind;

const EQUALITY: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsEqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.EqualsEqualsToken,
  K.ExclamationEqualsToken,
]);

/** A binary operator; assignments are statements and refused here. */
export function transformBinary(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operator = node.operatorToken.kind;
  if (EQUALITY.has(operator)) {
    return transformEquality(node, context);
  }
  if (isOrder(operator)) {
    return transformOrder(node, context);
  }
  switch (operator) {
    case K.PlusToken:
      return transformSum(node, context);
    case K.MinusToken:
      return transformOperands(node, context, (left, right) => arithmetic(node, "-", left, right, context));
    case K.AsteriskToken:
      return transformOperands(node, context, (left, right) => arithmetic(node, "*", left, right, context));
    case K.PercentToken:
      return remainder(node, context);
    case K.SlashToken:
      return transformOperands(node, context, (left, right) => arithmetic(node, "/", left, right, context));
    case K.AsteriskAsteriskToken:
      return power(node, [node.left, node.right], context);
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
      return transformLogical(node, operator === K.AmpersandAmpersandToken, context);
    case K.QuestionQuestionToken:
      return transformCoalesce(node, context);
    case K.InKeyword:
      return hasName(node, context);
    default:
      return isAssignment(operator)
        ? (completedList(node, context) ??
            context.refuse(node, "assignmentExpression", "", statementAdvice(node)))
        : ((operator === K.InstanceOfKeyword ? isInstance(node, context) : undefined) ??
            context.refuse(
              node,
              "unsupportedSyntax",
              `\`${node.operatorToken.getText()}\``,
              operatorAdvice(operator),
            ));
  }
}
