/** Sources into which marks were put before they were compiled, and where a place was before that. */
import type ts from "typescript";

/** What is put into a text, and where. */
export interface Insertion {
  readonly file: string;
  /** Position in the text as it is now. */
  readonly at: number;
  readonly text: string;
}

/** Something to put into a file. */
export function at({ fileName }: ts.SourceFile, position: number, text: string): Insertion {
  return { file: fileName, at: position, text };
}

/** Does a comment stand there that goes to the end of its line, and so cannot be put into one line with what follows? */
export function holdsComment({ text }: ts.SourceFile, from: number, to: number): boolean {
  return /(?<!\*)\/\//u.test(text.slice(from, to));
}

/** What begins a comment anew where one that stands in it ends. */
const AGAIN = "/* ";

/** The insertions, with what lets a comment go on behind comments that stand in it. */
function goingOn(text: string, insertions: readonly Insertion[]): readonly Insertion[] {
  const sorted = [...insertions].sort((a, b) => a.at - b.at);
  return sorted.flatMap((insertion, index) => {
    const ends = commentEnds(text, sorted[index - 1], insertion);
    // Of two that are put into one place the latter comes to stand first.
    return [
      ...ends.filter((end) => end < insertion.at),
      insertion,
      ...ends.filter((end) => end === insertion.at),
    ].map((part) => (typeof part === "number" ? { ...insertion, at: part, text: AGAIN } : part));
  });
}

/** Where comments end in what becomes a comment between two insertions. */
function commentEnds(text: string, opening: Insertion | undefined, closing: Insertion): readonly number[] {
  if (opening?.text.endsWith("/*") !== true || !closing.text.startsWith("*/")) {
    return [];
  }
  const inside = text.slice(opening.at, closing.at);
  return [...inside.matchAll(/\*\//gu)].map(({ index }) => opening.at + index + 2);
}

interface Mark {
  readonly at: number;
  readonly length: number;
}

/** Where a mark is once something is put before it, or into it. */
function movedBy(mark: Mark, at: number, length: number): readonly Mark[] {
  if (mark.at >= at) {
    return [{ ...mark, at: mark.at + length }];
  }
  const before = at - mark.at;
  return before >= mark.length
    ? [mark]
    : [
        { at: mark.at, length: before },
        { at: at + length, length: mark.length - before },
      ];
}

/** The texts with their marks. */
export class EditedSources {
  private readonly files = new Map<string, { text: string; marks: Mark[] }>();

  /** The texts as they are compiled, by absolute name. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.files].map(([file, { text }]) => [file, text]));
  }

  /** Puts marks into a file; `original` is its text when nothing has been put there yet. */
  insert(file: string, original: string, insertions: readonly Insertion[]): void {
    const known = this.files.get(file) ?? { text: original, marks: [] };
    let { text, marks } = known;
    for (const { at, text: added } of [...goingOn(text, insertions)].sort((a, b) => b.at - a.at)) {
      text = `${text.slice(0, at)}${added}${text.slice(at)}`;
      const moved = marks.flatMap((mark) => movedBy(mark, at, added.length));
      marks = [...moved, { at, length: added.length }];
    }
    this.files.set(file, { text, marks });
  }

  /** Takes over what was put into a file elsewhere. */
  takeOver(file: string, from: EditedSources | undefined): void {
    const known = from?.files.get(file);
    if (known !== undefined) {
      this.files.set(file, known);
    }
  }

  /** Leaves files as their author wrote them; false when they are so already. */
  forget(files: ReadonlySet<string>): boolean {
    return [...files].filter((file) => this.files.delete(file)).length > 0;
  }

  /** What the author has written from one position to another, with what became a comment there. */
  writtenBetween(file: string, from: number, to: number): string {
    const { text, marks } = this.files.get(file) ?? { text: "", marks: [] };
    const sorted = [...marks].sort((a, b) => a.at - b.at);
    const last = sorted.findIndex(({ at, length }) => at <= to && to < at + length);
    const added = ({ at, length }: Mark): string => text.slice(at, at + length);
    const isCommented = last !== -1 && text.startsWith("/*", to);
    let depth = 1;
    const closes = sorted.slice(last + 1).find((mark) => {
      depth -= added(mark).startsWith("*/") ? 1 : 0;
      const isEnd = depth === 0;
      depth += added(mark).endsWith("/*") ? 1 : 0;
      return isEnd;
    });
    const end = isCommented && closes !== undefined ? closes.at : to;
    let written = "";
    let position = from;
    for (const { at, length } of sorted.filter((mark) => mark.at < end && mark.at + mark.length > from)) {
      written += text.slice(position, Math.max(position, at));
      position = at + length;
    }
    return written + text.slice(position, Math.max(position, end));
  }

  /** Was what stands at a position put there? */
  isInserted(file: string, position: number): boolean {
    const marks = this.files.get(file)?.marks ?? [];
    return marks.some(({ at, length }) => at <= position && position < at + length);
  }

  /** How many characters before a position, from another on, the author has not written. */
  insertedBetween(file: string, from: number, to: number): number {
    const marks = this.files.get(file)?.marks ?? [];
    return marks
      .filter((mark) => mark.at >= from && mark.at < to)
      .reduce((sum, mark) => sum + Math.min(mark.length, to - mark.at), 0);
  }
}
