/**
 * A `Date` read as the number of its milliseconds, in all files that import each other at once. A use that no number has
 * is marked, and refused by itself.
 */
import type ts from "typescript";
import type { Insertion } from "../edited-sources.ts";
import { DateReader } from "./reader.ts";
import { DateTypes } from "./types.ts";

/** What the names end with that a file is given for its dates. */
const MARK = "_of_date";

/**
 * What has to be put into each file for its dates to be numbers.
 *
 * @param internal the file of the SDK with the functions of dates
 */
export function plainDates(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
  internal: string,
): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
  const none = new Map<ts.SourceFile, readonly Insertion[]>();
  if (!files.some(({ text }) => /\bDate\b/u.test(text)) || files.some(({ text }) => text.includes(MARK))) {
    return none;
  }
  const types = new DateTypes(checker, files);
  const readers = files.map((file) => new DateReader(file, types));
  readers.forEach((reader) => {
    reader.read();
  });
  if (!readers.every(({ isReadable }) => isReadable)) {
    return none;
  }
  const found = readers.map((reader) => [reader.file, reader.insertions(internal)] as const);
  return new Map(found.filter(([, insertions]) => insertions.length > 0));
}
