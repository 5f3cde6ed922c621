/**
 * The places of a flow where a skill is called or a part of a function handed on to, each with a name that a person can
 * read and that holds as long as its function does: the caller, the callee, and which of the caller's calls of it.
 */
import type { CallSite, Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { handedOn, labelsOf, startOf } from "./hand-over.ts";
import { type Call, calledSkill, callsIn, eachCall } from "./calls.ts";
import { headOf, mapBlock, mapBlocks, mapExpression, withHead } from "./tree.ts";

/** How often each place of a flow was reached, by `caller > callee 2`. */
export type SiteCounts = ReadonlyMap<string, number>;

/** Stands between the names in the idn of a skill that counts a place. */
const FROM = "__from";

/** The skills of a flow with the counts on their calls; a place that no profile knows was reached 0 times. */
export function withCounts(
  skills: ReadonlyMap<string, Skill>,
  driver: string,
  counts: SiteCounts,
): ReadonlyMap<string, Skill> {
  return eachSite(skills, driver, (call, site) => ({
    ...call,
    site: { taken: counts.get(siteName(site)) ?? 0 },
  }));
}

/**
 * The skills of a flow with one more for each place, through which it calls: how often a place is reached is then how often
 * that skill is called. For measuring only.
 */
export function withCounters(skills: ReadonlyMap<string, Skill>, driver: string): ReadonlyMap<string, Skill> {
  const counters = new Map<string, Skill>();
  const counted = eachSite(skills, driver, (call, site) => {
    const idn = `${site.callee}${FROM}${site.caller}__${String(site.at)}`;
    const source = { name: siteName(site), place: null };
    if (site.isHandOver) {
      // What is passed first goes through the counter, which gives it back as it is.
      const [[keyword, state] = ["val", nsl.none]] = call.keywords;
      const body = [nsl.returnValue(nsl.name("state"))];
      counters.set(idn, { idn, source, parameters: [{ name: "state", defaultValue: "" }], body });
      return {
        ...call,
        keywords: [[keyword, nsl.invoke(idn, [["state", state]])], ...call.keywords.slice(1)],
      };
    }
    const given = call.keywords.map(([name]) => [name, nsl.name(name)] as const);
    const parameters = given.map(([name]) => ({ name, defaultValue: "" }));
    counters.set(idn, { idn, source, parameters, body: [nsl.returnValue(nsl.invoke(site.callee, given))] });
    return { ...call, callee: nsl.name(idn) };
  });
  return new Map([...counted, ...counters]);
}

/** The place that a skill of `withCounters` counts; null for any other skill. */
export function countedSite(idn: string): string | null {
  const [, callee = "", caller = "", at = ""] = /^(\w+?)__from(\w+)__(\d+)$/u.exec(idn) ?? [];
  return callee === "" ? null : siteName({ caller, callee, at: Number(at), isHandOver: false });
}

/** A place in a skill's text, with what is called there. */
export interface FoundSite {
  readonly site: CallSite;
  readonly callee: Skill;
  readonly call: Expression;
}

/** The places of a text that a profile knows. */
export function sitesIn(
  body: readonly Statement[],
  skills: ReadonlyMap<string, Skill>,
): readonly FoundSite[] {
  const found: FoundSite[] = [];
  eachCall(body, (call) => {
    const callee = calledSkill(call, skills);
    if (call.site !== undefined && callee !== null) {
      found.push({ site: call.site, callee, call });
    }
  });
  return found;
}

/** How often each skill of a flow is called by what stands on the calls; nothing without a profile. */
export function countRuns(skills: ReadonlyMap<string, Skill>): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const { body } of skills.values()) {
    for (const { site, callee } of sitesIn(body, skills)) {
      runs.set(callee.idn, (runs.get(callee.idn) ?? 0) + site.taken);
    }
  }
  return runs;
}

/**
 * A copy of a skill that makes a share of its runs: its places are as much less often reached, and places of their own.
 *
 * @param onPlace hears of each place and of the one that stands for it in the copy
 */
export function scaled(
  skill: Skill,
  share: number,
  onPlace: (before: CallSite, after: CallSite) => void = () => undefined,
): Skill {
  const expression = (part: Expression): Expression => {
    if (part.kind !== "call" || part.site === undefined) {
      return part;
    }
    const site = { taken: part.site.taken * share };
    onPlace(part.site, site);
    return { ...part, site };
  };
  const block = (statements: readonly Statement[]): readonly Statement[] =>
    mapBlock(statements, (statement) => {
      const read =
        callsIn(statement).length === 0
          ? statement
          : withHead(statement, mapExpression(headOf(statement), expression));
      return mapBlocks(read, block);
    });
  return { ...skill, body: block(skill.body) };
}

interface Site {
  readonly caller: string;
  readonly callee: string;
  readonly at: number;
  readonly isHandOver: boolean;
}

function siteName({ caller, callee, at }: Site): string {
  return `${caller} > ${callee}${at === 1 ? "" : ` ${String(at)}`}`;
}

/** Changes the call of every place; parts are handed on to by a `Return`, or by a call of the driver. */
function eachSite(
  skills: ReadonlyMap<string, Skill>,
  driver: string,
  change: (call: Call, site: Site) => Call,
): ReadonlyMap<string, Skill> {
  const labels = labelsOf(skills.values());
  return new Map(
    [...skills].map(([idn, skill]): [string, Skill] => {
      const seen = new Map<string, number>();
      const site = (callee: string, isHandOver: boolean): Site => {
        const at = (seen.get(callee) ?? 0) + 1;
        seen.set(callee, at);
        return { caller: idn, callee, at, isHandOver };
      };
      const expression = (part: Expression): Expression => {
        const callee = calledSkill(part, skills);
        return part.kind !== "call" || callee === null || callee.idn === driver
          ? part
          : change(part, site(callee.idn, false));
      };
      const block = (statements: readonly Statement[]): readonly Statement[] =>
        mapBlock(statements, (statement) => {
          const read = withHead(statement, mapExpression(headOf(statement), expression));
          const state = handedOn(statement) ?? startOf(statement, driver)?.state ?? null;
          const target = state?.at.kind === "text" ? labels.get(state.at.value) : undefined;
          if (target !== undefined && read.kind === "output" && read.value.kind === "call") {
            return { ...read, value: change(read.value, site(target.idn, true)) };
          }
          return mapBlocks(read, block);
        });
      return [idn, { ...skill, body: block(skill.body) }];
    }),
  );
}
