/** What a method of texts is. */
import ts from "typescript";
import { isNumber, literalValue, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { argumentsOf } from "./arguments.ts";
import { isAscii } from "./known-texts.ts";

/** Turns a call of a method of a text, which is in NSL already, into NSL. */
export type TextMethod = (
  target: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
) => Expression;

/** A method of one argument. */
export const oneArgument =
  (build: (target: Expression, argument: Expression) => Expression): TextMethod =>
  (target, node, context) => {
    const [argument] = argumentsOf(node, context);
    return argument === undefined || node.arguments.length !== 1
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.")
      : build(target, argument);
  };

/** A method without arguments. */
export const noArguments =
  (build: (target: Expression, context: FunctionContext) => Expression): TextMethod =>
  (target, node, context) =>
    node.arguments.length === 0
      ? build(target, context)
      : context.refuse(node, "methodArguments", node.expression.getText(), "Give no argument.");

/** The text of an argument that is one literal, or a constant of one. */
export function knownText(node: ts.Expression, context: FunctionContext): string | null {
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  return typeof value === "string" ? value : null;
}

/** Are all of them numbers, and always there? */
export function areNumbers(nodes: readonly ts.Expression[], context: FunctionContext): boolean {
  return nodes.every((node) => strictly(isNumber, context.checker.getTypeAtLocation(node)));
}

/** Is the text whose method is called known to be ASCII? */
export function isOfAscii(node: ts.CallExpression, context: FunctionContext): boolean {
  return ts.isPropertyAccessExpression(node.expression) && isAscii(node.expression.expression, context);
}
