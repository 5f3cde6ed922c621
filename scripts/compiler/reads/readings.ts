/** What a build made of its sources, for the next one to take over what has not changed since. */
import ts from "typescript";
import type { EditedSources } from "./edited-sources.ts";

/** Names of the functions that the platform calls, by absolute name of the file. */
export type Entries = ReadonlyMap<string, ReadonlySet<string>>;

/** Texts of files as they were written, by absolute name. */
type Texts = ReadonlyMap<string, string>;

/** Files that import each other, and what they were read from. */
export interface Reading {
  readonly texts: Texts;
  readonly entries: string;
}

/** What is to be read of files that import each other. */
export function readingOf(texts: Texts, entries: Entries): Reading {
  const named = [...texts.keys()].map((file) => [...(entries.get(file) ?? [])]);
  return { texts, entries: JSON.stringify(named) };
}

/** Is the reading one of these files and of no others? */
export function isOf(reading: Reading | undefined, files: ReadonlySet<string>): reading is Reading {
  return reading?.texts.size === files.size && [...files].every((file) => reading.texts.has(file));
}

/** The sources of a build as they were read. */
export class Readings {
  /**
   * @param edits what was put into the files
   * @param all what has been read
   * @param common the texts that everything was read with
   */
  constructor(
    readonly edits: EditedSources,
    private readonly all: readonly Reading[],
    private readonly common: Texts,
  ) {}

  /** The readings that would be the same again, by the name of each of their files. */
  unchanged(overlay: Texts | undefined, entries: Entries): ReadonlyMap<string, Reading> {
    const isSame = (texts: Texts): boolean =>
      [...texts].every(([file, text]) => (overlay?.get(file) ?? ts.sys.readFile(file)) === text);
    const same = isSame(this.common)
      ? this.all.filter(
          (reading) => reading.entries === readingOf(reading.texts, entries).entries && isSame(reading.texts),
        )
      : [];
    return new Map(
      same.flatMap((reading) => [...reading.texts.keys()].map((file) => [file, reading] as const)),
    );
  }
}
