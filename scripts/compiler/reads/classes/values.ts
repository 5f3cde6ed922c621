/** Classes whose instances are values, such as an amount of money or a span of time: nothing in them changes once they are made. */
import ts from "typescript";
import { presentMembers } from "../../analysis/types.ts";
import type { ReadClasses } from "./read-classes.ts";
import type { ClassShape, Field } from "./shapes.ts";

const PRIMITIVE = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;

/** Methods that JavaScript calls by itself. */
const CALLED_UNASKED: readonly string[] = ["toJSON", "toString", "valueOf"];

/**
 * Does it hold texts, numbers and booleans alone, all of them `readonly`? Then an instance may be in lists and objects and have as
 * many names as it likes, as a plain object that nobody changes may.
 */
export function isValueClass({ fields, routines }: ClassShape, { checker }: ReadClasses): boolean {
  const isFixed = (field: Field): boolean =>
    ts.isIdentifier(field.name) &&
    (ts.getCombinedModifierFlags(field) & ts.ModifierFlags.Readonly) !== 0 &&
    presentMembers(checker.getTypeAtLocation(field.name)).every(({ flags }) => (flags & PRIMITIVE) !== 0);
  return fields.every(isFixed) && !routines.some(({ name }) => CALLED_UNASKED.includes(name.getText()));
}

/** Does a value stand where any object may, and is it taken for one of its class, or for anything? */
export function isTakenAsValue(node: ts.Expression, shape: ClassShape, classes: ReadClasses): boolean {
  const { parent } = node;
  const isPlace =
    ts.isArrayLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent) ||
    isPut(node) ||
    isAsked(node) ||
    ts.isReturnStatement(parent) ||
    (ts.isArrowFunction(parent) && parent.body === node) ||
    (ts.isCallExpression(parent) && parent.expression !== node);
  const wanted = classes.checker.getContextualType(node);
  return (
    isPlace &&
    (wanted === undefined ||
      (wanted.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0 ||
      classes.classOfType(wanted) === shape)
  );
}

/** Is it put into an object, or the place where one is: `box.span = span`, `spans[key] = span`? */
function isPut(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (parent.right === node || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
  );
}

/** Is it only asked whether it is there: `if (span)`, `!span`, `span ? ... : ...`, `span && ...`? */
function isAsked(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
      parent.left === node)
  );
}
