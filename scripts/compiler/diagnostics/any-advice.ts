/** Where an `any` comes from that the author did not write. */
import ts from "typescript";
import { shortened } from "./advice.ts";

/** What to write when `Array.isArray` has made the items of a list `any`; "" for an `any` of the author's own. */
export function anyAdvice(node: ts.Node): string {
  const owner = ts.findAncestor(node, ts.isFunctionDeclaration);
  let tested: ts.Expression | undefined;
  let isWritten = false;
  const visit = (inner: ts.Node): void => {
    isWritten ||= inner.kind === ts.SyntaxKind.AnyKeyword;
    if (ts.isCallExpression(inner) && inner.expression.getText() === "Array.isArray") {
      tested ??= inner.arguments[0];
    }
    ts.forEachChild(inner, visit);
  };
  if (owner !== undefined) {
    visit(owner);
  }
  return tested === undefined || isWritten
    ? ""
    : `\`Array.isArray\` leaves the items without a type: take them from \`asList(${shortened(tested, "value")})\` of the SDK, where each is a \`JsonValue\`.`;
}
