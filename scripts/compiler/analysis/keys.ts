/**
 * Computed property names. JavaScript finds what every object inherits under some names, so a name must be
 * one of the object's own, or none of those.
 */
import ts from "typescript";
import { factsAt, ownership } from "./facts.ts";
import { INHERITED, isInherited } from "./inherited.ts";
import type { ProgramView } from "./program-view.ts";
import { isSameValue } from "./same-value.ts";
import { constantOf, isSteady } from "./steady.ts";
import { isText, literalValue, mayBeNull, mayBeUndefined, membersOf, typeName } from "./types.ts";

/** Methods that give a list of nothing but elements of their list. */
const SELECTING: ReadonlySet<string> = new Set([
  "filter",
  "reverse",
  "slice",
  "sort",
  "toReversed",
  "toSorted",
]);

/** The names a key can be when its type lists them; undefined when it may be any text. */
export function literalKeys(key: ts.Expression, view: ProgramView): readonly string[] | undefined {
  const type = view.checker.getTypeAtLocation(key);
  const values = membersOf(type).map((member) => literalValue(view.checker, member));
  return values.every((value) => typeof value === "string") ? values : undefined;
}

/** A text that is always there. */
function isTextKey(key: ts.Expression, view: ProgramView): boolean {
  const type = view.checker.getTypeAtLocation(key);
  return isText(type) && !mayBeNull(type) && !mayBeUndefined(type);
}

/** Does the key find only what the object itself has? */
export function isOwnKey(node: ts.ElementAccessExpression, view: ProgramView): boolean {
  const key = node.argumentExpression;
  const literals = literalKeys(key, view);
  if (literals !== undefined) {
    return !literals.some(isInherited);
  }
  return (
    isTextKey(key, view) &&
    (isBare(node.expression, view) ||
      isDistinct(key, view) ||
      (isSteady(node.expression, view) && isSteady(key, view) && isKnown(node, view)))
  );
}

/** Is it a record made with `emptyRecord()` of the SDK? Under no name does it have what was not put there. */
export function isBare(node: ts.Expression, view: ProgramView): boolean {
  const value = ts.isIdentifier(node) ? constantOf(node, view) : undefined;
  return value !== undefined && view.sdk.isEmptyRecord(value);
}

/** What to write when a record of the function's own is asked for any name: `""` when it is not known to be one. */
export function recordAdvice(node: ts.Expression, view: ProgramView): string {
  const value = ts.isIdentifier(node) ? constantOf(node, view) : undefined;
  const isEmpty = value !== undefined && ts.isObjectLiteralExpression(value) && value.properties.length === 0;
  return isEmpty
    ? `Begin with \`const ${node.getText()}: ${typeOf(node, view)} = emptyRecord();\` of the SDK, which inherits nothing.`
    : "";
}

function typeOf(node: ts.Expression, { checker }: ProgramView): string {
  return typeName(checker, checker.getTypeAtLocation(node));
}

/** `client-${id}`: a part of it is in none of the inherited names. */
function isDistinct(key: ts.Expression, view: ProgramView): boolean {
  const written = ts.isIdentifier(key) ? (constantOf(key, view) ?? key) : key;
  if (!ts.isTemplateExpression(written)) {
    return false;
  }
  const parts = [written.head.text, ...written.templateSpans.map((span) => span.literal.text)];
  return parts.some((part) => !INHERITED.some((name) => name.includes(part)));
}

/** Has the program asked whether the name is the object's own, or taken it from the object's own names? */
function isKnown(node: ts.ElementAccessExpression, view: ProgramView): boolean {
  const { expression: record, argumentExpression: key } = node;
  return factsAt(node, view.checker).has(ownership(record, key, view.checker)) || isListed(key, record, view);
}

/** `for (const key of Object.keys(record))`, `Object.keys(record).map((key) => ...)`. */
function isListed(key: ts.Expression, record: ts.Expression, view: ProgramView): boolean {
  const declaration = view.checker.getSymbolAtLocation(key)?.valueDeclaration;
  if (declaration === undefined) {
    return false;
  }
  const { parent } = declaration;
  if (ts.isParameter(declaration) && ts.isArrowFunction(parent) && parent.parameters[0] === declaration) {
    const call = parent.parent;
    return (
      ts.isCallExpression(call) &&
      call.arguments[0] === parent &&
      ts.isPropertyAccessExpression(call.expression) &&
      call.expression.name.text !== "reduce" &&
      isKeysOf(call.expression.expression, record, view)
    );
  }
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isForOfStatement(parent.parent) &&
    isKeysOf(parent.parent.expression, record, view)
  );
}

function isKeysOf(list: ts.Expression, record: ts.Expression, view: ProgramView): boolean {
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) {
    return false;
  }
  const [owner] = list.arguments;
  return (
    (list.expression.getText() === "Object.keys" &&
      owner !== undefined &&
      isSameValue(owner, record, view.checker)) ||
    (SELECTING.has(list.expression.name.text) && isKeysOf(list.expression.expression, record, view))
  );
}
