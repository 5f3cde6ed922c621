/** Where the parts of functions that wait stand, when one skill holds all parts of a function. */
import { dirname } from "node:path/posix";
import type { ArtifactTree } from "../model/types.ts";

/** A part: its label in frames without the fingerprint, and the line of the skill on which it begins; from 1. */
export type PartLine = readonly [label: string, line: number];

/** One way of the skill that runs parts: the labels it tells apart. */
const way = /^ *\{% (?:el)?if next\["at"\] (?:== "([^"]+)"|in \[([^\]]*)\]) %\}$/u;
/** It calls a skill for them. */
const call = /^ *\{% set result = (\w+)\(/u;
const toldApart = /\bat=next\["at"\]/u;
const branch = /^\{% (?:el)?if at == "([^"]+)" %\}$/u;

/**
 * Reads the parts out of the scripts, as the compiler writes them: whoever runs parts says which. A skill that has several
 * of them has a branch for each but the last; a part that runs often stands in the skill that runs parts.
 *
 * @returns path of a script -> its parts, in their order
 */
export function partLines(tree: ArtifactTree): ReadonlyMap<string, readonly PartLine[]> {
  const found = new Map<string, readonly PartLine[]>();
  const add = (path: string, parts: readonly PartLine[]): void => {
    found.set(path, [...(found.get(path) ?? []), ...parts]);
  };
  for (const [path, text] of tree) {
    const lines = path.endsWith(".nsl") ? text.split("\n") : [];
    for (const [index, line] of lines.entries()) {
      const [, one, several = ""] = way.exec(line) ?? [];
      const labels =
        one === undefined ? [...several.matchAll(/"([^"]+)"/gu)].map(([, label = ""]) => label) : [one];
      const [first] = labels;
      if (first !== undefined) {
        const skill = call.exec(lines[index + 1] ?? "")?.[1] ?? "";
        if (toldApart.test(lines.slice(index + 1, index + 3).join(" "))) {
          const target = `${dirname(path)}/${skill}.nsl`;
          add(target, linesOf(tree.get(target) ?? "", [...new Set(labels)]));
        } else if (skill !== bare(first)) {
          add(path, [[bare(first), index + 2]]);
        }
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
