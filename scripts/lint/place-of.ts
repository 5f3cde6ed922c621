/** Where a report of the linter is put: at the definition it is about. */
import type { SourceSpan } from "../model/problem.ts";
import type { SourceIndex } from "../model/source-index.ts";
import type { Named, Place } from "./catalogue.ts";

/** The place of a report, by what it says; null for none. */
export type PlaceOf = (report: Place & Partial<Named>) => SourceSpan | null;

/**
 * Finds the intent, procedure or scenario that a report names; else the tool; else the file that holds them all.
 *
 * @param file name of that file, relative to the project
 */
export function placeIn(sources: SourceIndex, file: string): PlaceOf {
  return ({ subject, name = "" }) => {
    const idn = /^(?:intent|procedure|scenario) "([^"]*)"/u.exec(subject)?.[1];
    const found =
      idn === undefined
        ? sources.find({ kind: "tool", idn: name, occurrence: 0, within: null })
        : sources.find({ kind: "item", idn, occurrence: 0, within: null });
    const idnSpan = found?.values.get("idn");
    return idnSpan ?? found?.span ?? { position: { file, line: 1, column: 1 }, length: 1 };
  };
}
