/** Puts a segment that only one place goes to in that place, and drops what nobody reaches. */
import type { Segment, Step } from "./plan.ts";

/** Gives the segments that remain, the start first, numbered anew. */
export function inlineGotos(segments: readonly Segment[]): readonly Segment[] {
  const gotos = new Map<Segment, number>();
  const resumes = new Set<Segment>();
  const seen = new Set<Segment>();
  const count = (segment: Segment): void => {
    if (seen.has(segment)) {
      return;
    }
    seen.add(segment);
    eachStep(segment.steps, (step) => {
      if (step.kind === "goto") {
        gotos.set(step.target, (gotos.get(step.target) ?? 0) + 1);
        count(step.target);
      } else if (step.kind === "suspend" || step.kind === "call") {
        resumes.add(step.resume);
        count(step.resume);
      }
    });
  };
  segments.slice(0, 1).forEach(count);
  const inlined = new Set<Segment>();
  // A circle ends it: a segment of each is come to from outside as well, so that two places go there, or it is resumed.
  const expand = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step): readonly Step[] => {
      if (step.kind === "branch") {
        return [{ ...step, then: expand(step.then), otherwise: expand(step.otherwise) }];
      }
      if (step.kind === "goto" && gotos.get(step.target) === 1 && !resumes.has(step.target)) {
        inlined.add(step.target);
        return expand(step.target.steps);
      }
      return [step];
    });
  for (const segment of seen) {
    segment.steps = expand(segment.steps);
  }
  const kept = segments.filter((segment) => seen.has(segment) && !inlined.has(segment));
  const renumbered = new Map(kept.map((segment, index) => [segment, { ...segment, index }]));
  const redirect = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step): Step => {
      switch (step.kind) {
        case "branch":
          return { ...step, then: redirect(step.then), otherwise: redirect(step.otherwise) };
        case "goto":
          return { ...step, target: renumbered.get(step.target) ?? step.target };
        case "suspend":
        case "call":
          return { ...step, resume: renumbered.get(step.resume) ?? step.resume };
        default:
          return step;
      }
    });
  for (const [segment, copy] of renumbered) {
    copy.steps = redirect(segment.steps);
  }
  return [...renumbered.values()];
}

/** Visits every step, those of branches included. */
export function eachStep(steps: readonly Step[], visit: (step: Step) => void): void {
  for (const step of steps) {
    visit(step);
    if (step.kind === "branch") {
      eachStep(step.then, visit);
      eachStep(step.otherwise, visit);
    }
  }
}
