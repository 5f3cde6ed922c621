/** What a function changes that is not its own: others may know it under another name. */
import ts from "typescript";
import { isConstant, symbolOf } from "../analysis/functions.ts";
import { changedValues } from "../analysis/changed-parts.ts";
import { rootOf } from "../analysis/changes.ts";
import { mayBeObject } from "../analysis/types.ts";
import { contains, walk } from "../analysis/walk.ts";

/** A variable that is changed, or whose value is. */
interface Changed {
  readonly place: ts.Expression;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  /** Is nothing changed but the list or object that the variable alone stands for? */
  readonly isAlone: boolean;
}

/** Variables that are declared outside of a node, and parameters, which it changes. */
export function changedOutside(node: ts.Node, checker: ts.TypeChecker): readonly Changed[] {
  const found: Changed[] = [];
  walk(node, (part) => {
    changedValues(part, checker).forEach((place) => {
      const root = rootOf(place);
      const symbol = checker.getSymbolAtLocation(root);
      const isOwn = symbol?.declarations?.every((one) => contains(node, one) && !ts.isParameter(one));
      if (symbol !== undefined && isOwn !== true) {
        const isShallow =
          place === root ||
          ((ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) &&
            place.expression === root);
        const isAlone = isShallow && staysAlone(symbol, checker);
        found.push({ place, symbol, type: checker.getTypeAtLocation(root), isAlone });
      }
    });
  });
  return found;
}

/** Has what a `const` was made with no other name: is it only read from, gone over, spread and returned? */
function staysAlone({ valueDeclaration: declaration }: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !isConstant(declaration) ||
    declaration.initializer === undefined ||
    !(
      ts.isArrayLiteralExpression(declaration.initializer) ||
      ts.isObjectLiteralExpression(declaration.initializer)
    )
  ) {
    return false;
  }
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const owner = ts.findAncestor(declaration, ts.isFunctionLike);
  let isAlone = owner !== undefined;
  walk(owner ?? declaration, (node) => {
    if (ts.isIdentifier(node) && node !== declaration.name && symbolOf(node, checker) === symbol) {
      isAlone &&= isReadFrom(node) || isGivenBack(node, owner);
    }
  });
  return isAlone;
}

function isReadFrom({ parent }: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isForOfStatement(parent)
  );
}

/** Does the function around the variable end with it? */
function isGivenBack(node: ts.Identifier, owner: ts.Node | undefined): boolean {
  const end = ts.findAncestor(node, (around) => ts.isReturnStatement(around) || ts.isFunctionLike(around));
  return end !== undefined && ts.isReturnStatement(end) && ts.findAncestor(end, ts.isFunctionLike) === owner;
}

/** May values of the two types be one and the same object? */
export function mayBeSame(one: ts.Type, other: ts.Type, checker: ts.TypeChecker): boolean {
  return (
    mayBeObject(one) &&
    mayBeObject(other) &&
    (checker.isTypeAssignableTo(one, other) || checker.isTypeAssignableTo(other, one))
  );
}
