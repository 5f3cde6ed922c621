/** `await ctx.log("read");` of what is no promise, read without its `await`: there is nothing to wait for. */
import ts from "typescript";
import { walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { rewritten } from "./rewritten.ts";

/** What has to be put into a file for nothing to be awaited but promises. */
export function spareAwaits(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const found: Insertion[] = [];
  walk(file, (node) => {
    if (ts.isAwaitExpression(node) && isSpare(node.expression, checker)) {
      found.push(...(rewritten(node, [node.expression], file) ?? []));
    }
  });
  return found;
}

function isSpare(awaited: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(awaited);
  return (
    // At the beginning of a statement this would be a block.
    !ts.isObjectLiteralExpression(awaited) &&
    (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0 &&
    checker.getAwaitedType(type) === type
  );
}
