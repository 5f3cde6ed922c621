/** @module The optimiser: stands between the skills of a flow and the printer, one pass a file. */
import type { Skill } from "../nsl/ast.ts";
import { reachable } from "./calls.ts";
import { foldParts } from "./fold-parts.ts";
import { groupParts } from "./group-parts.ts";
import { inlineHelpers } from "./inline-helpers.ts";
import { tidyNames, tidyWithout } from "./tidy.ts";

/** The passes over a flow in the order in which they are made, and those over what each of them leaves. */
export const passNames = ["inlineHelpers", "foldParts", "groupParts", ...tidyNames] as const;

/** The name of a pass. */
export type PassName = (typeof passNames)[number];

/** All of them, for who wants to see each function as a skill of its own. */
export const allPasses: ReadonlySet<PassName> = new Set(passNames);

/** The skills of a flow and the ones that something outside of them starts. */
export interface FlowTree {
  readonly skills: ReadonlyMap<string, Skill>;
  readonly roots: readonly string[];
  /** Skills that must stay skills: what they print is read while they run. */
  readonly kept: ReadonlySet<string>;
  /** The skill that runs parts of functions one after the other. */
  readonly driver: string;
}

/**
 * The skills of a flow, fewer and lighter, that do the same.
 *
 * @param off passes that are left out
 */
export function optimise(flow: FlowTree, off: ReadonlySet<PassName> = new Set()): readonly Skill[] {
  const tidy = tidyWithout(off);
  let skills = flow.skills;
  const pass = (name: PassName, run: (before: FlowTree) => ReadonlyMap<string, Skill>): void => {
    if (!off.has(name)) {
      skills = reachable(run({ ...flow, skills }), flow.roots);
    }
  };
  pass("inlineHelpers", (before) => inlineHelpers(before.skills, before.kept, "", tidy));
  pass("foldParts", (before) => foldParts(before.skills, before.driver, tidy));
  pass("inlineHelpers", (before) => inlineHelpers(before.skills, before.kept, before.driver, tidy));
  pass("groupParts", (before) => groupParts(before.skills));
  return [...skills.values()];
}
