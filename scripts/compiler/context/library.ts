/** What the visitors of calls and properties ask of the library's tables, which stand above them. */
import type ts from "typescript";
import type { Collection } from "../analysis/collections.ts";
import type { MethodCall } from "../analysis/method-calls.ts";
import type { IntrinsicName } from "../analysis/sdk.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import type { FunctionContext } from "./function-context.ts";

/** Makes the loop of a variable and the statements of a turn. */
export type Loop = (variable: string, body: readonly Statement[]) => Statement;

/** Functions, methods and properties that are not the author's. */
export interface Library {
  /** `ctx.action(...)`. */
  action(node: ts.CallExpression, name: string, context: FunctionContext): Expression;
  /** `String(...)` and refusals for the other global functions. */
  globalFunction(node: ts.CallExpression, name: string, context: FunctionContext): Expression;
  /** `(cents / 100).toFixed(2)`; undefined when the call is of another kind. */
  fixed(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: FunctionContext,
  ): Expression | undefined;
  /** `JSON.parse(text)`, whatever is in it. */
  parsed(node: ts.CallExpression, context: FunctionContext): Expression;
  /** `Number(value)`, `+value`: `node` is the whole. */
  number(argument: ts.Expression, node: ts.Expression, context: FunctionContext): Expression;
  /** `Math.floor(...)`, `Object.keys(...)`. */
  namespaceFunction(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: FunctionContext,
  ): Expression;
  /** The construct a function of the SDK is in NSL; each argument is computed in its turn. */
  intrinsic(name: IntrinsicName, works: readonly (() => Expression)[], context: FunctionContext): Expression;
  /** `/pattern/u.test(text)`. */
  regexMethod(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: FunctionContext,
  ): Expression;
  /** A regular expression that is an entry of a table. */
  regexEntry(node: ts.RegularExpressionLiteral, context: FunctionContext): Expression;
  /** `rule.pattern.test(text)`; what is read from a table is in NSL already. */
  regexTest(
    pattern: Expression,
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: FunctionContext,
  ): Expression;
  /** `text.method(...)`; the text is in NSL already. */
  textMethod(target: Expression, node: ts.CallExpression, name: string, context: FunctionContext): Expression;
  /** `map.method(...)`, `set.method(...)`; the collection is in NSL already. */
  collectionMethod(
    target: Expression,
    kind: Collection,
    node: ts.CallExpression,
    name: string,
    context: FunctionContext,
  ): Expression;
  /** `list.method(...)`; the list is in NSL already. */
  listMethod(
    target: Expression,
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: FunctionContext,
  ): Expression;
  /** `match.index`, `match.groups?.name`; undefined when the access is of another kind. */
  matchProperty(
    target: Expression,
    node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    context: FunctionContext,
  ): Expression | undefined;
  /** What is known of a text by the patterns and literals it comes from. */
  readonly known: {
    /** Is it ASCII, so that both languages count it alike? */
    isAscii(node: ts.Expression, context: FunctionContext): boolean;
    /** Is it a group that takes part in every match of its pattern? */
    isSettledGroup(node: ts.Expression, context: FunctionContext): boolean;
  };
  /** `for (const match of text.matchAll(pattern))`; null, with a diagnostic, when that cannot be carried over. */
  matchesLoop(node: MethodCall, context: FunctionContext): Loop | null;
}
