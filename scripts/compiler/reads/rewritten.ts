/** A node written anew around parts of it that stay as they are; what is left out becomes a comment. */
import type ts from "typescript";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

/**
 * What has to be put into a file for a node to read as the parts do, one after another: texts, and nodes of its own in
 * the order they stand in. Null where a comment stands between them, which could not become part of another one.
 */
export function rewritten(
  node: Pick<ts.Node, "getStart" | "end">,
  parts: readonly (string | ts.Node)[],
  file: ts.SourceFile,
): readonly Insertion[] | null {
  const insertions: Insertion[] = [];
  let [from, pending, isWhole] = [node.getStart(file), "", true];
  const leave = (to: number): void => {
    isWhole &&= !holdsComment(file, from, to);
    if (from < to) {
      insertions.push(at(file, from, "/*"), at(file, to, `*/${pending}`));
    } else if (pending !== "") {
      insertions.push(at(file, from, pending));
    }
    pending = "";
  };
  for (const part of parts) {
    if (typeof part === "string") {
      pending += part;
    } else {
      leave(part.getStart(file));
      from = part.end;
    }
  }
  leave(node.end);
  return isWhole ? insertions : null;
}
