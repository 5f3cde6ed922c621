/** The `return`s of a callback that is written as a loop. */
import ts from "typescript";
import { returnsOf } from "../../analysis/walk.ts";
import type { Insertion } from "../edited-sources.ts";
import { rewritten } from "../rewritten.ts";
import { leaves } from "./places.ts";

/** The `return`s of a callback as what a turn does before the next; null where one gives nothing, or none ends it. */
export function returnsAsTurns(
  body: ts.Block,
  around: (node: ts.Node, given: ts.Expression) => readonly [string, string],
  next: (node: ts.Node) => string,
  method: string,
): readonly Insertion[] | null {
  const file = body.getSourceFile();
  const found: Insertion[] = [];
  for (const node of returnsOf(body)) {
    const { expression } = node;
    if (expression === undefined && method !== "forEach") {
      return null;
    }
    const [before, behind] = expression === undefined ? ["", ""] : around(node, expression);
    const goesOn = node === body.statements.at(-1) ? "" : ` ${next(node)}`;
    const parts =
      expression === undefined ? [next(node)] : [`{ ${before}`, expression, `${behind}${goesOn} }`];
    const written = rewritten(node, parts, file);
    if (written === null) {
      return null;
    }
    found.push(...written);
  }
  return method === "forEach" || leaves(body) ? found : null;
}

/** Does what leaves the turn stand in something else that it would leave? */
export function isInside(node: ts.Node, body: ts.Node, isLeaving: boolean): boolean {
  return (
    ts.findAncestor(node, (around) =>
      around === body
        ? "quit"
        : ts.isIterationStatement(around, false) || (isLeaving && ts.isSwitchStatement(around)),
    ) !== undefined
  );
}
