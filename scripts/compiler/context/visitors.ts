/** What a table of visitors is: one visitor a syntax kind, each for the nodes of its kind. */
import type ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import type { FunctionContext } from "./function-context.ts";

/** The kinds of expressions that have a visitor. */
type ExpressionNode =
  | ts.ArrayLiteralExpression
  | ts.ArrowFunction
  | ts.AsExpression
  | ts.AwaitExpression
  | ts.BinaryExpression
  | ts.CallExpression
  | ts.ClassExpression
  | ts.ConditionalExpression
  | ts.ElementAccessExpression
  | ts.FalseLiteral
  | ts.FunctionExpression
  | ts.Identifier
  | ts.NewExpression
  | ts.NonNullExpression
  | ts.TypeOfExpression
  | ts.NoSubstitutionTemplateLiteral
  | ts.NullLiteral
  | ts.NumericLiteral
  | ts.ObjectLiteralExpression
  | ts.ParenthesizedExpression
  | ts.PostfixUnaryExpression
  | ts.PrefixUnaryExpression
  | ts.PropertyAccessExpression
  | ts.RegularExpressionLiteral
  | ts.SatisfiesExpression
  | ts.StringLiteral
  | ts.TemplateExpression
  | ts.ThisExpression
  | ts.TrueLiteral;

/** The kinds of statements that have a visitor. */
type StatementNode =
  | ts.Block
  | ts.BreakStatement
  | ts.ClassDeclaration
  | ts.ContinueStatement
  | ts.DoStatement
  | ts.EmptyStatement
  | ts.EnumDeclaration
  | ts.ExpressionStatement
  | ts.ForInStatement
  | ts.ForOfStatement
  | ts.ForStatement
  | ts.FunctionDeclaration
  | ts.IfStatement
  | ts.ReturnStatement
  | ts.SwitchStatement
  | ts.ThrowStatement
  | ts.TryStatement
  | ts.VariableStatement
  | ts.WhileStatement;

/** Visitors by the kind of node they take; a visitor under a kind it is not for is a type error. */
type Visitors<Node extends ts.Node, Result> = {
  readonly [Each in Node as Each["kind"]]: (node: Each, context: FunctionContext) => Result;
};

/** Turn the kinds of expressions into NSL, or refuse them. */
export type ExpressionVisitors = Visitors<ExpressionNode, Expression>;

/** Turn the kinds of statements into NSL, or refuse them; what they give is not looked at. */
export type StatementVisitors = Visitors<StatementNode, unknown>;

/** The visitor of a node, whatever its kind is; undefined when its kind has none. */
export function visitorOf<Result>(
  visitors: Visitors<never, Result>,
  node: ts.Node,
): ((node: ts.Node, context: FunctionContext) => Result) | undefined {
  return (visitors as Partial<Record<ts.SyntaxKind, (node: ts.Node, context: FunctionContext) => Result>>)[
    node.kind
  ];
}
