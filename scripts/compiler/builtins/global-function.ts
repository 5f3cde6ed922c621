/** What a function of a global object is. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { argumentsOf } from "./arguments.ts";

/** Turns a call of a function of a global object into NSL. */
export type GlobalFunction = (node: ts.CallExpression, context: FunctionContext) => Expression;

/** A function of one argument. */
export const one =
  (build: (argument: Expression, context: FunctionContext) => Expression): GlobalFunction =>
  (node, context) => {
    const [argument] = argumentsOf(node, context);
    return argument === undefined || node.arguments.length !== 1
      ? context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.")
      : build(argument, context);
  };
