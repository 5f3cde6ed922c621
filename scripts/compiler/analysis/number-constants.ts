/** `Infinity`, `Number.MAX_SAFE_INTEGER` and their like. */
import ts from "typescript";
import { isNamespace } from "./globals.ts";
import type { Typed } from "./program-view.ts";

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["Infinity", Number.POSITIVE_INFINITY],
  ["Number.EPSILON", Number.EPSILON],
  ["Number.MAX_SAFE_INTEGER", Number.MAX_SAFE_INTEGER],
  ["Number.MIN_SAFE_INTEGER", Number.MIN_SAFE_INTEGER],
  ["Number.NEGATIVE_INFINITY", Number.NEGATIVE_INFINITY],
  ["Number.POSITIVE_INFINITY", Number.POSITIVE_INFINITY],
]);

/** The number that stands behind a name of the language; undefined for anything else. */
export function numberConstant(node: ts.Node, view: Typed): number | undefined {
  if (ts.isIdentifier(node)) {
    return isNamespace(node, view) ? CONSTANTS.get(node.text) : undefined;
  }
  return ts.isPropertyAccessExpression(node) && isNamespace(node.expression, view)
    ? CONSTANTS.get(node.getText())
    : undefined;
}

/** Is it `Infinity`, by one of its names? */
export function isInfinity(node: ts.Node, view: Typed): boolean {
  return Math.abs(numberConstant(node, view) ?? 0) === Number.POSITIVE_INFINITY;
}
