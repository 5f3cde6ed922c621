/** The default scenarios as a block between markers inside an instruction that belongs to the user. */

import { instructionMarkers } from "../domain/instruction-lists.ts";

/** The instruction with and without the block. */
export interface PlannedBlock {
  /** The instruction as it should be. */
  readonly text: string;
  /** What stands between the markers as far as the module has written it, "" when nothing. */
  readonly written: string;
  /** Why it is left as it is: the user has edited or deleted it. */
  readonly because: "" | "edited" | "deleted";
}

/**
 * Adds, brings up to date or takes out the block; what the user has edited or deleted stays so, and
 * everything around the markers keeps every byte.
 *
 * @param wanted what should stand between the markers, "" for no block
 * @param known what the module wrote there last, "" when nothing
 */
export function planBlock(stored: string, wanted: string, known: string): PlannedBlock {
  const start = stored.indexOf(instructionMarkers.begin);
  const inside = start < 0 ? "" : stored.slice(start + instructionMarkers.begin.length);
  const end = inside.indexOf(instructionMarkers.end);
  if (start < 0 && end < 0 && !stored.includes(instructionMarkers.end)) {
    if (known !== "") {
      return { text: stored, written: known, because: "deleted" };
    }
    const gap = stored.trim() === "" ? "" : "\n\n";
    return wanted === ""
      ? { text: stored, written: "", because: "" }
      : {
          text: `${stored}${gap}${instructionMarkers.begin}${wanted}${instructionMarkers.end}`,
          written: wanted,
          because: "",
        };
  }
  const current = end < 0 ? "" : inside.slice(0, end);
  const before = start < 0 ? stored : stored.slice(0, start);
  const after = end < 0 ? "" : inside.slice(end + instructionMarkers.end.length);
  const untouched = end >= 0 && (current === known || current === wanted);
  if (!untouched || after.includes(instructionMarkers.begin) || current === "") {
    return { text: stored, written: known !== "" ? known : wanted, because: "edited" };
  }
  if (wanted !== "") {
    return {
      text: `${before}${instructionMarkers.begin}${wanted}${instructionMarkers.end}${after}`,
      written: wanted,
      because: "",
    };
  }
  const user = before.endsWith("\n\n") ? before.slice(0, before.length - 2) : before;
  return { text: `${user}${after}`, written: "", because: "" };
}

/** The instruction without the block, whatever stands in it. */
export function outsideBlock(stored: string): string {
  const start = stored.indexOf(instructionMarkers.begin);
  const end = stored.indexOf(instructionMarkers.end);
  return start < 0 || end < start
    ? stored
    : `${stored.slice(0, start)}${stored.slice(end + instructionMarkers.end.length)}`;
}
