/** What a program does with an error it has caught: what it is in NSL must not come to light. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import {
  errorClass,
  isCause,
  isErrorType,
  isOwnErrorType,
  isWrittenProperty,
} from "../../analysis/errors.ts";
import { symbolOf } from "../../analysis/functions.ts";
import { walk } from "../../analysis/walk.ts";

const ASK = "Ask `error instanceof Error`, and read `error.message` or `error.name`.";

/**
 * The first use of a caught error that cannot be had, with what to write; undefined where there is none.
 *
 * @param isUntold whether it may be what `JSON.parse` throws, whose message is the engine's own
 */
export function unknownUse(
  clause: ts.CatchClause,
  checker: ts.TypeChecker,
  isUntold: boolean,
): { readonly node: ts.Node; readonly advice: string } | undefined {
  const name = clause.variableDeclaration?.name;
  if (name === undefined) {
    return undefined;
  }
  if (!ts.isIdentifier(name)) {
    return { node: name, advice: "Catch it under a name: `catch (error)`." };
  }
  // By its type it is known for an error wherever it goes.
  const isKnown = (use: ts.Expression): boolean =>
    (isUntold ? isOwnErrorType : isErrorType)(checker.getTypeAtLocation(use), checker);
  const node = foreignUse(name, clause.block, checker, isKnown);
  return node === undefined ? undefined : { node, advice: ASK };
}

function foreignUse(
  name: ts.Identifier,
  scope: ts.Node,
  checker: ts.TypeChecker,
  isKnown: (use: ts.Expression) => boolean,
): ts.Node | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  let found: ts.Node | undefined;
  walk(scope, (node) => {
    if (!ts.isIdentifier(node) || node === name || found !== undefined) {
      return;
    }
    const used = symbolOf(node, checker);
    if (used !== undefined && used === symbol) {
      found = foreignUseOf(node, scope, checker, isKnown);
    }
  });
  return found;
}

/** The node where one use goes wrong. */
function foreignUseOf(
  node: ts.Expression,
  scope: ts.Node,
  checker: ts.TypeChecker,
  isKnown: (use: ts.Expression) => boolean,
): ts.Node | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) {
    return foreignUseOf(parent, scope, checker, isKnown);
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === node && ts.isIdentifier(parent.name)) {
    const isPlain = (parent.parent.flags & ts.NodeFlags.Const) !== 0 && parent.type === undefined;
    return isPlain ? foreignUse(parent.name, scope, checker, isKnown) : isKnown(node) ? undefined : node;
  }
  const isRead =
    ts.isPropertyAccessExpression(parent) &&
    isWrittenProperty(parent.name.text) &&
    !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent) &&
    !isChanged(parent);
  const isAsked =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    errorClass(parent.right, checker) !== undefined;
  const isShown =
    ts.isTemplateSpan(parent) ||
    (ts.isCallExpression(parent) &&
      parent.expression.getText() === "String" &&
      parent.arguments.length === 1);
  const isFollowed =
    isRead ||
    isAsked ||
    isShown ||
    ts.isThrowStatement(parent) ||
    isOfCause(parent) ||
    isGiven(node, isKnown);
  return isFollowed ? undefined : node;
}

/** Is it handed on as what it is known for? Only what is written of an error is read of it. */
function isGiven(node: ts.Expression, isKnown: (use: ts.Expression) => boolean): boolean {
  return !ts.isPropertyAccessExpression(node.parent) && isKnown(node);
}

function isChanged(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind);
}

function isOfCause({ parent: literal }: ts.Node): boolean {
  return ts.isObjectLiteralExpression(literal) && isCause(literal);
}
