/** What a statement has read before a call in it, which is made before the statement. */
import ts from "typescript";
import { changedPlaces, rootOf } from "../../analysis/changes.ts";
import { capturedChanges } from "../../analysis/captured-changes.ts";
import { contains, holds, walk } from "../../analysis/walk.ts";

/** Does a callback of a call change what the statement has read before it? Other names may stand for what it changes. */
export function isDisturbing(
  callback: ts.Expression,
  call: ts.CallExpression,
  statement: ts.Statement,
  checker: ts.TypeChecker,
): boolean {
  const changed = ts.isArrowFunction(callback) ? capturedChanges(callback, checker) : [];
  const roots = symbolsOf(changed.map(rootOf), checker);
  const isRead = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && roots.has(checker.getSymbolAtLocation(node))) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node);
  return roots.size > 0 && isReadBefore(call, statement, isRead);
}

/** Does a call change something it is given, of which the statement has read a part before? */
export function isChangedFor(
  call: ts.CallExpression,
  called: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): boolean {
  const changed = new Set<ts.Node | undefined>();
  walk(called.body ?? called, (node) => {
    changedPlaces(node).forEach((place) => {
      changed.add(checker.getSymbolAtLocation(rootOf(place))?.valueDeclaration);
    });
  });
  const given = call.arguments.filter((_argument, index) => changed.has(called.parameters[index]));
  const roots = symbolsOf(given.map(rootOf), checker);
  const statement = ts.findAncestor(call, ts.isStatement) ?? call;
  return isReadBefore(
    call,
    statement,
    (node) => ts.isIdentifier(node) && roots.has(checker.getSymbolAtLocation(node)),
  );
}

function symbolsOf(
  nodes: readonly ts.Expression[],
  checker: ts.TypeChecker,
): ReadonlySet<ts.Symbol | undefined> {
  return new Set(nodes.map((node) => checker.getSymbolAtLocation(node)));
}

function isReadBefore(
  call: ts.CallExpression,
  statement: ts.Node,
  isRead: (node: ts.Node) => boolean,
): boolean {
  const visit = (node: ts.Node): boolean =>
    contains(node, call)
      ? node !== call && (ts.forEachChild(node, visit) ?? false)
      : node.end <= call.getStart() && !isTarget(node) && holds(node, isRead);
  return visit(statement);
}

/** Is it no value: what is assigned to, and the method that is called once its arguments are there? */
function isTarget(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(node)) ||
    (ts.isCallExpression(parent) && parent.expression === node)
  );
}
