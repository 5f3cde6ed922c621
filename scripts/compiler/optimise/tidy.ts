/** The passes over one skill at a time: what is left over where skills were put together is taken out. */
import type { Skill, Statement } from "../nsl/ast.ts";
import { copies } from "./copies.ts";
import { jsonPairs } from "./json-pairs.ts";
import { knownValues } from "./known-values.ts";

/** The names of the passes over one skill. */
export const tidyNames = ["jsonPairs", "knownValues", "copies", "entries"] as const;

/** The name of a pass over one skill. */
type TidyName = (typeof tidyNames)[number];

/** The passes over one skill that are switched on. */
export interface Tidy {
  /** Values that are written as JSON and read again at once, and what is known from the text alone. */
  readonly block: (block: readonly Statement[]) => readonly Statement[];
  /** Second names, values nobody reads, and entries of records that are only written down and read. */
  readonly skill: (skill: Skill) => Skill;
}

/** The passes but those that are left out. @param off the names of passes, of those over a whole flow as well */
export function tidyWithout(off: ReadonlySet<string>): Tidy {
  const isOn = (name: TidyName): boolean => !off.has(name);
  const pairs = isOn("jsonPairs") ? jsonPairs : same;
  const known = isOn("knownValues") ? knownValues : same;
  const which = { copies: isOn("copies"), entries: isOn("entries") };
  const block: Tidy["block"] = (statements) => known(pairs(statements));
  return {
    block,
    skill: (skill) => {
      const once = copies(skill, which);
      // What stands in the place of a name may be known where the name was not.
      return copies({ ...once, body: block(once.body) }, which);
    },
  };
}

function same(block: readonly Statement[]): readonly Statement[] {
  return block;
}
