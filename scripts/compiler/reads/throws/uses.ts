/** What a program does with an error it has caught: what it is in NSL must not come to light. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import { errorClass, isCause, isWrittenProperty } from "../../analysis/errors.ts";
import { symbolOf } from "../../analysis/functions.ts";
import { walk } from "../../analysis/walk.ts";

const ASK = "Ask `error instanceof Error`, and read `error.message` or `error.name`.";

/** The first use of a caught error that cannot be had, with what to write; undefined where there is none. */
export function unknownUse(
  clause: ts.CatchClause,
  checker: ts.TypeChecker,
): { readonly node: ts.Node; readonly advice: string } | undefined {
  const name = clause.variableDeclaration?.name;
  if (name === undefined) {
    return undefined;
  }
  if (!ts.isIdentifier(name)) {
    return { node: name, advice: "Catch it under a name: `catch (error)`." };
  }
  const node = foreignUse(name, clause.block, checker);
  return node === undefined ? undefined : { node, advice: ASK };
}

function foreignUse(name: ts.Identifier, scope: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  let found: ts.Node | undefined;
  walk(scope, (node) => {
    if (!ts.isIdentifier(node) || node === name || found !== undefined) {
      return;
    }
    const used = symbolOf(node, checker);
    if (used !== undefined && used === symbol) {
      found = foreignUseOf(node, scope, checker);
    }
  });
  return found;
}

/** The node where one use goes wrong. */
function foreignUseOf(node: ts.Expression, scope: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) {
    return foreignUseOf(parent, scope, checker);
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === node && ts.isIdentifier(parent.name)) {
    const isPlain = (parent.parent.flags & ts.NodeFlags.Const) !== 0 && parent.type === undefined;
    return isPlain ? foreignUse(parent.name, scope, checker) : node;
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
  return isRead || isAsked || isShown || ts.isThrowStatement(parent) || isOfCause(parent) ? undefined : node;
}

function isChanged(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind);
}

function isOfCause({ parent: literal }: ts.Node): boolean {
  return ts.isObjectLiteralExpression(literal) && isCause(literal);
}
