/** What an author has written, in one line: what is put into a source moves no line behind it. */
import ts from "typescript";

const K = ts.SyntaxKind;

/** Nodes that may end with their line, without a semicolon. */
const ENDED: ReadonlySet<ts.SyntaxKind> = new Set([
  K.BreakStatement,
  K.ContinueStatement,
  K.DoStatement,
  K.ExpressionStatement,
  K.IndexSignature,
  K.MethodSignature,
  K.PropertySignature,
  K.ReturnStatement,
  K.ThrowStatement,
  K.TypeAliasDeclaration,
  K.VariableStatement,
]);

/** The text of a node in one line and without comments, with nothing in its texts changed. */
export function inOneLine(node: ts.Node, file: ts.SourceFile = node.getSourceFile()): string {
  const text = node.getText(file);
  return /\n|\/[/*]/u.test(text) ? tokens(node, file) : text;
}

function tokens(node: ts.Node, file: ts.SourceFile): string {
  if (ts.isToken(node)) {
    // Only in a template does a token go over several lines.
    return node.getText(file).replaceAll(/\r?\n/gu, "\\n");
  }
  const written = node
    .getChildren(file)
    .map((child) => tokens(child, file))
    .filter((part) => part !== "")
    .join(" ");
  return ENDED.has(node.kind) && !/[;,]$/u.test(written) ? `${written};` : written;
}
