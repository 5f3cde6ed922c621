/** Pieces of the source for messages. */
import type ts from "typescript";
import { authorsText } from "./authors-text.ts";

/** A piece of the source for a message, cut short. */
export function describe(node: ts.Node): string {
  const source = authorsText(node).split("\n", 1)[0] ?? "";
  const excerpt = source.length > 40 ? `${source.slice(0, 37)}...` : source;
  return `\`${excerpt}\``;
}
