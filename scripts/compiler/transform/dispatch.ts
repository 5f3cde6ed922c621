/** Finds the visitor of a node; a kind without one is refused, never passed over. */
import ts from "typescript";
import { isTakenForObject } from "../analysis/error-places.ts";
import { isAny, typeName } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { type ExpressionVisitors, type StatementVisitors, visitorOf } from "../context/visitors.ts";
import { constructAdvice } from "../diagnostics/advice.ts";
import { anyAdvice } from "../diagnostics/any-advice.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { describe } from "../diagnostics/describe.ts";
import { ERROR_ADVICE } from "../diagnostics/error-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import { asPosition } from "./as-position.ts";

const K = ts.SyntaxKind;

/** Kinds whose type is made of the types of parts, each of which is looked at by itself. */
const COMPOSED: ReadonlySet<ts.SyntaxKind> = new Set([
  K.StringLiteral,
  K.NoSubstitutionTemplateLiteral,
  K.NumericLiteral,
  K.TrueKeyword,
  K.FalseKeyword,
  K.NullKeyword,
  K.TemplateExpression,
  K.ArrayLiteralExpression,
  K.ObjectLiteralExpression,
  K.BinaryExpression,
  K.PrefixUnaryExpression,
  K.ConditionalExpression,
  K.ParenthesizedExpression,
  K.SatisfiesExpression,
]);

/** Turns an expression into NSL. The result is marked when it, or anything in it, was refused. */
export function visitExpression(
  visitors: ExpressionVisitors,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  const held = context.held(node);
  if (held !== undefined) {
    return held;
  }
  const visitor = visitorOf<Expression>(visitors, node);
  if (visitor === undefined) {
    return refuseKind(node, context);
  }
  const { result, refused } = context.watched(() => visitor(node, context));
  const origin = result.origin ?? node;
  if (refused) {
    return { ...result, origin, refused };
  }
  if (context.absences.get(node.getSourceFile())?.forgotten.misfits.has(node) === true) {
    return context.refuse(
      node,
      "forgottenUndefined",
      typeName(context.checker, context.checker.getTypeAtLocation(node)),
    );
  }
  if (isTakenForObject(node, context.checker)) {
    return context.refuse(node, "exceptions", authorsText(node), ERROR_ADVICE);
  }
  return !COMPOSED.has(node.kind) && isAny(context.checker.getTypeAtLocation(node))
    ? context.refuse(node, "anyType", anyAdvice(node))
    : { ...asPosition(result, node, context), origin };
}

/** Turns a statement into NSL. */
export function visitStatement(
  visitors: StatementVisitors,
  node: ts.Statement,
  context: FunctionContext,
): void {
  const visitor = visitorOf<unknown>(visitors, node);
  context.buffer.at(node, () => (visitor === undefined ? refuseKind(node, context) : visitor(node, context)));
}

function refuseKind(node: ts.Node, context: FunctionContext): Expression {
  return context.refuse(node, "unsupportedSyntax", describe(node), constructAdvice(node));
}
