/** What an author has written, in one line: what is put into a source moves no line behind it. */
import ts from "typescript";
import { contains } from "./walk.ts";

const K = ts.SyntaxKind;

/** Members of types that may end with their line, without a semicolon; statements have got theirs before. */
const ENDED: ReadonlySet<ts.SyntaxKind> = new Set([K.IndexSignature, K.MethodSignature, K.PropertySignature]);

/**
 * The text of a node in one line and without comments, with nothing in its texts changed.
 *
 * @param replaced what is read in place of parts of it
 */
export function inOneLine(
  node: ts.Node,
  file: ts.SourceFile = node.getSourceFile(),
  replaced: ReadonlyMap<ts.Node, string> = new Map(),
): string {
  const other = replaced.get(node);
  if (other !== undefined) {
    return other;
  }
  const text = node.getText(file);
  const isAsWritten = !/\n|\/[/*]/u.test(text) && ![...replaced.keys()].some((part) => contains(node, part));
  const written = isAsWritten ? text : tokens(node, file, replaced);
  return ENDED.has(node.kind) && !/[;,]$/u.test(written) ? `${written};` : written;
}

function tokens(node: ts.Node, file: ts.SourceFile, replaced: ReadonlyMap<ts.Node, string>): string {
  if (ts.isToken(node)) {
    // In a template a line goes on as one, and in any text behind a backslash.
    return node
      .getText(file)
      .replaceAll(/\\(?:\r?\n|[^])/gu, (escaped) => (escaped.endsWith("\n") ? "" : escaped))
      .replaceAll(/\r?\n/gu, "\\n");
  }
  return node
    .getChildren(file)
    .map((child) => inOneLine(child, file, replaced))
    .filter((part) => part !== "")
    .join(isJoined(node) ? "" : " ");
}

/** Is it `list.length`, which is asked for by its text? `5 .toFixed()` keeps its space. */
function isJoined(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && !ts.isNumericLiteral(node.expression);
}
