/**
 * Pass `reuse-names`: `text_7` is called `text` where no value of that name is read any more. Templates look up every name
 * that only some ways set before they take one of them, in a loop for each turn.
 */
import { safeName } from "../context/names.ts";
import type { Skill, Statement } from "../nsl/ast.ts";
import { overlaps } from "./live-names.ts";
import { namesIn, rename } from "./names.ts";
import { definedBy, eachExpression, eachStatement } from "./tree.ts";

/** What a name says, and the number behind it. */
const NUMBERED = /^(.*?)(?:_(\d+))?$/su;

/** Gives variables that never hold a value at the same time the same name, if they differ by a number only. */
export function reuseNames(skill: Skill): Skill {
  const free = changeableNames(skill);
  const taken = namesIn(skill.body);
  skill.parameters.forEach(({ name }) => taken.add(name));
  free.forEach((_, name) => taken.delete(name));
  const apart = overlaps(skill.body, free);
  const given = new Map<string, string>();
  const holders = new Map<string, string[]>();
  for (const name of [...free.keys()].sort((one, other) => numberOf(one) - numberOf(other))) {
    const others = apart.get(name) ?? new Set();
    const stem = free.get(name) ?? name;
    const chosen = freeName(stem, taken, (candidate) =>
      // Of variables that say something else nobody has looked whether they overlap.
      (holders.get(candidate) ?? []).every((holder) => free.get(holder) === stem && !others.has(holder)),
    );
    holders.set(chosen, [...(holders.get(chosen) ?? []), name]);
    given.set(name, chosen);
  }
  const changed = new Map([...given].filter(([name, chosen]) => name !== chosen));
  return changed.size === 0 ? skill : { ...skill, body: rename(skill.body, changed) };
}

/** The variables of a skill that may have other names, each with what its name says. A box is no variable. */
export function changeableNames({ parameters, body }: Skill): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  eachStatement(body, (statement) => {
    definedBy(statement).forEach((name) => found.set(name, stemOf(name)));
  });
  const boxes = boxesOf(body);
  [...parameters.map(({ name }) => name), ...boxes, "_"].forEach((name) => found.delete(name));
  return found;
}

function boxesOf(body: readonly Statement[]): ReadonlySet<string> {
  const boxes = new Set<string>();
  eachStatement(body, (statement) => {
    if (statement.kind === "box" || statement.kind === "put") {
      boxes.add(statement.name);
    }
  });
  eachExpression(body, (part) => {
    if (part.kind === "held") {
      boxes.add(part.name);
    }
  });
  return boxes;
}

/**
 * The name with the smallest number that is not taken and may be given. What ends in `_` is no word of the platform: it got
 * its end for not being one.
 */
function freeName(stem: string, taken: ReadonlySet<string>, isFree: (candidate: string) => boolean): string {
  const isSafe = (candidate: string): boolean => stem.endsWith("_") || safeName(candidate) === candidate;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? stem : `${stem}_${String(count)}`;
    if (!taken.has(candidate) && isSafe(candidate) && isFree(candidate)) {
      return candidate;
    }
  }
}

function stemOf(name: string): string {
  return NUMBERED.exec(name)?.[1] ?? name;
}

function numberOf(name: string): number {
  return Number(NUMBERED.exec(name)?.[2] ?? 1);
}
