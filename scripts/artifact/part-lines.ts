/** Where the parts of functions that wait stand: in a skill of their own, of their function, or of all that runs often. */
import { dirname } from "node:path/posix";
import type { ArtifactTree } from "../model/types.ts";

/** A part: its label in frames without the fingerprint, and the line of the skill on which it begins; from 1. */
export type PartLine = readonly [label: string, line: number];

/** Where the skill that runs parts says which is next, or takes a name for that. */
const next = String.raw`next\["at"\]`;
const named = new RegExp(String.raw`^ *\{% set (\w+) = ${next} %\}$`, "mu");

/** One way of the skill that runs parts: the labels it tells apart. */
const wayBy = (at: string): RegExp =>
  new RegExp(String.raw`^ *\{% (?:el)?if ${at} (?:== "([^"]+)"|in \[([^\]]*)\]) %\}$`, "u");
/** It calls a skill for them. */
const call = /^ *\{% set result = (\w+)\(/u;
const branch = /^ *\{% (?:el)?if at == "([^"]+)" %\}$/u;

/**
 * Reads the parts out of the scripts, as the compiler writes them: whoever runs parts says which. A skill that has several
 * of them has a branch for each but the last; one that has one only begins with the texts it has names for; a part that
 * runs often stands in the skill that runs parts.
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
    const at = named.exec(text)?.[1] ?? next;
    const way = wayBy(at);
    const toldApart = new RegExp(String.raw`\bat=${at}(?!\w)`, "u");
    const told = new Set<string>();
    for (const [index, line] of lines.entries()) {
      const [, one, several = ""] = way.exec(line) ?? [];
      const all =
        one === undefined ? [...several.matchAll(/"([^"]+)"/gu)].map(([, label = ""]) => label) : [one];
      // The first way of a label is the one that is taken.
      const labels = all.filter((label) => !told.has(label));
      labels.forEach((label) => told.add(label));
      const [first] = labels;
      if (first !== undefined) {
        const skill = call.exec(lines[index + 1] ?? "")?.[1] ?? "";
        const target = `${dirname(path)}/${skill}.nsl`;
        if (toldApart.test(lines.slice(index + 1, index + 3).join(" "))) {
          add(target, linesOf(tree.get(target) ?? "", labels));
        } else if (skill === bare(first)) {
          add(target, [[skill, firstLineOf(tree.get(target) ?? "")]]);
        } else {
          add(path, [[bare(first), index + 2 + takenBack(lines.slice(index + 1), way)]]);
        }
      }
    }
  }
  return found;
}

/** How many lines of a part come before the one in which it takes its locals back: what it knows from elsewhere. */
function takenBack(lines: readonly string[], way: RegExp): number {
  const end = lines.findIndex((line) => way.test(line));
  const part = end < 0 ? lines : lines.slice(0, end);
  return Math.max(
    part.findIndex((line) => /= (?:json\.loads\((?:up|vars)\)|next\["(?:up|vars)"\]) %\}$/u.test(line)),
    0,
  );
}

/** The line after the texts that a skill has names for. */
function firstLineOf(text: string): number {
  return text.split("\n").findIndex((line) => !/^\{% set \w+ = "[^\n]*" %\}$/u.test(line)) + 1;
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
