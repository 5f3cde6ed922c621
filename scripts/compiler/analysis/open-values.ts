/** Which absence a value of an open type can be: `payload?: unknown` is never null where nobody hands it null. */
import ts from "typescript";
import { isAssignedIn } from "./changes.ts";
import { isOfWays } from "./choices.ts";
import { isConstant, resolveFunction, symbolOf } from "./functions.ts";
import { isParsed } from "./fresh.ts";
import type { Typed } from "./program-view.ts";
import { isOpenKind, membersGiven } from "./type-arguments.ts";
import { mayBeNull, mayBeUndefined } from "./types.ts";
import { usesOf } from "./uses.ts";
import { resultsOf } from "./walk.ts";

/** One of the two values that NSL does not tell apart. */
type Absence = "null" | "undefined";

/** May the value be that absence, as far as its type, and what is given to it, tell? */
export function mayBeAbsence(
  node: ts.Expression,
  absence: Absence,
  view: Typed,
  seen: ReadonlySet<ts.Node> = new Set(),
): boolean {
  if (seen.has(node)) {
    return false;
  }
  const on = (part: ts.Expression): boolean => mayBeAbsence(part, absence, view, new Set([...seen, node]));
  const members = membersGiven(view.checker.getTypeAtLocation(node), view.checker);
  if (!members.some((member) => isOpenKind(member, view.checker))) {
    return members.some(absence === "null" ? mayBeNull : mayBeUndefined);
  }
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return on(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return on(node.whenTrue) || on(node.whenFalse);
  }
  if (ts.isBinaryExpression(node) && isOfWays(node)) {
    const isOfLeft = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return on(node.right) || (isOfLeft && on(node.left));
  }
  if (isParsed(node)) {
    // No JSON text is of undefined.
    return absence === "null";
  }
  if (ts.isCallExpression(node)) {
    const body = resolveFunction(view.checker, node.expression)?.body;
    const last = body?.statements.at(-1);
    const isWhole = last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
    return body === undefined || (!isWhole && absence === "undefined") || resultsOf(body).some(on);
  }
  const declaration = ts.isIdentifier(node) ? symbolOf(node, view.checker)?.valueDeclaration : undefined;
  if (declaration !== undefined && ts.isVariableDeclaration(declaration)) {
    return declaration.initializer === undefined || !isConstant(declaration) || on(declaration.initializer);
  }
  const given = declaration !== undefined && ts.isParameter(declaration) ? givenTo(declaration, view) : null;
  return given === null || given.some((part) => (part === null ? absence === "undefined" : on(part)));
}

/** What the calls of a function give to a parameter, null for nothing; null as a whole where not all of them are known. */
function givenTo(
  parameter: ts.ParameterDeclaration,
  { checker }: Typed,
): readonly (ts.Expression | null)[] | null {
  const owner = parameter.parent;
  if (
    !ts.isFunctionDeclaration(owner) ||
    owner.body === undefined ||
    parameter.dotDotDotToken !== undefined ||
    parameter.initializer !== undefined ||
    (ts.getCombinedModifierFlags(owner) & ts.ModifierFlags.Export) !== 0
  ) {
    return null;
  }
  const isKept = !isAssignedIn(checker.getSymbolAtLocation(parameter.name), owner.body, checker);
  const index = owner.parameters.indexOf(parameter);
  const uses = usesOf(owner, [owner.getSourceFile()], checker).filter((use) => use !== owner.name);
  const calls = uses.flatMap((use) => {
    const { parent } = use;
    const isCall = ts.isCallExpression(parent) && parent.expression === use;
    return isCall && !parent.arguments.some(ts.isSpreadElement) ? [parent] : [];
  });
  return isKept && calls.length === uses.length ? calls.map((call) => call.arguments[index] ?? null) : null;
}
