/** Finds the variables that are assigned inside a loop they live outside of: Jinja2's `set` does not leave it. */
import ts from "typescript";
import { assignmentTargets } from "../analysis/changes.ts";
import { isRepeating } from "../analysis/iterables.ts";
import type { FunctionContext } from "../context/function-context.ts";

/** Marks them in the context. `roots` are the statements of one skill. */
export function markBoxed(roots: readonly ts.Node[], context: FunctionContext): void {
  const { checker } = context;
  const loops = new Map<ts.Symbol, ts.Node | null>();
  const assigned: (readonly [ts.Symbol, ts.Node | null])[] = [];
  const visit = (node: ts.Node, loop: ts.Node | null): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      if (symbol !== undefined) {
        loops.set(symbol, loop);
      }
    }
    for (const target of assignmentTargets(node)) {
      const symbol = checker.getSymbolAtLocation(target);
      if (symbol !== undefined) {
        assigned.push([symbol, loop]);
      }
    }
    const inner = isRepeating(node) ? node : loop;
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  roots.forEach((root) => {
    visit(root, null);
  });
  for (const [symbol, loop] of assigned) {
    if (loops.get(symbol) !== loop) {
      context.variables.box(symbol);
    }
  }
}
