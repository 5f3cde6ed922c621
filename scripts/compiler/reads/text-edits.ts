/** What is read in place of parts of a file: in the file itself, or in a text that is moved. */
import type ts from "typescript";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

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

/** A part of a file with its edits, which are in it. */
export function editedText(
  file: ts.SourceFile,
  from: number,
  to: number,
  edits: readonly TextEdit[],
): string {
  let [text, position] = ["", from];
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    text += file.text.slice(position, edit.from) + edit.text;
    position = edit.to;
  }
  return text + file.text.slice(position, to);
}
