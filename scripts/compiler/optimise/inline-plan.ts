/**
 * Which calls are written in place, by a profile. The calls that save the most for their bytes come first, each as a copy
 * of the helper as it was written; the calls inside of a copy are places of their own, as often reached as the copy is.
 * What is left is written in place where that makes the text smaller.
 */
import type { CallSite, Skill } from "../nsl/ast.ts";
import { countRuns, sitesIn } from "./call-sites.ts";
import { DESCRIPTION, weightOf, weightOfExpression } from "./weight.ts";

/** What a plan may cost. */
export interface PlanLimits {
  /** How often a place has to be reached for each byte that its copy costs. */
  readonly perByte: number;
  /** Bytes up to which a skill may grow for the sake of calls. */
  readonly largest: number;
}

/** How many times as much a part is worth for its bytes: it moves to where it is handed on to, and is not copied. */
const PART = 10;

/** A skill, or the copy of one in place of a call, and the copies inside of it. */
export interface Copy {
  readonly skill: Skill;
  /** The share of all runs of the skill that are runs of this copy: 1 when no other copy is ever reached. */
  share: number;
  readonly inside: Map<CallSite, Copy>;
}

/** A call of another skill in a skill's own text. */
interface Place {
  readonly site: CallSite;
  readonly callee: string;
  /** Bytes of the call. */
  readonly weight: number;
}

interface OpenPlace extends Place {
  /** Bytes of the skill that is called, as it was written. */
  readonly own: number;
  /** Is it a part of a function? */
  readonly isPart: boolean;
  readonly copy: Copy;
  /** The skill whose text it stands in. */
  readonly root: string;
}

/** The plans of the skills of a flow that stay skills. @param isFree may the skill be written in place of its calls? */
export function planCopies(
  skills: ReadonlyMap<string, Skill>,
  isFree: (skill: Skill) => boolean,
  limits: PlanLimits,
): ReadonlyMap<string, Copy> {
  return new Planner(skills, isFree, limits).plan();
}

class Planner {
  private readonly places = new Map<string, readonly Place[]>();
  private readonly own = new Map<string, number>();
  private readonly runs: ReadonlyMap<string, number>;
  private readonly roots = new Map<string, Copy>();
  private readonly weights = new Map<string, number>();
  private open: OpenPlace[] = [];
  /** How many calls of each skill are left. */
  private readonly calls = new Map<string, number>();
  /** Skills that may be written in place of their calls. */
  private readonly free: ReadonlySet<string>;
  /** Skills that nothing calls any more. */
  private readonly gone = new Set<string>();

  constructor(
    private readonly skills: ReadonlyMap<string, Skill>,
    isFree: (skill: Skill) => boolean,
    private readonly limits: PlanLimits,
  ) {
    this.runs = countRuns(skills);
    this.free = new Set([...skills.values()].filter(isFree).map(({ idn }) => idn));
    for (const [idn, skill] of skills) {
      const places = placesOf(skill, skills);
      const weight = weightOf(skill.body);
      this.places.set(idn, places);
      this.own.set(idn, weight);
      this.weights.set(idn, weight);
      this.roots.set(idn, { skill, share: 1, inside: new Map() });
    }
    for (const [idn, copy] of this.roots) {
      this.openInside(copy, idn);
    }
  }

  plan(): ReadonlyMap<string, Copy> {
    for (let next = this.mostWorth(); next !== null; next = this.mostWorth()) {
      this.write(next);
    }
    while (this.writeSmaller()) {
      // Each round may make the next one possible.
    }
    return new Map([...this.roots].filter(([idn]) => !this.gone.has(idn)));
  }

  private openInside(copy: Copy, root: string): void {
    for (const place of this.places.get(copy.skill.idn) ?? []) {
      const inner = copy.inside.get(place.site);
      if (inner !== undefined) {
        this.openInside(inner, root);
      } else {
        const own = this.own.get(place.callee) ?? 0;
        const isPart = this.skills.get(place.callee)?.part !== undefined;
        this.open.push({ ...place, own, isPart, copy, root });
        this.calls.set(place.callee, (this.calls.get(place.callee) ?? 0) + 1);
        if (this.gone.delete(place.callee)) {
          const again = this.roots.get(place.callee);
          if (again !== undefined) {
            this.openInside(again, place.callee);
          }
        }
      }
    }
  }

  private taken({ site, copy }: OpenPlace): number {
    return site.taken * Math.max(copy.share, 0);
  }

