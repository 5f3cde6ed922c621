/**
 * Pass `inline-helpers`: a helper that is called once, and one that is hardly larger than its call, stands where it is
 * called. Its statements go before the statement of the call, so a call moves only over what does nothing, and never
 * out of a choice.
 */
import type { CallSite, Expression, Skill, Statement } from "../nsl/ast.ts";
import { scaled } from "./call-sites.ts";
import { calledSkill, calleesFirst, countCalls } from "./calls.ts";
import { type Copy, planCopies, type PlanLimits } from "./inline-plan.ts";
import { Inliner } from "./inliner.ts";
import { returned } from "./returns.ts";
import type { Tidy } from "./tidy.ts";
import { blocksOf, eachStatement } from "./tree.ts";
import { DESCRIPTION, weightOf } from "./weight.ts";

/** Bytes up to which a skill is readable; no helper is written into one that would grow beyond. */
const LARGEST = 24_000;
/** A helper of so few bytes is written in place of every call. */
const SMALL = 500;
/** Bytes that a helper may cost the flow when it is written in place of every call. */
const GROWTH = 3000;
/** A helper of so few bytes that is called in a loop is written there: one call in the text is many when it runs. */
const IN_LOOP = 900;
/** Bytes of a call. */
const CALL = 70;

/**
 * Writes helpers in place of their calls.
 *
 * @param kept skills that stay skills
 * @param limits what a call may cost where a profile is known; without one the text alone decides
 * @param tidy what is made of a skill that helpers were written into
 * @param withParts may parts of functions be written in place as well? With a profile only
 */
export function inlineHelpers(
  skills: ReadonlyMap<string, Skill>,
  kept: ReadonlySet<string>,
  limits: PlanLimits | null,
  tidy: Tidy,
  withParts = false,
): ReadonlyMap<string, Skill> {
  return limits === null
    ? inlineByText(skills, kept, tidy)
    : inlineByProfile(skills, kept, limits, tidy, withParts);
}

function inlineByProfile(
  skills: ReadonlyMap<string, Skill>,
  kept: ReadonlySet<string>,
  limits: PlanLimits,
  tidy: Tidy,
  withParts: boolean,
): ReadonlyMap<string, Skill> {
  const isFree = (callee: Skill): boolean =>
    !kept.has(callee.idn) && (withParts || callee.part === undefined) && isOpen(callee);
  const plan = planCopies(skills, isFree, limits);
  const written = new Map<Copy, Skill>();
  const write = (copy: Copy): Skill => {
    const known = written.get(copy);
    if (known !== undefined) {
      return known;
    }
    const inside = new Map<CallSite, Copy>();
    const own = scaled(copy.skill, Math.max(copy.share, 0), (before, after) => {
      const inner = copy.inside.get(before);
      if (inner !== undefined) {
        inside.set(after, inner);
      }
    });
    const choose = (call: Expression): Skill | null => {
      const inner = call.kind === "call" && call.site !== undefined ? inside.get(call.site) : undefined;
      return inner === undefined ? null : write(inner);
    };
    const skill = new Inliner(own, choose, tidy, undefined, true).run();
    written.set(copy, skill);
    return skill;
  };
  // A skill that stays called because its call could not be moved stays a skill.
  return new Map([...skills].map(([idn, skill]) => [idn, write(plan.get(idn) ?? alone(skill))]));
}

function alone(skill: Skill): Copy {
  return { skill, share: 0, inside: new Map() };
}

function inlineByText(
  skills: ReadonlyMap<string, Skill>,
  kept: ReadonlySet<string>,
  tidy: Tidy,
): ReadonlyMap<string, Skill> {
  const counts = countCalls(skills);
  const done = new Map(skills);
  for (const idn of calleesFirst(skills)) {
    const skill = done.get(idn);
    if (skill !== undefined) {
      const worth = (callee: Skill, isInLoop: boolean): boolean =>
        !kept.has(callee.idn) &&
        callee.part === undefined &&
        isOpen(callee) &&
        isWorth(callee, counts.get(callee.idn) ?? 0, isInLoop);
      let weight = weightOf(skill.body);
      const choose = (call: Expression, isInLoop: boolean): Skill | null => {
        const callee = calledSkill(call, done);
        return callee !== null && worth(callee, isInLoop) && weight + weightOf(callee.body) <= LARGEST
          ? callee
          : null;
      };
      const grow = (callee: Skill): void => {
        weight += weightOf(callee.body);
      };
      done.set(idn, new Inliner(skill, choose, tidy, grow).run());
    }
  }
  return done;
}

function isWorth({ body }: Skill, calls: number, isInLoop: boolean): boolean {
  const weight = weightOf(body);
  return (
    calls === 1 ||
    weight <= (isInLoop ? IN_LOOP : SMALL) ||
    (weight - CALL) * calls - weight - DESCRIPTION <= GROWTH
  );
}

/** A skill that prints what is no call (a prompt) stays apart, and so does what has no way to end with a value. */
function isOpen({ body }: Skill): boolean {
  let isPlain = returnsAtEnd(body);
  eachStatement(body, (statement) => {
    isPlain &&= statement.kind !== "output" || statement.value.kind === "call";
  });
  return isPlain;
}

function returnsAtEnd(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  return (
    last !== undefined &&
    (returned(last) !== undefined || (last.kind === "if" && blocksOf(last).every(returnsAtEnd)))
  );
}
