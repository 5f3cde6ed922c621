/** @module The optimiser: stands between the skills of a flow and the printer, one pass a file. */
import type { Skill } from "../nsl/ast.ts";
import { type SiteCounts, withCounters, withCounts } from "./call-sites.ts";
import { reachable, recurring } from "./calls.ts";
import { driverState } from "./driver-state.ts";
import { foldParts } from "./fold-parts.ts";
import { groupParts } from "./group-parts.ts";
import { inlineHelpers } from "./inline-helpers.ts";
import type { PlanLimits } from "./inline-plan.ts";
import { joinNames } from "./join-names.ts";
import { kinds } from "./kinds.ts";
import { reuseNames } from "./reuse-names.ts";
import { shareTexts } from "./share-texts.ts";
import { tidyNames, tidyWithout } from "./tidy.ts";

/** The passes over a flow in the order in which they are made, and those over what each of them leaves. */
export const passNames = [
  "inlineHelpers",
  "foldParts",
  "groupParts",
  "driverState",
  "kinds",
  "shareTexts",
  "joinNames",
  "reuseNames",
  ...tidyNames,
] as const;

/** The name of a pass. */
export type PassName = (typeof passNames)[number];

/** All of them, for who wants to see each function as a skill of its own. */
export const allPasses: ReadonlySet<PassName> = new Set(passNames);

export { countedSite } from "./call-sites.ts";

/** What calls may cost in bytes where a profile is known (docs/decisions.md, "The optimiser"). */
const profiledLimits: PlanLimits = { perByte: 0.14, largest: 160_000 };

/** How often each place of each flow was reached, by the idn of the flow. */
export type CallProfile = ReadonlyMap<string, SiteCounts>;

/** The skills of a flow and the ones that something outside of them starts. */
export interface FlowTree {
  readonly skills: ReadonlyMap<string, Skill>;
  readonly roots: readonly string[];
  /** Skills that must stay skills: what they print is read while they run. */
  readonly kept: ReadonlySet<string>;
  /** The skill that runs parts of functions one after the other. */
  readonly driver: string;
}

/** How a flow is optimised. */
export interface OptimiseOptions {
  /** Passes that are left out. */
  readonly off?: ReadonlySet<PassName>;
  /** How often each place of the flow was reached; without it only the text decides what is written in place. */
  readonly counts?: SiteCounts;
  /** No pass, but a skill at each place that counts how often it is reached. */
  readonly isCounted?: boolean;
}

/** The skills of a flow, fewer and lighter, that do the same. */
export function optimise(
  flow: FlowTree,
  { off = new Set(), counts, isCounted = false }: OptimiseOptions = {},
): readonly Skill[] {
  if (isCounted) {
    return [...withCounters(flow.skills, flow.driver).values()];
  }
  const tidy = tidyWithout(off);
  const kept = new Set([...flow.kept, ...recurring(flow.skills)]);
  let skills = counts === undefined ? flow.skills : withCounts(flow.skills, flow.driver, counts);
  const pass = (name: PassName, run: (before: FlowTree) => ReadonlyMap<string, Skill>): void => {
    if (!off.has(name)) {
      skills = reachable(run({ ...flow, skills, kept }), flow.roots);
    }
  };
  const limits = counts === undefined ? null : profiledLimits;
  pass("inlineHelpers", (before) => inlineHelpers(before.skills, before.kept, limits, tidy));
  pass("foldParts", (before) => foldParts(before.skills, before.driver, limits !== null, tidy));
  pass("inlineHelpers", (before) => inlineHelpers(before.skills, before.kept, limits, tidy, true));
  pass("groupParts", (before) => groupParts(before.skills));
  const each = (of: (skill: Skill) => Skill) => (before: FlowTree) =>
    new Map([...before.skills].map(([idn, skill]) => [idn, of(skill)]));
  pass(
    "driverState",
    each((skill) => (skill.idn === flow.driver ? tidy.skill(driverState(skill)) : skill)),
  );
  pass(
    "kinds",
    each((skill) => kinds(skill, tidy)),
  );
  pass("shareTexts", each(shareTexts));
  pass("joinNames", each(joinNames));
  pass("reuseNames", each(reuseNames));
  return [...skills.values()];
}
