/** Pieces put into a file around what stays of it, with functions of the SDK that the file is given for them. */
import type ts from "typescript";
import { holdsComment, type Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

/** What is put into one file; nodes are gone through from the outside. */
export class PlainPieces {
  private readonly pieces = new Pieces();
  private readonly used = new Set<string>();
  private cuts = false;

  /** @param of what the functions are of, which makes their names in the file names nobody has */
  constructor(
    private readonly file: ts.SourceFile,
    private readonly of: string,
  ) {}

  /** Would a comment of the author's become part of another one? */
  get cutsComment(): boolean {
    return this.cuts;
  }

  /** The beginning of a call of a function of the SDK. */
  call(name: string): string {
    this.used.add(name);
    return `${this.localName(name)}(`;
  }

  /** Puts texts around a node. */
  around(node: ts.Node, before: string, behind: string): void {
    this.pieces.around(node.getStart(this.file), before, node.end, behind);
  }

  /** Puts a text before a node. */
  before(node: ts.Node, text: string): void {
    this.pieces.before(node.getStart(this.file), text);
  }

  /** Puts a text behind a node. */
  behind(node: ts.Node, text: string): void {
    this.pieces.behind(node.end, text);
  }

  /** Makes a comment of what stands between two places, with something before or behind it. */
  leave(from: number, to: number, texts: { readonly before?: string; readonly behind?: string }): void {
    this.cuts ||= holdsComment(this.file, from, to);
    this.pieces.around(from, `${texts.before ?? ""}/*`, to, `*/${texts.behind ?? ""}`);
  }

  /** All of it. @param module the file that has the functions; they are imported in the first line, for every other to keep its number */
  insertions(module: string): readonly Insertion[] {
    const [first] = this.file.statements;
    if (this.used.size > 0 && first !== undefined) {
      const names = [...this.used].map((name) => `${name} as ${this.localName(name)}`).join(", ");
      this.pieces.first(first.getStart(this.file), `import { ${names} } from ${JSON.stringify(module)}; `);
    }
    return this.pieces.insertions(this.file);
  }

  private localName(name: string): string {
    return `${name}_of_${this.of}`;
  }
}
