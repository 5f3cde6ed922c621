/** Two mentions of one value: what was asked about the one holds for the other. */
import type ts from "typescript";
import { rootOf } from "./statements/boxing.ts";

/** Are both the same name, or the same property of it? One name may stand for two variables, an inner and an outer. */
export function isSameValue(left: ts.Expression, right: ts.Expression, checker: ts.TypeChecker): boolean {
  return (
    left.getText() === right.getText() &&
    checker.getSymbolAtLocation(rootOf(left)) === checker.getSymbolAtLocation(rootOf(right))
  );
}
