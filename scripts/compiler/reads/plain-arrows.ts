/** `function (item) { ... }` as a value, read as the arrow function that does the same. */
import ts from "typescript";
import { asksItsCaller, holds, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

/** What has to be put into a file for its function expressions to be arrow functions. */
export function plainArrows(file: ts.SourceFile): readonly Insertion[] {
  const pieces = new Pieces();
  walk(file, (node) => {
    if (ts.isFunctionExpression(node) && isPlain(node)) {
      asArrow(node, file, pieces);
    }
  });
  return pieces.insertions(file);
}

/** Does it ask neither its caller nor, by a name of its own, itself? */
function isPlain({ name, asteriskToken, parameters, body }: ts.FunctionExpression): boolean {
  const isNamed = (part: ts.Node): boolean => ts.isIdentifier(part) && part.text === name?.text;
  return (
    asteriskToken === undefined &&
    ![...parameters, body].some((part) => asksItsCaller(part) || holds(part, isNamed))
  );
}

function asArrow(node: ts.FunctionExpression, file: ts.SourceFile, pieces: Pieces): void {
  const bracket = node
    .getChildren(file)
    .find(({ kind }) => kind === ts.SyntaxKind.OpenParenToken || kind === ts.SyntaxKind.LessThanToken);
  const keyword = node.getChildren(file).find(({ kind }) => kind === ts.SyntaxKind.FunctionKeyword);
  if (bracket === undefined || keyword === undefined) {
    return;
  }
  // An operator takes an arrow function only with brackets around it.
  const [before, behind] = isAlone(node) ? ["", ""] : ["(", ")"];
  pieces.around(node.getStart(file), before, node.end, behind);
  pieces.instead(keyword.getStart(file), bracket.getStart(file), "");
  pieces.before(node.body.getStart(file), "=> ");
}

/** Is it all of an argument, an entry, a variable's value or what stands in brackets? */
function isAlone({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isParenthesizedExpression(parent)
  );
}
