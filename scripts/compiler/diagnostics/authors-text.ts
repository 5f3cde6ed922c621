/** What an author has written, of a source into which something was put before it was compiled. */
import type ts from "typescript";

/** Reads a file with edits. */
interface Reader {
  readonly written: (from: number, to: number) => string;
  readonly isInserted: (position: number) => boolean;
}

/** How files with edits are read; a file that is not here is as its author left it. */
const readers = new WeakMap<ts.SourceFile, Reader>();

/** Has messages about a file quote what its author wrote. */
export function quoteAuthor(file: ts.SourceFile, reader: Reader): void {
  readers.set(file, reader);
}

/** The text of a node as its author wrote it. */
export function authorsText(node: ts.Node): string {
  const file = node.getSourceFile();
  const written = readers.get(file)?.written(node.getStart(file), node.end).trim() ?? "";
  return written === "" ? node.getText(file) : written;
}

/** Does the node begin with what its author wrote? */
export function isAuthors(node: ts.Node): boolean {
  const file = node.getSourceFile();
  return readers.get(file)?.isInserted(node.getStart(file)) !== true;
}
