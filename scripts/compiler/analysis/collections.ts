/** `Map`s and `Set`s a function keeps in a constant of its own. */
import ts from "typescript";
import { isCallOf } from "./method-calls.ts";
import { resolveFunction } from "./functions.ts";
import { isOfLibrary } from "./globals.ts";
import type { ProgramView } from "./program-view.ts";
import { isNumber, isText, strictly } from "./types.ts";

/** What stands behind a name. */
export type Collection = "Map" | "Set";

/** Is the value a `Map` or a `Set`? */
export function collectionOf(node: ts.Node, checker: ts.TypeChecker): Collection | undefined {
  const symbol = checker.getTypeAtLocation(node).getSymbol();
  const name = isOfLibrary(symbol) ? symbol.name.replace("Readonly", "") : "";
  return name === "Map" || name === "Set" ? name : undefined;
}

/** How a collection is gone through: itself, or one of its lists. */
export interface Listing {
  readonly collection: ts.Expression;
  readonly kind: Collection;
  readonly part: "keys" | "values" | "entries";
}

/** `map`, `set`, `map.keys()`, `map.values()`, `map.entries()`, or what a function gives; undefined for anything else. */
export function listingOf(node: ts.Expression, checker: ts.TypeChecker): Listing | undefined {
  const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  const isGiven = ts.isCallExpression(node) && resolveFunction(checker, node.expression) !== undefined;
  const own = isName || isGiven ? collectionOf(node, checker) : undefined;
  if (own !== undefined) {
    return { collection: node, kind: own, part: own === "Map" ? "entries" : "values" };
  }
  const kind = isCallOf(node, ["keys", "values", "entries"])
    ? collectionOf(node.expression.expression, checker)
    : undefined;
  return kind === undefined || !isCallOf(node, ["keys", "values", "entries"])
    ? undefined
    : { collection: node.expression.expression, kind, part: node.expression.name.text as Listing["part"] };
}

/** What the keys of a map are: texts, numbers, of whatever type its caller says, or anything else. */
export type KeyKind = "text" | "number" | "open" | "other";

/** The kind of the keys of a map, or of the elements of a set. */
export function keyKindOf(node: ts.Node, checker: ts.TypeChecker): KeyKind {
  const [key] = checker.getTypeArguments(checker.getTypeAtLocation(node) as ts.TypeReference);
  if (key === undefined) {
    return "other";
  }
  return strictly(isText, key)
    ? "text"
    : strictly(isNumber, key)
      ? "number"
      : (key.flags & ts.TypeFlags.TypeParameter) !== 0
        ? "open"
        : "other";
}

/** Can the entries be told apart by both runtimes? Two of a type that is not known may be the same object. */
export function hasPlainKeys(node: ts.Node, checker: ts.TypeChecker): boolean {
  const kind = keyKindOf(node, checker);
  return kind !== "other" && (kind !== "open" || collectionOf(node, checker) === "Map");
}

/** Does the value stand where a collection may: what is called on it, gone through, kept, or handed on in the program? */
export function isUsedInPlace(node: ts.Expression, view: ProgramView): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.expression === node;
  }
  return isGoneThrough(node, view.checker) || (isHandedOn(node, view) && mayCross(node, view.checker));
}

/** Is it given to a function of the program, or what one gives, and not the program itself? */
function isHandedOn(node: ts.Expression, view: ProgramView): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const called = resolveFunction(view.checker, parent.expression);
    return called !== undefined && (view.sdk.isOwned(parent) || view.sdk.intrinsicOf(called) === undefined);
  }
  const isGivenBack =
    ts.isPropertyAssignment(parent) && (parent.name.getText() === node.getText() || isOwnField(node, view));
  const end = isGivenBack ? parent.parent.parent : parent;
  return ts.isReturnStatement(end) ? isOfHelper(end) : !ts.isIdentifier(node) && isKept(node);
}

/** Is it the variable of a field of an instance that is being made, which alone has what it holds? */
function isOwnField(node: ts.Expression, { sdk, checker }: ProgramView): boolean {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    sdk.isOwned(declaration.initializer)
  );
}

/** Is the value given to a variable of its own? */
function isKept({ parent }: ts.Expression): boolean {
  return (
    ts.isVariableDeclaration(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(parent.left))
  );
}

/** Does a declared function give it to the program, and not the program to whoever runs it? */
function isOfHelper(node: ts.ReturnStatement): boolean {
  const owner = ts.findAncestor(node, ts.isFunctionLike);
  return owner !== undefined && ts.isFunctionDeclaration(owner) && owner.name?.text !== "main";
}

/** Does it stay what it is as JSON? */
export function mayCross(node: ts.Node, checker: ts.TypeChecker): boolean {
  return keyKindOf(node, checker) !== "other" || collectionOf(node, checker) === "Set";
}

/** Is it the list of a loop, or what `...` or `Array.from` makes a list of? */
export function isGoneThrough(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  const isList =
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isSpreadElement(parent) && ts.isArrayLiteralExpression(parent.parent)) ||
    (ts.isCallExpression(parent) &&
      parent.arguments[0] === node &&
      ["Array.from", "Object.fromEntries"].includes(parent.expression.getText()));
  return isList && listingOf(node, checker) !== undefined;
}

/** Does the change stand in a loop over the same collection, which would go on with what is added? */
export function isListing(change: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const { expression: callee } = change;
  const symbol = ts.isPropertyAccessExpression(callee)
    ? checker.getSymbolAtLocation(callee.expression)
    : undefined;
  return (
    ts.findAncestor(change, (around) => {
      const listing = ts.isForOfStatement(around) ? listingOf(around.expression, checker) : undefined;
      return listing !== undefined && checker.getSymbolAtLocation(listing.collection) === symbol;
    }) !== undefined
  );
}
