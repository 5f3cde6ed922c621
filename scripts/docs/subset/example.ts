/** The examples of the language page: small programs that say in their first comment how they are run. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProgramInput } from "../../sandbox/program/index.ts";

/** A program with what the page tells of it. */
export interface Example {
  readonly name: string;
  /** Absolute file name. */
  readonly file: string;
  readonly title: string;
  /** Markdown, one paragraph. */
  readonly text: string;
  /** The runs given by `@run` lines, each the JSON of a program's input. */
  readonly runs: readonly ProgramInput[];
  /** The program without its first comment. */
  readonly source: string;
  readonly isAsync: boolean;
}

/** Folder of the page's examples, relative to the root of the project. */
export const examplesFolder = "docs/examples/subset";

/**
 * Reads an example.
 *
 * @param folder absolute name of the folder it is in
 * @throws Error when its comment has no title, no text or no run
 */
export function readExample(folder: string, name: string): Example {
  const file = join(folder, `${name}.ts`);
  const whole = readFileSync(file, "utf8");
  const [comment = "", body = ""] = /^\/\*\*\n((?: \*.*\n)*?) \*\/\n/u.exec(whole) ?? [];
  const lines = body.split("\n").map((line) => line.replace(/^ \* ?/u, ""));
  const [title = "", ...rest] = lines.filter((line) => line !== "" && !line.startsWith("@"));
  const runs = lines.filter((line) => line.startsWith("@run "));
  if (title === "" || rest.length === 0 || runs.length === 0) {
    throw new Error(`${file} must begin with a comment that gives a title, a text and an @run.`);
  }
  const source = whole.slice(comment.length).trim();
  return {
    ...{ name, file, title, text: rest.join(" "), source },
    runs: runs.map((line) => JSON.parse(line.slice("@run ".length)) as ProgramInput),
    isAsync: source.includes("export async function main("),
  };
}
