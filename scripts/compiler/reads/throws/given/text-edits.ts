/** What is read in place of parts of a function: in the file itself, or in a copy of the function. */
import ts from "typescript";
import { inOneLine } from "../../../analysis/one-line.ts";
import type { Insertion } from "../../edited-sources.ts";
import { Pieces } from "../../pieces.ts";

/** What stands in place of the text between two positions; where these are one, it is put there. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The edits in the file itself, where what is not read any more becomes a comment. */
export function insertionsOf(edits: readonly TextEdit[], file: ts.SourceFile): readonly Insertion[] {
  const pieces = new Pieces();
  for (const { from, to, text } of edits) {
    if (from === to) {
      pieces.before(from, text);
    } else {
      pieces.instead(from, to, text);
    }
  }
  return pieces.insertions(file);
}

/** A copy of a function with the edits, in one line. */
export function copyOf(node: ts.FunctionDeclaration, edits: readonly TextEdit[]): string {
  const file = node.getSourceFile();
  let from = node.getStart(file);
  let text = "";
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    text += file.text.slice(from, edit.from) + edit.text;
    from = edit.to;
  }
  text += file.text.slice(from, node.end);
  const copy = ts.createSourceFile("copy.ts", text, ts.ScriptTarget.Latest, true);
  return copy.statements.map((statement) => inOneLine(statement, copy)).join(" ");
}

/** Takes one out of what stands between brackets, with its comma, and puts others before the first. */
export function listEdits(
  list: ts.NodeArray<ts.Node>,
  index: number,
  added: readonly string[],
  file: ts.SourceFile,
): readonly TextEdit[] {
  const [part, before, behind] = [list[index], list[index - 1], list[index + 1]];
  const put = added.join(", ");
  if (part === undefined) {
    return [];
  }
  if (behind !== undefined) {
    return [
      { from: list.pos, to: list.pos, text: put === "" ? "" : `${put}, ` },
      { from: part.getStart(file), to: behind.getStart(file), text: "" },
    ];
  }
  const to = closing(list, file);
  return before === undefined
    ? [{ from: list.pos, to, text: put }]
    : [
        { from: list.pos, to: list.pos, text: put === "" ? "" : `${put}, ` },
        { from: before.end, to, text: "" },
      ];
}

/** Where the bracket stands that ends a list, behind comments and a comma. */
function closing(list: ts.NodeArray<ts.Node>, file: ts.SourceFile): number {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, undefined, file.text, undefined, list.end);
  const isComma = scanner.scan() === ts.SyntaxKind.CommaToken;
  if (isComma) {
    scanner.scan();
  }
  return scanner.getTokenStart();
}
