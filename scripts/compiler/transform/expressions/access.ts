/** `a.b`, `a["b"]`, `a[0]`. */
import ts from "typescript";
import { collectionOf } from "../../analysis/collections.ts";
import { resolveSymbol } from "../../analysis/functions.ts";
import { tableDeclaration } from "../../analysis/module-constants.ts";
import { isContextExpression } from "../../analysis/platform-context.ts";
import { literalValue } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { collectionAt } from "../collections.ts";
import { accessStep } from "../access-step.ts";
import { transformNumberConstant } from "./number.ts";
import { transformChain } from "../optional-chain.ts";

/** `a.b`, `a["b"]`, `a[0]`, and chains with `?.`. */
export function transformAccess(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression {
  if (ts.isOptionalChain(node)) {
    return transformChain(node, context);
  }
  const member = enumMember(node, context);
  if (member !== undefined) {
    return nsl.literal(member);
  }
  const constant = constantMember(node, context);
  if (constant !== undefined) {
    return nsl.literal(constant);
  }
  const named = transformNumberConstant(node, context);
  if (named !== undefined) {
    return named;
  }
  if (isContextExpression(context.checker, node.expression)) {
    return contextMember(node, context);
  }
  const target = context.unhinted(() => context.expression(node.expression));
  if (target.refused === true) {
    return target;
  }
  const value = accessStep(target, node, context);
  return collectionOf(node, context.checker) === undefined ? value : collectionAt(value, node, context);
}

/** `ctx.personaId` and `ctx.operation`; actions are called, nothing else is read. */
function contextMember(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression {
  const name = ts.isPropertyAccessExpression(node) ? node.name.text : "";
  if (name === "personaId") {
    return context.personaId;
  }
  const { operation } = context;
  if (name !== "operation" || operation === null) {
    return context.refuse(node, "contextEscapes");
  }
  // Behind the `@` stands the channel (`TakenFrame`).
  return operation.kind === "text"
    ? operation
    : nsl.item(nsl.method(operation, "split", nsl.text("@")), nsl.number(0));
}

/** `Channel.Phone` of an enum: its value stands in the NSL. */
function enumMember(node: ts.Expression, context: FunctionContext): string | number | undefined {
  const symbol = ts.isPropertyAccessExpression(node)
    ? context.checker.getSymbolAtLocation(node.name)
    : undefined;
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined && ts.isEnumMember(declaration)
    ? context.checker.getConstantValue(declaration)
    : undefined;
}

/** `partnerToken.idn` of a module-level table has a literal type: its value stands in the NSL. */
function constantMember(
  node: ts.Expression,
  context: FunctionContext,
): string | number | boolean | undefined {
  let root: ts.Expression = node;
  while (ts.isPropertyAccessExpression(root) || isPlainElement(root)) {
    root = root.expression;
  }
  const symbol = ts.isIdentifier(root) ? resolveSymbol(context.checker, root) : undefined;
  const isTable = symbol !== undefined && tableDeclaration(symbol) !== undefined;
  return isTable ? literalValue(context.checker, context.checker.getTypeAtLocation(node)) : undefined;
}

/** `table[0]`, `table["a"]`, `table[key]`: the key neither does anything nor claims a type. */
function isPlainElement(node: ts.Expression): node is ts.ElementAccessExpression {
  return (
    ts.isElementAccessExpression(node) &&
    (ts.isStringLiteralLike(node.argumentExpression) ||
      ts.isNumericLiteral(node.argumentExpression) ||
      ts.isIdentifier(node.argumentExpression))
  );
}
