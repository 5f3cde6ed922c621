/** Calls of the skills of a flow, in its trees. */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import { eachExpression } from "./tree.ts";

/** The skill an expression calls by itself; null when it calls none of the flow's. */
export function calledSkill(expression: Expression, skills: ReadonlyMap<string, Skill>): Skill | null {
  return expression.kind === "call" && expression.callee.kind === "name"
    ? (skills.get(expression.callee.name) ?? null)
    : null;
}

/** How many calls of each skill stand in the flow. */
export function countCalls(skills: ReadonlyMap<string, Skill>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of skills.values()) {
    calleesOf(body, skills).forEach((idn) => counts.set(idn, (counts.get(idn) ?? 0) + 1));
  }
  return counts;
}

/** The skills that a block calls, one entry a call. */
function calleesOf(body: readonly Statement[], skills: ReadonlyMap<string, Skill>): string[] {
  const found: string[] = [];
  eachExpression(body, (expression) => {
    const skill = calledSkill(expression, skills);
    if (skill !== null) {
      found.push(skill.idn);
    }
  });
  return found;
}

/** The skills in an order in which each stands after those it calls; of a circle, as far as that can be. */
export function calleesFirst(skills: ReadonlyMap<string, Skill>): string[] {
  const entered = new Set<string>();
  const order: string[] = [];
  const visit = (idn: string): void => {
    if (!entered.has(idn)) {
      entered.add(idn);
      calleesOf(skills.get(idn)?.body ?? [], skills).forEach(visit);
      order.push(idn);
    }
  };
  [...skills.keys()].forEach(visit);
  return order;
}

/** The skills that call themselves, directly or through others: they cannot be written in place of their calls. */
export function recurring(skills: ReadonlyMap<string, Skill>): ReadonlySet<string> {
  const callees = new Map([...skills].map(([idn, { body }]) => [idn, calleesOf(body, skills)] as const));
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    (callees.get(from) ?? []).some((idn) => {
      if (idn === wanted) {
        return true;
      }
      const isNew = !seen.has(idn);
      seen.add(idn);
      return isNew && reaches(idn, wanted, seen);
    });
  return new Set([...skills.keys()].filter((idn) => reaches(idn, idn, new Set())));
}

/** The skills that can be reached from those that events start, in the order they stood in. */
export function reachable(
  skills: ReadonlyMap<string, Skill>,
  roots: readonly string[],
): ReadonlyMap<string, Skill> {
  const seen = new Set<string>();
  const visit = (idn: string): void => {
    if (!seen.has(idn)) {
      seen.add(idn);
      calleesOf(skills.get(idn)?.body ?? [], skills).forEach(visit);
    }
  };
  roots.forEach(visit);
  return new Map([...skills].filter(([idn]) => seen.has(idn)));
}
