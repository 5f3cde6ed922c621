/** Expressions: one visitor a syntax kind; a kind without a visitor is refused, never passed over. */
import ts from "typescript";
import { anyAdvice } from "../../diagnostics/any-advice.ts";
import { classAdvice } from "../../diagnostics/library-advice.ts";
import { constructAdvice, functionAdvice, regexAdvice, statementAdvice } from "../../diagnostics/advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { type FunctionContext, isStable } from "../function-context.ts";
import { unprovenCast } from "../casts.ts";
import { isAny } from "../types.ts";
import { isUndisturbed } from "../order.ts";
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
  [ts.SyntaxKind.StringLiteral, (node: ts.StringLiteral) => nsl.text(node.text)],
  [
    ts.SyntaxKind.NoSubstitutionTemplateLiteral,
    (node: ts.NoSubstitutionTemplateLiteral) => nsl.text(node.text),
  ],
  [ts.SyntaxKind.NumericLiteral, transformNumber],
  [ts.SyntaxKind.TrueKeyword, () => nsl.boolean(true)],
  [ts.SyntaxKind.FalseKeyword, () => nsl.boolean(false)],
  [ts.SyntaxKind.NullKeyword, () => nsl.none],
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
  [ts.SyntaxKind.AsExpression, transformCast],
  [ts.SyntaxKind.SatisfiesExpression, inner],
  [ts.SyntaxKind.NonNullExpression, (node: ts.Node, context) => context.refuse(node, "nonNullAssertion")],
  [ts.SyntaxKind.ArrowFunction, refuseFunction],
  [ts.SyntaxKind.FunctionExpression, refuseFunction],
  // In a function every `await` that has no place is reported when the function is cut.
  [
    ts.SyntaxKind.AwaitExpression,
    (node: ts.Node, context) =>
      ts.findAncestor(node, ts.isFunctionLike) === undefined ? context.refuse(node, "awaitPlace") : nsl.none,
  ],
  [
    ts.SyntaxKind.RegularExpressionLiteral,
    (node: ts.Node, context) =>
      context.refuse(node, "unsupportedSyntax", "A regular expression away from its call", regexAdvice(node)),
  ],
  [
    ts.SyntaxKind.PostfixUnaryExpression,
    (node: ts.PostfixUnaryExpression, context: FunctionContext) =>
      context.refuse(node, "assignmentExpression", "", statementAdvice(node)),
  ],
  [ts.SyntaxKind.ClassExpression, (node: ts.Node, context) => context.refuse(node, "classes", "class")],
  [
    ts.SyntaxKind.NewExpression,
    (node: ts.Node, context) => context.refuse(node, "classes", "new", classAdvice(node)),
  ],
  [ts.SyntaxKind.ThisKeyword, (node: ts.Node, context) => context.refuse(node, "classes", "this")],
] as readonly [ts.SyntaxKind, Visitor][]);

function refuseFunction(node: ts.Node, context: FunctionContext): Expression {
  return context.refuse(node, "functionValue", functionAdvice(node));
}

/** Turns an expression into NSL; what it needs done first is appended to the skill. */
export function transformExpression(node: ts.Expression, context: FunctionContext): Expression {
  const held = context.held(node);
  if (held !== undefined) {
    return held;
  }
  const visitor = visitors.get(node.kind);
  if (visitor === undefined) {
    return context.refuse(node, "unsupportedSyntax", describe(node), constructAdvice(node));
  }
  const { reporter } = context.flow;
  const before = reporter.count;
  const expression = visitor(node as never, context);
  if (reporter.count === before && !isComposed(node) && isAny(context.checker.getTypeAtLocation(node))) {
    return context.refuse(node, "anyType", anyAdvice(node));
  }
  return expression.origin === undefined ? { ...expression, origin: node } : expression;
}

/** Is the type made of the types of parts, each of which is looked at by itself? */
function isComposed(node: ts.Expression): boolean {
  return composed.has(node.kind);
}

const composed: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.SatisfiesExpression,
]);

/**
 * Turns several expressions into NSL in the order JavaScript evaluates them: when a later one needs
 * statements before it, what stands earlier and could be changed by them is put into variables first.
 */
export function transformOrdered(
  works: readonly (() => Expression)[],
  context: FunctionContext,
  wish: string | readonly string[] = "value",
): Expression[] {
  const results: Expression[] = [];
  const nameOf = (index: number): string => (typeof wish === "string" ? wish : (wish[index] ?? "value"));
  for (const work of works) {
    const { statements, result } = context.unhinted(() => context.capture(work));
    if (statements.length > 0) {
      results.forEach((earlier, index) => {
        const waits = isStable(earlier) || isUndisturbed(earlier, statements);
        results[index] = waits ? earlier : context.unhinted(() => context.spill(earlier, nameOf(index)));
      });
      statements.forEach((statement) => {
        context.emit(statement);
      });
    }
    results.push(result);
  }
  return results;
}

function transformCast(node: ts.AsExpression, context: FunctionContext): Expression {
  const unproven = unprovenCast(node, context.checker);
  return unproven === null ? inner(node, context) : context.refuse(node, "narrowingCast", ...unproven);
}

/** A piece of the source for a message, cut short. */
export function describe(node: ts.Node): string {
  const source = node.getText().split("\n", 1)[0] ?? "";
  const excerpt = source.length > 40 ? `${source.slice(0, 37)}...` : source;
  return `\`${excerpt}\``;
}
