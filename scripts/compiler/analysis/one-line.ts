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

/**
 * The text of a node in one line and without comments, with nothing in its texts changed.
 *
 * @param instead what is written in place of a node in it; undefined for what stays
 */
export function inOneLine(
  node: ts.Node,
  file: ts.SourceFile = node.getSourceFile(),
  instead?: (part: ts.Node) => string | undefined,
): string {
  const text = node.getText(file);
  return instead !== undefined || /\n|\/[/*]/u.test(text) ? tokens(node, file, instead) : text;
}

function tokens(node: ts.Node, file: ts.SourceFile, instead?: (part: ts.Node) => string | undefined): string {
  const other = instead?.(node);
  if (other !== undefined) {
    return other;
  }
  if (ts.isToken(node)) {
    // Only in a template does a token go over several lines.
    return node.getText(file).replaceAll(/\r?\n/gu, "\\n");
  }
  const written = node
    .getChildren(file)
    .map((child) => tokens(child, file, instead))
    .filter((part) => part !== "")
    .join(isJoined(node) ? "" : " ");
  return ENDED.has(node.kind) && !/[;,]$/u.test(written) ? `${written};` : written;
}

/** Is it `list.length`, which is asked for by its text? `5 .toFixed()` keeps its space. */
function isJoined(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && !ts.isNumericLiteral(node.expression);
}
