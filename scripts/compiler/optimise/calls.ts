/** Calls of the skills of a flow, in its trees. */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import { eachStatement, everyPart, headOf } from "./tree.ts";

/** A call. */
export type Call = Extract<Expression, { kind: "call" }>;

const found = new WeakMap<Statement, readonly Call[]>();

/** The calls by a name that a statement computes before its blocks, outer ones first; found once. */
export function callsIn(statement: Statement): readonly Call[] {
  const known = found.get(statement);
  if (known !== undefined) {
    return known;
  }
  const calls: Call[] = [];
  const visit = (expression: Expression): boolean => {
    if (expression.kind === "call" && expression.callee.kind === "name") {
      calls.push(expression);
    }
    return everyPart(expression, visit);
  };
  visit(headOf(statement));
  found.set(statement, calls);
  return calls;
}

/** Calls `see` with every call by a name in a block, outer ones first. */
export function eachCall(block: readonly Statement[], see: (call: Call) => void): void {
  eachStatement(block, (statement) => {
    callsIn(statement).forEach(see);
  });
}

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
  const callees: string[] = [];
  eachCall(body, (call) => {
    const skill = calledSkill(call, skills);
    if (skill !== null) {
      callees.push(skill.idn);
    }
  });
  return callees;
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