  /** The place that saves the most calls a byte; null when none saves enough. */
  private mostWorth(): OpenPlace | null {
    let best: OpenPlace | null = null;
    let most = 0;
    for (const place of this.open) {
      const { own, isPart } = place;
      // What nobody else calls goes there for no bytes; a part then adds to the size of the driver alone.
      const cost = !isPart && this.isLast(place) ? 1 : Math.max(own - place.weight, 1);
      const worth = (this.taken(place) * (isPart ? PART : 1)) / cost;
      if (
        worth > most &&
        worth >= this.limits.perByte &&
        this.free.has(place.callee) &&
        (this.weights.get(place.root) ?? 0) + own <= this.limits.largest
      ) {
        [best, most] = [place, worth];
      }
    }
    return best;
  }

  /** Writes a copy of the skill as it was, or the skill itself where nobody else calls it. */
  private write(place: OpenPlace): void {
    const callee = this.roots.get(place.callee);
    if (callee === undefined) {
      return;
    }
    const isLast = this.isLast(place);
    const share = this.taken(place) / Math.max(this.runs.get(place.callee) ?? 0, 1);
    if (isLast) {
      this.move(place, callee);
      return;
    }
    callee.share -= share;
    this.put(place, { skill: callee.skill, share, inside: new Map() });
  }

  private isLast({ callee }: OpenPlace): boolean {
    return this.calls.get(callee) === 1;
  }

  /** Takes places out of those that are still calls. */
  private close(isClosed: (place: OpenPlace) => boolean): void {
    this.open = this.open.filter((place) => {
      const stays = !isClosed(place);
      if (!stays) {
        this.calls.set(place.callee, (this.calls.get(place.callee) ?? 0) - 1);
      }
      return stays;
    });
  }

  /** The skill goes to where it is called, with whatever stands in it. */
  private move(place: OpenPlace, callee: Copy): void {
    this.close(({ root }) => root === place.callee);
    this.gone.add(place.callee);
    this.put(place, this.cloned(callee, 1));
    callee.share = 0;
  }

  private put(place: OpenPlace, copy: Copy): void {
    place.copy.inside.set(place.site, copy);
    this.close((other) => other === place);
    this.openInside(copy, place.root);
    const weight = this.weightOf(copy) - place.weight;
    this.weights.set(place.root, (this.weights.get(place.root) ?? 0) + weight);
  }

  private weightOf(copy: Copy): number {
    let weight = this.own.get(copy.skill.idn) ?? 0;
    for (const place of this.places.get(copy.skill.idn) ?? []) {
      const inner = copy.inside.get(place.site);
      weight += inner === undefined ? 0 : this.weightOf(inner) - place.weight;
    }
    return weight;
  }

  /** Writes the skills in place whose text is no longer than that of their calls. */
  private writeSmaller(): boolean {
    let isWritten = false;
    for (const [idn, copy] of [...this.roots]) {
      if (this.gone.has(idn) || copy.skill.part !== undefined || !this.free.has(idn)) {
        continue;
      }
      const calls = this.open.filter(({ callee }) => callee === idn);
      const weight = this.weights.get(idn) ?? 0;
      const more = calls.reduce((sum, place) => sum + weight - place.weight, 0) - weight - DESCRIPTION;
      const fits = calls.every(({ root }) => (this.weights.get(root) ?? 0) + weight <= this.limits.largest);
      if (calls.length === 0 || more > 0 || !fits) {
        continue;
      }
      isWritten = true;
      const [last, ...others] = calls.reverse();
      others.forEach((place) => {
        const share = this.taken(place) / Math.max(this.runs.get(idn) ?? 0, 1);
        this.put(place, this.cloned(copy, copy.share > 0 ? share / copy.share : 0));
      });
      if (last !== undefined) {
        this.move(last, copy);
      }
    }
    return isWritten;
  }

  private cloned(copy: Copy, factor: number): Copy {
    const inside = [...copy.inside].map(([site, inner]) => [site, this.cloned(inner, factor)] as const);
    return { skill: copy.skill, share: copy.share * factor, inside: new Map(inside) };
  }
}

function placesOf(skill: Skill, skills: ReadonlyMap<string, Skill>): readonly Place[] {
  return sitesIn(skill.body, skills).map(({ site, callee, call }) => ({
    site,
    callee: callee.idn,
    weight: weightOfExpression(call),
  }));
}
