/** The plans of a flow's async functions and the labels of their segments. */
import { createHash } from "node:crypto";
import type ts from "typescript";
import { eachStep } from "../segments/inline-gotos.ts";
import type { Plan, Segment } from "../segments/plan.ts";

/** Knows every segment of a flow. */
export class SegmentRegistry {
  readonly plans: Plan[] = [];
  private readonly handlers = new Set<Plan>();

  /** @param nameOf the name of a function in the idns of its skills */
  constructor(private readonly nameOf: (declaration: ts.FunctionDeclaration) => string) {}

  /** Adds the plan of a function; a handler's first segment is written into its entry skill. */
  add(plan: Plan, isHandler: boolean): void {
    this.plans.push(plan);
    if (isHandler) {
      this.handlers.add(plan);
    }
  }

  /** The plan of a function, when it has one. */
  planOf(declaration: ts.FunctionDeclaration): Plan | undefined {
    return this.plans.find((plan) => plan.declaration === declaration);
  }

  /** The idn of a segment's skill. */
  skillOf(plan: Plan, segment: Segment): string {
    return `_${this.nameOf(plan.declaration)}_${String(this.numberOf(plan, segment))}`;
  }

  /**
   * Is the segment a skill? The start of a handler is written into its entry skill, unless something comes back to it;
   * what only hands the awaited value on to a caller is nothing at all.
   */
  hasSkill(plan: Plan, segment: Segment): boolean {
    return this.isHandler(plan) ? segment.index > 0 || isReentered(plan) : segment.binding.kind !== "return";
  }

  /** The number of a segment among those that have a skill, from 1. What a handler starts with is its entry skill. */
  numberOf(plan: Plan, segment: Segment): number {
    const before = plan.segments.slice(0, segment.index);
    return before.filter((other) => this.isHandler(plan) || other.binding.kind !== "return").length + 1;
  }

  /**
   * The label of a segment in a frame: its skill, and a fingerprint of the function, so that a frame from
   * before an update that changed the function is not taken for one of the new version's.
   */
  labelOf(plan: Plan, segment: Segment): string {
    const written = [plan.declaration, ...plan.inPlace].map((part) => part.getText());
    const source = written.join("\n").replace(/\r\n/g, "\n");
    const fingerprint = createHash("sha256").update(source).digest("hex").slice(0, 8);
    return `${this.skillOf(plan, segment)}@${fingerprint}`;
  }

  /** Is the plan a handler's? A handler has no caller to go back to. */
  isHandler(plan: Plan): boolean {
    return this.handlers.has(plan);
  }

  /** Do segments hand on to each other, so that something must run them in turn? */
  get needsDriver(): boolean {
    return this.plans.some((plan) => !this.handlers.has(plan) || handsOver(plan));
  }
}

/** Does a segment of the plan go on in another without waiting for an answer? */
export function handsOver(plan: Plan): boolean {
  let found = false;
  for (const segment of plan.segments) {
    eachStep(segment.steps, (step) => {
      found = found || step.kind === "goto" || step.kind === "call";
    });
  }
  return found;
}

function isReentered(plan: Plan): boolean {
  return plan.segments.some((segment) => {
    let found = false;
    eachStep(segment.steps, (step) => {
      found = found || (step.kind === "goto" && step.target.index === 0);
    });
    return found;
  });
}
