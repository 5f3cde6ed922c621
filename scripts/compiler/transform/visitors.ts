/** The kinds of expressions and statements, each with its visitor. What is refused stands here with its diagnostic. */
import ts from "typescript";
import { isEntry } from "../analysis/function-values.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { ExpressionVisitors, StatementVisitors } from "../context/visitors.ts";
import { functionAdvice, regexAdvice, statementAdvice } from "../diagnostics/advice.ts";
import type { DiagnosticKey } from "../diagnostics/catalogue.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { transformNew } from "./collections.ts";
import { transformAccess } from "./expressions/access.ts";
import { transformArray } from "./expressions/array-literal.ts";
import { transformAwait } from "./expressions/await.ts";
import { transformBinary } from "./expressions/binary.ts";
import { transformCall } from "./expressions/call.ts";
import { transformCast } from "./expressions/cast.ts";
import { transformConditional } from "./expressions/conditional.ts";
import { transformIdentifier } from "./expressions/identifier.ts";
import { transformNonNull } from "./expressions/non-null.ts";
import { transformNumber } from "./expressions/number.ts";
import { transformObject } from "./expressions/object-literal.ts";
import { transformPrefix } from "./expressions/prefix.ts";
import { transformTypeOf } from "./expressions/type-of.ts";
import { transformTemplate } from "./expressions/template.ts";
import { countedValue } from "./statements/increment.ts";
import { transformJump } from "./statements/break-continue.ts";
import { transformExpressionStatement } from "./statements/expression.ts";
import { transformForOf } from "./statements/for-of.ts";
import { transformFor } from "./statements/for.ts";
import { transformIf } from "./statements/if.ts";
import { transformDo, transformWhile } from "./statements/open-loop.ts";
import { transformReturn } from "./statements/return.ts";
import { transformSwitch } from "./statements/switch.ts";
import { refuseTry, transformThrow } from "./statements/throw.ts";
import { transformVariables } from "./statements/variable.ts";

const K = ts.SyntaxKind;

/** A visitor that refuses every node of its kind. */
const refused =
  (key: DiagnosticKey, ...details: readonly string[]) =>
  (node: ts.Node, context: FunctionContext): Expression =>
    context.refuse(node, key, ...details);

/** The same, with advice that depends on the node, behind the other details. */
const advised =
  <Refused extends ts.Node>(
    advice: (node: Refused) => string,
    key: DiagnosticKey,
    ...details: readonly string[]
  ) =>
  (node: Refused, context: FunctionContext): Expression =>
    context.refuse(node, key, ...details, advice(node));

/** What an expression around another says, when it says nothing of its own. */
const inner = (node: { readonly expression: ts.Expression }, context: FunctionContext): Expression =>
  context.expression(node.expression);

const literalText = (node: { readonly text: string }): Expression => nsl.text(node.text);

/** The kinds of expressions. */
export const expressionVisitors: ExpressionVisitors = {
  [K.Identifier]: transformIdentifier,
  [K.StringLiteral]: literalText,
  [K.NoSubstitutionTemplateLiteral]: literalText,
  [K.NumericLiteral]: transformNumber,
  [K.TrueKeyword]: () => nsl.boolean(true),
  [K.FalseKeyword]: () => nsl.boolean(false),
  [K.NullKeyword]: () => nsl.none,
  [K.TemplateExpression]: transformTemplate,
  [K.ArrayLiteralExpression]: transformArray,
  [K.ObjectLiteralExpression]: transformObject,
  [K.PropertyAccessExpression]: transformAccess,
  [K.ElementAccessExpression]: transformAccess,
  [K.CallExpression]: transformCall,
  [K.BinaryExpression]: transformBinary,
  [K.PrefixUnaryExpression]: transformPrefix,
  [K.ConditionalExpression]: transformConditional,
  [K.ParenthesizedExpression]: inner,
  [K.AsExpression]: transformCast,
  [K.SatisfiesExpression]: inner,
  [K.AwaitExpression]: transformAwait,
  [K.NonNullExpression]: transformNonNull,
  [K.TypeOfExpression]: transformTypeOf,
  [K.ArrowFunction]: (node, context) => {
    const tag = context.graph.values.tagOf(node);
    return tag === undefined ? context.refuse(node, "functionValue", functionAdvice(node)) : nsl.text(tag);
  },
  [K.FunctionExpression]: advised(functionAdvice, "functionValue"),
  [K.RegularExpressionLiteral]: (node, context) =>
    isEntry(node)
      ? context.library.regexEntry(node, context)
      : context.refuse(
          node,
          "unsupportedSyntax",
          "A regular expression away from its call",
          regexAdvice(node),
        ),
  [K.PostfixUnaryExpression]: (node, context) =>
    countedValue(node, context) ?? context.refuse(node, "assignmentExpression", "", statementAdvice(node)),
  [K.ClassExpression]: refused("classes", "class"),
  [K.NewExpression]: transformNew,
  [K.ThisKeyword]: refused("classes", "this"),
};

/** The kinds of statements. */
export const statementVisitors: StatementVisitors = {
  [K.VariableStatement]: transformVariables,
  [K.ExpressionStatement]: transformExpressionStatement,
  [K.IfStatement]: transformIf,
  [K.ForOfStatement]: transformForOf,
  [K.ForStatement]: transformFor,
  [K.ReturnStatement]: transformReturn,
  [K.BreakStatement]: transformJump,
  [K.ContinueStatement]: transformJump,
  [K.SwitchStatement]: transformSwitch,
  [K.Block]: ({ statements }, context) => {
    context.statements(statements);
  },
  [K.EmptyStatement]: () => undefined,
  [K.WhileStatement]: transformWhile,
  [K.DoStatement]: transformDo,
  [K.ForInStatement]: refused("loopKind", "for-in"),
  [K.TryStatement]: refuseTry,
  [K.ThrowStatement]: transformThrow,
  [K.ClassDeclaration]: refused("classes", "class"),
  [K.EnumDeclaration]: refused("enums"),
  [K.FunctionDeclaration]: advised(functionAdvice, "functionValue"),
};
