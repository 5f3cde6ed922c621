/** Collects the compiler's diagnostics as problems with a position. */
import ts from "typescript";
import type { Problem } from "../../model/types.ts";
import { catalogue, type DiagnosticKey } from "./catalogue.ts";
import { typescriptAdvice } from "./library-advice.ts";

/** What tells how many characters between two positions of a file the author has not written. */
interface Edits {
  insertedBetween(file: string, from: number, to: number): number;
}

/** Where diagnostics go. All are kept, so that an author sees every problem of a build at once. */
export class Reporter {
  private readonly found: Problem[] = [];
  private readonly seen = new Set<string>();
  /** What was put into the sources before they were parsed: no place is told by it. */
  edits: Edits | null = null;

  /** Where, of what kind, nothing is reported: what would only follow from an error that is known. */
  follows: (node: ts.Node, code: number) => boolean = () => false;

  /** @param relative makes a file name relative to the project root, with `/` */
  constructor(private readonly relative: (fileName: string) => string) {}

  /** Every problem reported so far, each once, in source order. */
  get problems(): readonly Problem[] {
    return [...this.found].sort(
      (a, b) =>
        compare(a.position?.file ?? "", b.position?.file ?? "") ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
        compare(a.code, b.code),
    );
  }

  /** Reports a catalogue entry at a node; `details` fill `{0}`, `{1}`. */
  at(node: ts.Node, key: DiagnosticKey, ...details: readonly string[]): void {
    if (this.follows(node, catalogue[key].code)) {
      return;
    }
    const file = node.getSourceFile();
    const start = node.getStart(file);
    this.add(key, file, start, node.getEnd() - start, details);
  }

  /** Reports what a file as a whole lacks, at its first line of code. */
  ofFile(file: ts.SourceFile | undefined, key: DiagnosticKey, ...details: readonly string[]): void {
    if (file === undefined) {
      this.global(key, ...details);
    } else {
      this.add(key, file, file.getStart(file), 1, details);
    }
  }

  /** Reports a place of a text that cannot be parsed. */
  ofText(
    fileName: string,
    text: string,
    { start, length }: { readonly start: number; readonly length: number },
    key: DiagnosticKey,
    ...details: readonly string[]
  ): void {
    const before = text.slice(0, start).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    this.push(key, { file: this.relative(fileName), line: before.length, column }, length, details);
  }

  /** Reports a problem that has no place in a file. */
  global(key: DiagnosticKey, ...details: readonly string[]): void {
    this.push(key, null, 0, details);
  }

  /** Reports an error TypeScript itself found. */
  typescript(diagnostic: ts.Diagnostic): void {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    const details = [`${message} (TS${String(diagnostic.code)})`, typescriptAdvice(diagnostic)];
    if (diagnostic.file === undefined || diagnostic.start === undefined) {
      this.push("typescript", null, 0, details);
    } else {
      this.add("typescript", diagnostic.file, diagnostic.start, diagnostic.length ?? 1, details);
    }
  }

  /** Reports a comment that hides errors. */
  comment(file: ts.SourceFile, start: number, text: string): void {
    this.add("suppression", file, start, text.length, [text]);
  }

  private add(
    key: DiagnosticKey,
    file: ts.SourceFile,
    start: number,
    length: number,
    details: readonly string[],
  ): void {
    const place = file.getLineAndCharacterOfPosition(start);
    const inserted = (from: number, to: number): number =>
      this.edits?.insertedBetween(file.fileName, from, to) ?? 0;
    const position = {
      file: this.relative(file.fileName),
      line: place.line + 1,
      column: place.character + 1 - inserted(start - place.character, start),
    };
    this.push(key, position, length - inserted(start, start + length), details);
  }

  private push(
    key: DiagnosticKey,
    position: Problem["position"],
    length: number,
    details: readonly string[],
  ): void {
    const { code, name, message, advice } = catalogue[key];
    const fill = (text: string): string =>
      text.replace(DETAIL, (_mark, index: string, usual = "") => nonEmpty(details[Number(index)]) ?? usual);
    const problem: Problem = {
      code: `NSL${String(code)}`,
      name,
      severity: "error",
      message: fill(message),
      advice: fill(advice),
      position,
      length,
    };
    const identity = JSON.stringify([problem.code, position, problem.message]);
    if (!this.seen.has(identity)) {
      this.seen.add(identity);
      this.found.push(problem);
    }
  }
}

/** A place for a detail in a text of the catalogue: `{0}`, or `{0|what stands there when none is given}`. */
export const DETAIL = /\{(\d)(?:\|([^{}]*))?\}/g;

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
