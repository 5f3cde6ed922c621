/** Pieces put into a file around what stays of it, with functions of the SDK that the file is given for them. */
import type ts from "typescript";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

/** What is put at one position: what ends there, from the inside, before what begins there, from the outside. */
interface AtOne {
  readonly ends: string[];
  readonly starts: string[];
}

/** What is put into one file; nodes are gone through from the inside. */
export class Pieces {
  private readonly pieces = new Map<number, AtOne>();
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

  /** Makes a comment of what stands between two places, with something before or behind it. */
  leave(from: number, to: number, texts: { readonly before?: string; readonly behind?: string }): void {
    this.cuts ||= holdsComment(this.file, from, to);
    this.put(from, `${texts.before ?? ""}/*`, "start");
    this.put(to, `*/${texts.behind ?? ""}`, "end");
  }

  /** Puts a text where a node begins, or where it ends. */
  put(position: number, text: string, kind: "start" | "end"): void {
    const { ends, starts } = this.pieces.get(position) ?? { ends: [], starts: [] };
    this.pieces.set(
      position,
      kind === "end" ? { ends: [...ends, text], starts } : { ends, starts: [text, ...starts] },
    );
  }

  /** All of it. @param module the file that has the functions; they are imported in the first line, for every other to keep its number */
  insertions(module: string): readonly Insertion[] {
    const [first] = this.file.statements;
    if (this.used.size > 0 && first !== undefined) {
      const names = [...this.used].map((name) => `${name} as ${this.localName(name)}`).join(", ");
      this.put(first.getStart(this.file), `import { ${names} } from ${JSON.stringify(module)}; `, "start");
    }
    return [...this.pieces].map(([position, { ends, starts }]) =>
      at(this.file, position, [...ends, ...starts].join("")),
    );
  }

  private localName(name: string): string {
    return `${name}_of_${this.of}`;
  }
}
