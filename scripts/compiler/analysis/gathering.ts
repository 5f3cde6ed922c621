/** `Promise.all(...)`: requests and async functions that do not wait for each other. */
import ts from "typescript";
import { isOfLibrary } from "./globals.ts";
import { isCallOf } from "./method-calls.ts";
import { unwrapped } from "./paths.ts";

/** What is waited for: promises that are listed, or one for each element of a list. */
export type Gathering =
  | { readonly kind: "listed"; readonly list: ts.ArrayLiteralExpression }
  | { readonly kind: "each"; readonly list: ts.Expression; readonly callback: ts.ArrowFunction };

/** `Promise.all([...])` or `Promise.all(list.map((item) => ...))`, also awaited; null for anything else. */
export function gatheringOf(node: ts.Node, checker: ts.TypeChecker): Gathering | null {
  const call = promiseAll(node, checker);
  const [given, more] = call?.arguments ?? [];
  if (given === undefined || more !== undefined) {
    return null;
  }
  const value = unwrapped(given);
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.some((part) => ts.isSpreadElement(part) || ts.isOmittedExpression(part))
      ? null
      : { kind: "listed", list: value };
  }
  const [callback, thisArgument] = isCallOf(value, ["map"]) ? value.arguments : [];
  return isCallOf(value, ["map"]) &&
    callback !== undefined &&
    ts.isArrowFunction(callback) &&
    thisArgument === undefined &&
    callback.parameters.length <= 2 &&
    callback.parameters.every(
      ({ initializer, dotDotDotToken }) => initializer === undefined && dotDotDotToken === undefined,
    ) &&
    checker.isArrayLikeType(checker.getTypeAtLocation(value.expression.expression))
    ? { kind: "each", list: value.expression.expression, callback }
    : null;
}

/** What an expression that is awaited stands for once all is there: the list of what is gathered, or it itself. */
export function gatheredValue(node: ts.Expression, checker: ts.TypeChecker): ts.Expression {
  const gathering = gatheringOf(node, checker);
  return gathering?.kind === "listed" ? gathering.list : node;
}

/** `Promise.all(...)` of JavaScript's `Promise`; undefined for any other node. */
export function promiseAll(node: ts.Node, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (!isCallOf(node, ["all"]) || node.expression.expression.getText() !== "Promise") {
    return undefined;
  }
  return isOfLibrary(checker.getSymbolAtLocation(node.expression.expression)) ? node : undefined;
}
