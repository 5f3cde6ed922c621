/** Arrow functions that have a name: what they do is done where the name is used. */
import ts from "typescript";
import { resolveArrow } from "./functions.ts";

/**
 * Visits a node and everything below it, also the bodies of the arrow functions whose names stand there, each once.
 * What is below a node for which `visit` gives false is left out.
 *
 * @param entered the arrow functions that were visited already
 */
export function walkNamedArrows(
  node: ts.Node,
  checker: ts.TypeChecker,
  visit: (node: ts.Node) => boolean,
  entered: Set<ts.ArrowFunction> = new Set(),
): void {
  const look = (part: ts.Node): void => {
    if (!visit(part)) {
      return;
    }
    const arrow = ts.isIdentifier(part) ? resolveArrow(checker, part) : undefined;
    if (arrow !== undefined && !entered.has(arrow)) {
      entered.add(arrow);
      look(arrow);
    }
    ts.forEachChild(part, look);
  };
  look(node);
}
