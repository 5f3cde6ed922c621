/** What is changed in place, and whether only the function that changes it has it. */
import ts from "typescript";
import { assignmentTargets, changedPlaces, isAssignment, LIST_CHANGES } from "../changes.ts";
import { isFreshMethod } from "../fresh.ts";
import { bare } from "../function-values.ts";
import { symbolOf } from "../functions.ts";
import { isOfLibrary } from "../globals.ts";
import { isLoop, isRepeating } from "../iterables.ts";
import { isCallOf } from "../method-calls.ts";
import { mayBeObject } from "../types.ts";
import { contains, walk } from "../walk.ts";

const K = ts.SyntaxKind;

/** Methods of lists that give the list itself. */
const GIVING_ITSELF: readonly string[] = ["copyWithin", "fill", "reverse", "set", "sort", "add"];

/** What takes a list or an object and keeps none of it. */
const COPYING = /^(?:Array\.from|Date|Map|Object\.(?:entries|fromEntries|keys|values)|Set)$/u;

/** Does the node change what it is called on? */
function isChanging(node: ts.Node): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    (isCallOf(node, LIST_CHANGES) ||
      isCallOf(node, ["add", "clear", "delete", "next", "set"]) ||
      /^set[A-Z]/u.test(node.expression.name.text))
  );
}

/** The objects of all kinds that a node changes in place. */
export function objectsChangedBy(node: ts.Node): readonly ts.Expression[] {
  if (isChanging(node)) {
    return [bare(node.expression.expression)];
  }
  if (ts.isCallExpression(node)) {
    const isAssigning = node.expression.getText() === "Object.assign";
    return isAssigning ? node.arguments.slice(0, 1).map(bare) : [];
  }
  return changedPlaces(node).flatMap((place) => {
    const plain = bare(place);
    return ts.isPropertyAccessExpression(plain) || ts.isElementAccessExpression(plain)
      ? [bare(plain.expression)]
      : ts.isIdentifier(plain)
        ? []
        : // What a pattern assigns to may be anything.
          [node as ts.Expression];
  });
}

/** Does the expression make a list or an object nobody else has? What is in it others may have. */
export function isNew(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const plain = bare(node);
  if (ts.isConditionalExpression(plain)) {
    return isNew(plain.whenTrue, checker) && isNew(plain.whenFalse, checker);
  }
  return (
    ts.isArrayLiteralExpression(plain) ||
    ts.isObjectLiteralExpression(plain) ||
    plain.kind === K.NullKeyword ||
    (ts.isIdentifier(plain) && plain.text === "undefined") ||
    (ts.isNewExpression(plain) && /^(?:Array|Date|Map|Set)$/u.test(plain.expression.getText())) ||
    (ts.isCallExpression(plain) &&
      (plain.expression.getText() === "structuredClone" || isNewOf(plain, checker)))
  );
}

/** `[...list].sort()` gives what was new before. */
function isNewOf(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const { expression } = call;
  return ts.isPropertyAccessExpression(expression) && ["reverse", "sort"].includes(expression.name.text)
    ? isNew(expression.expression, checker)
    : isFreshMethod(call) && isOfLibrary(checker.getSymbolAtLocation(expression));
}

/** Is the variable one of the node's own, in which only what is made there is ever put? */
export function holdsOwn(symbol: ts.Symbol | undefined, scope: ts.Node, checker: ts.TypeChecker): boolean {
  const declaration = symbol?.valueDeclaration;
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !contains(scope, declaration) ||
    ts.isForOfStatement(declaration.parent.parent) ||
    ts.isForInStatement(declaration.parent.parent) ||
    !ts.isIdentifier(declaration.name) ||
    (declaration.initializer !== undefined && !isNew(declaration.initializer, checker))
  ) {
    return false;
  }
  let isOwn = true;
  walk(scope, (node) => {
    if (assignmentTargets(node).some((target) => symbolOf(target, checker) === symbol)) {
      isOwn &&= ts.isBinaryExpression(node) && ts.isIdentifier(node.left) && isNew(node.right, checker);
    }
  });
  return isOwn;
}

