/** Where the parts of functions that wait stand, when one skill holds all parts of a function. */
import { basename, dirname } from "node:path/posix";
import type { ArtifactTree } from "../model/types.ts";

/** A part: its label in frames without the fingerprint, and the line of the skill on which it begins; from 1. */
export type PartLine = readonly [label: string, line: number];

/** One way of the skill that runs parts: the labels it tells apart, and the skill it calls for them. */
const way = /\bnext\["at"\] (?:== "([^"]+)"|in \[([^\]]*)\]) %\}\s*\{% set result = (\w+)\(/gu;
const branch = /^\{% (?:el)?if at == "([^"]+)" %\}$/u;

/**
 * Reads the parts out of the scripts, as the compiler writes them: whoever runs parts says which, and in the skill each
 * but the last stands in a branch of its own.
 *
 * @returns path of a script -> its parts, in their order
 */
export function partLines(tree: ArtifactTree): ReadonlyMap<string, readonly PartLine[]> {
  const found = new Map<string, readonly PartLine[]>();
  for (const [path, text] of tree) {
    if (!path.endsWith(".nsl")) {
      continue;
    }
    for (const [, one, several = "", skill = ""] of text.matchAll(way)) {
      const labels =
        one === undefined ? [...several.matchAll(/"([^"]+)"/gu)].map(([, label = ""]) => label) : [one];
      const target = `${dirname(path)}/${skill}.nsl`;
      if (basename(target, ".nsl") !== bare(labels[0] ?? "")) {
        found.set(target, [
          ...(found.get(target) ?? []),
          ...linesOf(tree.get(target) ?? "", [...new Set(labels)]),
        ]);
      }
    }
  }
  return found;
}

const bare = (label: string): string => label.replace(/@.*$/u, "");

function linesOf(text: string, labels: readonly string[]): readonly PartLine[] {
  const lines = text.split("\n");
  const begins = new Map(
    lines.flatMap((line, index) => {
      const label = branch.exec(line)?.[1];
      return label === undefined ? [] : [[label, index + 1] as const];
    }),
  );
  // The last has no branch of its own but what is left.
  const rest = begins.size === 0 ? 1 : lines.lastIndexOf("{% else %}") + 2;
  return labels.map((label) => [bare(label), begins.get(label) ?? rest]);
}
