/** `as` may only forget what is known, never claim what is not: nothing checks the claim at run time. */
import ts from "typescript";
import { typeName } from "./types.ts";

/** The names of the types a cast turns into each other without proof; null when every value fits. */
export function unprovenCast(
  node: ts.AsExpression,
  checker: ts.TypeChecker,
): readonly [from: string, to: string] | null {
  if (ts.isConstTypeReference(node.type)) {
    return null;
  }
  const [from, to] = [checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node)];
  return checker.isTypeAssignableTo(from, to) ? null : [typeName(checker, from), typeName(checker, to)];
}
