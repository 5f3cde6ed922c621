/** Lists in brackets that lose a part, and functions that are copied with their edits. */
import ts from "typescript";
import { inOneLine } from "../../../analysis/one-line.ts";
import { editedText, type TextEdit } from "../../text-edits.ts";

/** A copy of a function with the edits, in one line. */
export function copyOf(node: ts.FunctionDeclaration, edits: readonly TextEdit[]): string {
  const file = node.getSourceFile();
  const text = editedText(file, node.getStart(file), node.end, edits);
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
