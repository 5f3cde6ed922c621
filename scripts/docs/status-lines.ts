/** What the set-up status can say, explained line by line, and held against what the sources write. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { sourceTexts, type SourceText } from "./source-texts.ts";

/** The file with the explanations, relative to the project. */
export const statusLinesFile = "docs/status-lines.yaml";

/** A line, or a further part of one, which begins with `; ` or `, `. `<...>` stands for what differs. */
interface StatusLine {
  readonly line: string;
  readonly means: string;
  readonly do: string;
}

/** The lines in the order in which they are read, in groups. */
export interface StatusLines {
  /** Where the sources write the status, and files there that do not. */
  readonly sources: readonly string[];
  readonly except: readonly string[];
  readonly groups: readonly { readonly title: string; readonly lines: readonly StatusLine[] }[];
}

/**
 * The explanations of a project.
 *
 * @throws Error when the file is no such list
 */
export function readStatusLines(root: string): StatusLines {
  const read = parse(readFileSync(join(root, statusLinesFile), "utf8")) as StatusLines;
  for (const { title, lines } of read.groups) {
    for (const entry of lines) {
      if (![entry.line, entry.means, entry.do].every((text) => typeof text === "string" && text !== "")) {
        throw new Error(`${statusLinesFile}, "${title}": each entry needs texts for line, means and do.`);
      }
    }
  }
  return read;
}

/** What is wrong between explanations and sources, one message each. */
export function statusFaults(root: string, { sources, except, groups }: StatusLines): readonly string[] {
  const texts = sourceTexts(root, sources, except);
  const lines = groups.flatMap((group) => group.lines.map(({ line }) => line));
  const unexplained = texts
    .filter((text) => isSentence(text) && !lines.some((line) => pattern(text, false).test(line)))
    .map(({ place, chunks }) => `${place} writes "${chunks.join("<...>")}", which is not explained`);
  const unwritten = lines
    .filter((line) => !texts.some((text) => isTelling(text) && pattern(text, true).test(withoutJoint(line))))
    .map((line) => `no source writes "${line}"`);
  return [...unexplained, ...unwritten];
}

/** The lines of a status that no entry explains. */
export function unexplainedLines(status: string, { groups }: StatusLines): readonly string[] {
  const entries = groups.flatMap((group) => group.lines.map(({ line }) => line));
  const isPart = (line: string): boolean => /^[;,] /u.test(line);
  const either = (lines: readonly string[]): string => lines.map(shownPattern).join("|");
  const heads = either(entries.filter((line) => !isPart(line)));
  const parts = either(entries.filter(isPart));
  const whole = new RegExp(`^(?:${heads})(?:${parts})*$`, "u");
  return status.split("\n").filter((line) => !whole.test(line));
}

/** Two words and a blank: a name or a mark is none. */
function isSentence({ chunks }: SourceText): boolean {
  return (
    chunks.some((chunk) => /\p{L}.* .*\p{L}|\p{L}{2,} $|^ \p{L}{2,}/u.test(chunk)) && wordCount(chunks) > 1
  );
}

/** A text that can be told from others: it has a sentence, or begins with a word of its own. */
function isTelling(text: SourceText): boolean {
  return isSentence(text) || /^\p{Lu}\p{L}+:/u.test(text.chunks[0] ?? "");
}

function wordCount(chunks: readonly string[]): number {
  return chunks.join(" ").match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** `; ` in front of a part, which is put in where the parts are joined. */
function withoutJoint(line: string): string {
  return line.replace(/^; /u, "");
}

function pattern({ chunks }: SourceText, whole: boolean): RegExp {
  const inner = chunks.map((chunk) => escaped(whole ? withoutJoint(chunk) : chunk)).join(".*?");
  // A sentence that goes on otherwise is another one.
  return new RegExp(whole ? `^${inner}$` : `${inner}(?:$|[.;)]| [<(])`, "u");
}

function shownPattern(line: string): string {
  return line
    .split(/<[^>]+>/u)
    .map(escaped)
    .join(".+?");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
