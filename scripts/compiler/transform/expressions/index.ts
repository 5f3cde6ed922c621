/** Expressions: one visitor a syntax kind; a kind without a visitor is refused, never passed over. */
import ts from "typescript";
import { boolean, type Expression, none, text } from "../../nsl/ast.ts";
import { type FunctionContext, isStable } from "../function-context.ts";
import { isAny } from "../types.ts";
import { transformAccess, transformIdentifier } from "./access.ts";
import { transformCall } from "./calls.ts";
import { transformArray, transformNumber, transformObject, transformTemplate } from "./literals.ts";
import { transformBinary, transformConditional, transformPrefix } from "./operators.ts";

/** What a visitor is: a node of one kind in, an NSL expression out. */
type Visitor<T extends ts.Node = never> = (node: T, context: FunctionContext) => Expression;

const inner = (node: { readonly expression: ts.Expression }, context: FunctionContext): Expression =>
  transformExpression(node.expression, context);

const visitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.Identifier, transformIdentifier],
  [ts.SyntaxKind.StringLiteral, (node: ts.StringLiteral) => text(node.text)],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, (node: ts.NoSubstitutionTemplateLiteral) => text(node.text)],
  [ts.SyntaxKind.NumericLiteral, transformNumber],
  [ts.SyntaxKind.TrueKeyword, () => boolean(true)],
  [ts.SyntaxKind.FalseKeyword, () => boolean(false)],
  [ts.SyntaxKind.NullKeyword, () => none],
  [ts.SyntaxKind.TemplateExpression, transformTemplate],
  [ts.SyntaxKind.ArrayLiteralExpression, transformArray],
  [ts.SyntaxKind.ObjectLiteralExpression, transformObject],
  [ts.SyntaxKind.PropertyAccessExpression, transformAccess],
  [ts.SyntaxKind.ElementAccessExpression, transformAccess],
  [ts.SyntaxKind.CallExpression, transformCall],
  [ts.SyntaxKind.BinaryExpression, transformBinary],
  [ts.SyntaxKind.PrefixUnaryExpression, transformPrefix],
  [ts.SyntaxKind.ConditionalExpression, transformConditional],
  [ts.SyntaxKind.ParenthesizedExpression, inner],
  [ts.SyntaxKind.AsExpression, inner],
  [ts.SyntaxKind.SatisfiesExpression, inner],
  [ts.SyntaxKind.NonNullExpression, (node: ts.Node, context) => context.refuse(node, "nonNullAssertion")],
  [ts.SyntaxKind.ArrowFunction, (node: ts.Node, context) => context.refuse(node, "functionValue")],
  [ts.SyntaxKind.FunctionExpression, (node: ts.Node, context) => context.refuse(node, "functionValue")],
  [ts.SyntaxKind.AwaitExpression, (node: ts.Node, context) => context.refuse(node, "awaitPlace")],
  [
    ts.SyntaxKind.PostfixUnaryExpression,
    (node: ts.Node, context) => context.refuse(node, "assignmentExpression"),
  ],
  [ts.SyntaxKind.ClassExpression, (node: ts.Node, context) => context.refuse(node, "classes", "class")],
  [ts.SyntaxKind.NewExpression, (node: ts.Node, context) => context.refuse(node, "classes", "new")],
  [ts.SyntaxKind.ThisKeyword, (node: ts.Node, context) => context.refuse(node, "classes", "this")],
] as readonly [ts.SyntaxKind, Visitor][]);

/** Turns an expression into NSL; what it needs done first is appended to the skill. */
export function transformExpression(node: ts.Expression, context: FunctionContext): Expression {
  const visitor = visitors.get(node.kind);
  if (visitor === undefined) {
    return context.refuse(node, "unsupportedSyntax", describe(node));
  }
  if (
    (ts.isIdentifier(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) &&
    isAny(context.checker.getTypeAtLocation(node))
  ) {
    return context.refuse(node, "anyType");
  }
  const expression = visitor(node as never, context);
  return expression.origin === undefined ? { ...expression, origin: node } : expression;
}

/**
 * Turns several expressions into NSL in the order JavaScript evaluates them: when a later one needs
 * statements before it, what stands earlier is put into variables first.
 */
export function transformOrdered(
  works: readonly (() => Expression)[],
  context: FunctionContext,
  wish = "value",
): Expression[] {
  const results: Expression[] = [];
  for (const work of works) {
    const { statements, result } = context.capture(work);
    if (statements.length > 0) {
      results.forEach((earlier, index) => {
        results[index] = isStable(earlier) ? earlier : context.spill(earlier, wish);
      });
      statements.forEach((statement) => {
        context.emit(statement);
      });
    }
    results.push(result);
  }
  return results;
}

/** A syntax kind in the author's words. */
export function describe(node: ts.Node): string {
  const source = node.getText().split("\n", 1)[0] ?? "";
  const excerpt = source.length > 40 ? `${source.slice(0, 37)}...` : source;
  return `\`${excerpt}\` (${ts.SyntaxKind[node.kind]})`;
}
