/**
 * The programs that provoke each diagnostic: `<key>.ts`, `<key>.2.ts`, ... in one folder. The name of the
 * file is what is expected, a trailing `// <- here` marks where.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compareText } from "../../model/problem.ts";
import { catalogue, type DiagnosticKey } from "./catalogue.ts";

/** One program. */
export interface DiagnosticFixture {
  readonly key: DiagnosticKey;
  /** Absolute name of the file. */
  readonly file: string;
  readonly text: string;
  /** The marked line, from 1. */
  readonly line: number;
}

const MARK = "// <- here";

/** The folder of the fixtures, in the project at `root`. */
function fixtureFolder(root: string): string {
  return path.join(root, "test", "compiler", "diagnostics");
}

/**
 * Reads the fixtures of the project at `root`, sorted by key and number.
 *
 * @throws Error for a file that is named after no diagnostic, or does not mark exactly one line
 */
export function readFixtures(root: string): DiagnosticFixture[] {
  const folder = fixtureFolder(root);
  return readdirSync(folder)
    .sort(compareText)
    .map((name) => readFixture(path.join(folder, name)));
}

function readFixture(file: string): DiagnosticFixture {
  const key = /^([A-Za-z]+)(?:\.[0-9]+)?\.ts$/u.exec(path.basename(file))?.[1] ?? "";
  if (!isKey(key)) {
    throw new Error(`${path.basename(file)} is named after no diagnostic of the catalogue.`);
  }
  const text = readFileSync(file, "utf8");
  const marked = text.split("\n").flatMap((line, index) => (line.includes(MARK) ? [index + 1] : []));
  const [line] = marked;
  if (line === undefined || marked.length > 1) {
    throw new Error(`${path.basename(file)} must mark one line with \`${MARK}\`.`);
  }
  return { key, file, text, line };
}

function isKey(key: string): key is DiagnosticKey {
  return Object.hasOwn(catalogue, key);
}

/** The marked line as an author would have written it, without the mark and the indent. */
export function offendingLine(fixture: DiagnosticFixture): string {
  const line = fixture.text.split("\n")[fixture.line - 1] ?? "";
  return line.replace(MARK, "").trim();
}