/**
 * Does nothing else get hold of what the variable has, before a place?
 *
 * @param isLetGo may it be given there nevertheless?
 */
export function isAlone(
  symbol: ts.Symbol,
  scope: ts.Node,
  until: number,
  checker: ts.TypeChecker,
  isLetGo: (mention: ts.Identifier) => boolean = () => false,
): boolean {
  let isAlone = true;
  walk(scope, (node) => {
    if (ts.isIdentifier(node) && node.pos < until && symbolOf(node, checker) === symbol) {
      isAlone &&= isOnlyRead(node, checker) || isLetGo(node);
    }
  });
  return isAlone;
}

function isOnlyRead(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    const call = parent.parent;
    const isStatement = ts.isCallExpression(call) && ts.isExpressionStatement(call.parent);
    return isStatement || !GIVING_ITSELF.includes(parent.name.text);
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const isKept = isChanging(parent) || mayBeObject(checker.getTypeAtLocation(parent));
    return !isKept || COPYING.test(parent.expression.getText());
  }
  return (
    (ts.isVariableDeclaration(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.expression === node) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isBinaryExpression(parent) && isReadBy(parent, node)) ||
    (ts.isIfStatement(parent) && parent.expression === node) ||
    ts.isPrefixUnaryExpression(parent)
  );
}

const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsEqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.GreaterThanEqualsToken,
  K.GreaterThanToken,
  K.LessThanEqualsToken,
  K.LessThanToken,
]);

function isReadBy({ left, operatorToken: { kind }, parent }: ts.BinaryExpression, node: ts.Node): boolean {
  return COMPARING.has(kind) || (isAssignment(kind) && left === node && ts.isExpressionStatement(parent));
}

/** What is given a value, also as a part of a list or an object that is written there. */
function holderOf({ parent }: ts.Node): ts.Node {
  const isPart =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent);
  return isPart ? holderOf(parent) : parent;
}

/** Is what the variable has given there by a `yield` behind which it is not changed any more, or something else is put into it? */
export function isGivenAway(mention: ts.Identifier, scope: ts.Node, checker: ts.TypeChecker): boolean {
  const given = holderOf(mention);
  const symbol = symbolOf(mention, checker);
  const declared = symbol?.valueDeclaration?.parent.parent.parent;
  if (!ts.isYieldExpression(given) || !ts.isExpressionStatement(given.parent) || declared === undefined) {
    return false;
  }
  const list = given.parent.parent;
  const behind = ts.isBlock(list) ? list.statements[list.statements.indexOf(given.parent) + 1] : undefined;
  const put = behind !== undefined && ts.isExpressionStatement(behind) ? behind.expression : undefined;
  if (
    put !== undefined &&
    ts.isBinaryExpression(put) &&
    put.operatorToken.kind === K.EqualsToken &&
    ts.isIdentifier(put.left) &&
    symbolOf(put.left, checker) === symbol
  ) {
    return true;
  }
  const isAgain =
    ts.findAncestor(given, (around) => (around === declared ? "quit" : isLoop(around))) !== undefined;
  let isLast = !isAgain;
  walk(scope, (node) => {
    const changed = objectsChangedBy(node).filter(ts.isIdentifier);
    if (changed.some((object) => symbolOf(object, checker) === symbol)) {
      const inner = ts.findAncestor(node, (around) => ts.isFunctionLike(around));
      isLast &&= node.end <= given.pos && inner === scope;
    }
  });
  return isLast;
}

/** Up to where something may run again before a place is left for good. */
export function endOfRepeating(node: ts.Node, scope: ts.Node): number {
  let { end } = node;
  for (let around = node; around !== scope && !ts.isSourceFile(around); around = around.parent) {
    if (ts.isFunctionLike(around) && !ts.isCallExpression(around.parent)) {
      // Who calls a function that has a name may stand anywhere.
      return scope.end;
    }
    end = isRepeating(around) ? around.end : end;
  }
  return end;
}
