/** Methods of the objects of a table at module level, `{ accepts(entry) { ... } }`, read as functions that are their entries. */
import ts from "typescript";
import { isAsync } from "../analysis/functions.ts";
import { asksItsCaller } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

/** What has to be put into a file for the methods of its tables to be arrow functions. */
export function plainMethods(file: ts.SourceFile): readonly Insertion[] {
  const pieces = new Pieces();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return;
    }
    if (ts.isObjectLiteralExpression(node)) {
      node.properties.filter(isPlainMethod).forEach((method) => {
        asArrow(method, pieces);
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces.insertions(file);
}

/** Is it a method that asks nothing of the object it is of? */
function isPlainMethod(node: ts.ObjectLiteralElementLike): node is ts.MethodDeclaration {
  return (
    ts.isMethodDeclaration(node) &&
    !isAsync(node) &&
    node.asteriskToken === undefined &&
    !ts.isComputedPropertyName(node.name) &&
    !asksItsCaller(node)
  );
}

/** `name(...) { ... }` becomes `name: (...) => { ... }`. */
function asArrow({ name, body }: ts.MethodDeclaration, pieces: Pieces): void {
  if (body !== undefined) {
    pieces.behind(name.end, ": ");
    pieces.before(body.getStart(), "=> ");
  }
}
