/** What is read in place of what stands in a file, also of a part of it that is moved. */
import type ts from "typescript";
import { holdsComment, type Insertion } from "../edited-sources.ts";
import { Pieces } from "../pieces.ts";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Collects the edits of one file, those around others before these. */
export class Edits {
  private readonly all: Edit[] = [];

  constructor(private readonly file: ts.SourceFile) {}

  /** Has another text be read in place of what stands there. */
  replace(from: number, to: number, text: string): void {
    this.all.push({ from, to, text });
  }

  /** Puts a text before what stands there. */
  before(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Puts a text before all that is put before what stands there. */
  first(at: number, text: string): void {
    this.all.unshift({ from: at, to: at, text });
  }

  /** Would a comment of the author's become part of another one? */
  get cutsComment(): boolean {
    return this.all.some(({ from, to }) => holdsComment(this.file, from, to));
  }

  /** A part of the file as it is read. */
  textOf(node: ts.Node): string {
    let [text, position] = ["", node.getStart(this.file)];
    const inside = this.all.filter(({ from, to }) => from >= position && to <= node.end);
    for (const edit of [...inside].sort((a, b) => a.from - b.from)) {
      text += this.file.text.slice(position, edit.from) + edit.text;
      position = edit.to;
    }
    return inOneLine(text + this.file.text.slice(position, node.end));
  }

  /** All of it. */
  insertions(): readonly Insertion[] {
    const pieces = new Pieces();
    for (const { from, to, text } of this.all) {
      if (from === to) {
        pieces.before(from, text);
      } else {
        pieces.instead(from, to, text);
      }
    }
    return pieces.insertions(this.file);
  }
}

/** The text without line breaks, for every other line to keep its number. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, " ");
}
