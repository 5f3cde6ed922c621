/**
 * Computed property names. JavaScript finds what every object inherits under some names, so a name must be
 * one of the object's own, or none of those.
 */
import ts from "typescript";
import { isEmptyRecord } from "../builtins/intrinsics.ts";
import type { FunctionContext } from "./function-context.ts";
import { functionAround, isConstant, walk } from "./functions.ts";
import { isSameValue } from "./same-value.ts";
import { assignmentTargets, isAssignment } from "./statements/boxing.ts";
import {
  isText,
  literalValue,
  mayBeNull,
  mayBeUndefined,
  membersOf,
  presentMembers,
  typeName,
} from "./types.ts";

/** What every object has without being given it. */
const INHERITED = [
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
];

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
export function literalKeys(key: ts.Expression, context: FunctionContext): readonly string[] | undefined {
  const type = context.checker.getTypeAtLocation(key);
  const values = membersOf(type).map((member) => literalValue(context.checker, member));
  return values.every((value) => typeof value === "string") ? values : undefined;
}

/** Is it a name every object finds something under? */
export function isInherited(name: string): boolean {
  return INHERITED.includes(name);
}

/** Would JavaScript find what every object inherits, such as `constructor`, where the object has no such property? */
export function findsInherited(owner: ts.Type, property: string, checker: ts.TypeChecker): boolean {
  const isOwn = presentMembers(owner).every((member) => {
    const symbol = checker.getPropertyOfType(member, property);
    const optional = ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
    return (
      symbol?.declarations?.every((node) => !node.getSourceFile().isDeclarationFile) === true && !optional
    );
  });
  return property === "__proto__" || (isInherited(property) && !isOwn);
}

/** A text that is always there. */
export function isTextKey(key: ts.Expression, context: FunctionContext): boolean {
  const type = context.checker.getTypeAtLocation(key);
  return isText(type) && !mayBeNull(type) && !mayBeUndefined(type);
}

/** Does the key find only what the object itself has? */
export function isOwnKey(node: ts.ElementAccessExpression, context: FunctionContext): boolean {
  const key = node.argumentExpression;
  const literals = literalKeys(key, context);
  if (literals !== undefined) {
    return !literals.some(isInherited);
  }
  return (
    isTextKey(key, context) &&
    (isBare(node.expression, context) ||
      isDistinct(key, context) ||
      (isSteady(node.expression, context) && isSteady(key, context) && isKnown(node, context)))
  );
}

/** Is it a record made with `emptyRecord()` of the SDK? Under no name does it have what was not put there. */
export function isBare(node: ts.Expression, context: FunctionContext): boolean {
  const value = ts.isIdentifier(node) ? constantOf(node, context) : undefined;
  return value !== undefined && isEmptyRecord(value, context.checker);
}

/** What to write when a record of the function's own is asked for any name: `""` when it is not known to be one. */
export function recordAdvice(node: ts.Expression, context: FunctionContext): string {
  const value = ts.isIdentifier(node) ? constantOf(node, context) : undefined;
  const isEmpty = value !== undefined && ts.isObjectLiteralExpression(value) && value.properties.length === 0;
  return isEmpty
    ? `Begin with \`const ${node.getText()}: ${typeOf(node, context)} = emptyRecord();\` of the SDK, which inherits nothing.`
    : "";
}

function typeOf(node: ts.Expression, { checker }: FunctionContext): string {
  return typeName(checker, checker.getTypeAtLocation(node));
}

/** `client-${id}`: a part of it is in none of the inherited names. */
function isDistinct(key: ts.Expression, context: FunctionContext): boolean {
  const written = ts.isIdentifier(key) ? (constantOf(key, context) ?? key) : key;
  if (!ts.isTemplateExpression(written)) {
    return false;
  }
  const parts = [written.head.text, ...written.templateSpans.map((span) => span.literal.text)];
  return parts.some((part) => !INHERITED.some((name) => name.includes(part)));
}

/** What a `const` is given. */
export function constantOf(node: ts.Identifier, context: FunctionContext): ts.Expression | undefined {
  const declaration = context.checker.getSymbolAtLocation(node)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
    ? declaration.initializer
    : undefined;
}

/** A name, or a property of one, that stands for the same value throughout the function. */
export function isSteady(node: ts.Expression, context: FunctionContext): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isSteady(node.expression, context) && !isReplaced(node);
  }
  const symbol = ts.isIdentifier(node) ? context.checker.getSymbolAtLocation(node) : undefined;
  const owner = symbol?.valueDeclaration && functionAround(symbol.valueDeclaration);
  if (symbol === undefined || owner === undefined) {
    return symbol !== undefined;
  }
  let steady = true;
  walk(owner, (inner) => {
    steady &&= !assignmentTargets(inner).some((name) => context.checker.getSymbolAtLocation(name) === symbol);
  });
  return steady;
}

/** Is the property given another value somewhere in the function? */
function isReplaced(node: ts.PropertyAccessExpression): boolean {
  const owner = functionAround(node);
  let replaced = false;
  walk(owner ?? node, (inner) => {
    replaced ||=
      ts.isBinaryExpression(inner) &&
      isAssignment(inner.operatorToken.kind) &&
      inner.left.getText() === node.getText();
  });
  return replaced;
}

/** Has the program asked whether the name is the object's own, or taken it from the object's own names? */
function isKnown(node: ts.ElementAccessExpression, context: FunctionContext): boolean {
  const asked = ts.findAncestor(node, (inner) => {
    const test = testBefore(inner);
    return test !== undefined && asksFor(test, node, context);
  });
  return asked !== undefined || isListed(node.argumentExpression, node.expression, context);
}

/** The test that holds where the node is computed. */
function testBefore(node: ts.Node): ts.Expression | undefined {
  if (ts.isSourceFile(node)) {
    return undefined;
  }
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && parent.whenTrue === node) {
    return parent.condition;
  }
  if (ts.isIfStatement(parent) && parent.thenStatement === node) {
    return parent.expression;
  }
  return ts.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? parent.left
    : undefined;
}

function asksFor(test: ts.Expression, node: ts.ElementAccessExpression, context: FunctionContext): boolean {
  if (ts.isParenthesizedExpression(test)) {
    return asksFor(test.expression, node, context);
  }
  if (ts.isBinaryExpression(test) && test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return asksFor(test.left, node, context) || asksFor(test.right, node, context);
  }
  if (!ts.isCallExpression(test) || test.expression.getText() !== "Object.hasOwn") {
    return false;
  }
  const [record, key] = test.arguments;
  return (
    record !== undefined &&
    key !== undefined &&
    isSameValue(record, node.expression, context.checker) &&
    isSameValue(key, node.argumentExpression, context.checker)
  );
}

/** `for (const key of Object.keys(record))`, `Object.keys(record).map((key) => ...)`. */
function isListed(key: ts.Expression, record: ts.Expression, context: FunctionContext): boolean {
  const declaration = context.checker.getSymbolAtLocation(key)?.valueDeclaration;
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
      isKeysOf(call.expression.expression, record, context)
    );
  }
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isForOfStatement(parent.parent) &&
    isKeysOf(parent.parent.expression, record, context)
  );
}

function isKeysOf(list: ts.Expression, record: ts.Expression, context: FunctionContext): boolean {
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) {
    return false;
  }
  const [owner] = list.arguments;
  return (
    (list.expression.getText() === "Object.keys" &&
      owner !== undefined &&
      isSameValue(owner, record, context.checker)) ||
    (SELECTING.has(list.expression.name.text) && isKeysOf(list.expression.expression, record, context))
  );
}
