/** What changed between two artifacts. */
import { compareText } from "../model/problem.ts";
import type { ArtifactTree } from "../model/types.ts";

/** Paths by what happened to them, each list sorted. */
export interface ArtifactDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Compares two trees file by file. */
export function diffArtifacts(before: ArtifactTree, after: ArtifactTree): ArtifactDiff {
  const old = [...before.keys()].sort(compareText);
  const young = [...after.keys()].sort(compareText);
  return {
    added: young.filter((path) => !before.has(path)),
    removed: old.filter((path) => !after.has(path)),
    changed: young.filter((path) => before.has(path) && before.get(path) !== after.get(path)),
  };
}
