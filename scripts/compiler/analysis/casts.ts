/** `as` may only forget what is known, never claim what is not: nothing checks the claim at run time. */
import ts from "typescript";
import { mayBeUndefined, typeName } from "./types.ts";

/** Stands behind a read of which TypeScript has known more than its type, with what it has known. */
export const KNOWN_TYPE = "/*known: ";

/** The names of the types a cast turns into each other without proof; null when every value fits. */
export function unprovenCast(
  node: ts.AsExpression,
  checker: ts.TypeChecker,
): readonly [from: string, to: string] | null {
  if (ts.isConstTypeReference(node.type) || isKnownBehind(node)) {
    return null;
  }
  const [from, to] = [checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node)];
  return checker.isTypeAssignableTo(from, to) ? null : [typeName(checker, from), typeName(checker, to)];
}

/** Has TypeScript known it there, before the statement before it was read in another way (`reads/kept-narrowing.ts`)? */
function isKnownBehind({ parent }: ts.AsExpression): boolean {
  return parent.getSourceFile().text.startsWith(KNOWN_TYPE, parent.end);
}

/** The properties of the type that an object written in place, `{} as Week`, has not: its check never passes. */
export function lackingProperties(node: ts.AsExpression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const { expression: literal } = node;
  if (!ts.isObjectLiteralExpression(literal)) {
    return [];
  }
  const written = checker.getTypeAtLocation(literal);
  return checker
    .getPropertiesOfType(checker.getTypeAtLocation(node))
    .filter(
      (property) =>
        checker.getPropertyOfType(written, property.name) === undefined &&
        (property.flags & ts.SymbolFlags.Optional) === 0 &&
        !mayBeUndefined(checker.getTypeOfSymbol(property)),
    );
}

/** The value of which `JSON.parse(JSON.stringify(value))` is a copy; undefined for any other expression. */
export function copiedBy(node: ts.Expression): ts.Expression | undefined {
  const isCallOf = (call: ts.Expression | undefined, name: string): call is ts.CallExpression =>
    call !== undefined &&
    ts.isCallExpression(call) &&
    call.arguments.length === 1 &&
    call.expression.getText() === name;
  const written = isCallOf(node, "JSON.parse") ? node.arguments[0] : undefined;
  return isCallOf(written, "JSON.stringify") ? written.arguments[0] : undefined;
}
