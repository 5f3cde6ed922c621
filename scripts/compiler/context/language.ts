/** The language as a skill is written in it: who turns which construct into NSL. */
import type ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import type { FunctionContext } from "./function-context.ts";
import type { Library } from "./library.ts";

/**
 * Assembled above all visitors and handed down to them through their context, so that a visitor reaches any other
 * without knowing it.
 */
export interface Language {
  /** Turns an expression into NSL; what it needs done first is appended to the skill. */
  expression(node: ts.Expression, context: FunctionContext): Expression;
  /** Turns an expression into a test that holds exactly when JavaScript finds it true. */
  condition(node: ts.Expression, context: FunctionContext): Expression;
  /** Turns one statement into NSL. */
  statement(node: ts.Statement, context: FunctionContext): void;
  /** Turns a list of statements into NSL. What follows a possible jump is done only when it was not taken. */
  statements(nodes: readonly ts.Statement[], context: FunctionContext): void;
  /** What JavaScript, the platform and the SDK bring along. */
  readonly library: Library;
}
