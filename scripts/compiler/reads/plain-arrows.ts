/**
 * `function (item) { ... }` as a value, read as the arrow function that does the same, and so a function inside of another
 * one that is called behind it: `function twice(text) { ... }` is `const twice = (text) => { ... };`.
 */
import ts from "typescript";
import { isAssignment } from "../analysis/changes.ts";
import { openingOf, symbolOf } from "../analysis/functions.ts";
import { asksItsCaller, holds, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

/** What has to be put into a file for its functions that are values, or inside of others, to be arrow functions. */
export function plainArrows(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const pieces = new Pieces();
  walk(file, (node) => {
    if (ts.isFunctionExpression(node) && isPlain(node)) {
      // An operator takes an arrow function only with brackets around it.
      const [before, behind] = isOperand(node) ? ["(", ")"] : ["", ""];
      asArrow(node, before, behind, pieces);
    } else if (ts.isFunctionDeclaration(node) && isInside(node, checker) && isPlain(node)) {
      asArrow(node, `const ${node.name?.text ?? ""} = `, ";", pieces);
    }
  });
  return pieces.insertions(file);
}

/** Does it ask neither its caller nor, by a name that only it knows, itself? */
function isPlain(node: ts.FunctionExpression | ts.FunctionDeclaration): boolean {
  const { name, asteriskToken, parameters, body } = node;
  const isOwnName = (part: ts.Node): boolean =>
    ts.isFunctionExpression(node) && ts.isIdentifier(part) && part.text === name?.text;
  return (
    asteriskToken === undefined &&
    body !== undefined &&
    ![...parameters, body].some((part) => asksItsCaller(part) || holds(part, isOwnName))
  );
}

/** Is it a function inside of another one, with one form, that nothing before it asks for? */
function isInside({ name, parent, pos, type }: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  const around = ts.findAncestor(parent, ts.isFunctionLike);
  if (name === undefined || around === undefined) {
    return false;
  }
  const symbol = checker.getSymbolAtLocation(name);
  const isEarly = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && node.end <= pos && node.text === name.text && symbolOf(node, checker) === symbol;
  // A call of it ends the way, or tells a type, for TypeScript only where it is a function.
  const isTelling =
    type !== undefined && (ts.isTypePredicateNode(type) || type.kind === ts.SyntaxKind.NeverKeyword);
  return !isTelling && symbol?.declarations?.length === 1 && !holds(around, isEarly);
}

/** Writes the function as an arrow function between two texts. */
function asArrow(
  node: ts.FunctionExpression | ts.FunctionDeclaration,
  before: string,
  behind: string,
  pieces: Pieces,
): void {
  const parts = node.getChildren();
  const bracket = openingOf(node);
  const end = node.type ?? parts.find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
  const keyword = parts.find(({ kind }) => kind === ts.SyntaxKind.FunctionKeyword);
  if (bracket !== undefined && keyword !== undefined && end !== undefined) {
    pieces.around(node.getStart(), before, node.end, behind);
    pieces.instead(keyword.getStart(), bracket.getStart(), "");
    pieces.behind(end.end, " =>");
  }
}

/** Is it a part of what is computed, and not all of a value that is given or kept? */
function isOperand(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    (ts.isBinaryExpression(parent) && !isAssignment(parent.operatorToken.kind)) ||
    ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isVoidExpression(parent) ||
    ts.isAwaitExpression(parent)
  );
}
