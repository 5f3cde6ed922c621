/** The parts a plan is put together from while a function is cut. */
import type ts from "typescript";
import type { Callable } from "../analysis/functions.ts";
import type { Binding, GivenFunctions, PlanLocal, Segment, Step } from "./plan.ts";

/** What comes after a piece of the function. */
export type Continuation = () => readonly Step[];

/** The segments and locals of one plan. */
export class PlanBuilder {
  readonly segments: Segment[] = [];
  /** Expressions whose value is computed before the statement they stand in, and where it is kept. */
  readonly held = new Map<ts.Node, PlanLocal>();
  /** Async functions that are written in place of their calls. */
  readonly inPlace = new Set<Callable>();
  /** The functions that each parameter of these may stand for. */
  readonly given = new Map<ts.Symbol, readonly Callable[]>();
  /** What parameters stand for in what is being cut. */
  functions: GivenFunctions = new Map();
  private locals = 0;

  /** A new segment, without steps. */
  segment(binding: Binding): Segment {
    const { functions } = this;
    const segment: Segment = { index: this.segments.length, binding, functions, steps: [], needs: [] };
    this.segments.push(segment);
    return segment;
  }

  /** A new variable of the plan's own. */
  local(preferred: string): PlanLocal {
    this.locals += 1;
    // With the point no variable of the author's has this name.
    return { planLocal: `${preferred}.${String(this.locals)}` };
  }

  /** A new variable that stands for an expression wherever the expression is read. */
  hold(node: ts.Expression, preferred: string): PlanLocal {
    // What is written in place twice is held in one variable: one is done with before the other begins.
    const local = this.held.get(node) ?? this.local(preferred);
    this.held.set(node, local);
    return local;
  }

  /** Several paths go on after a branch: what follows becomes a segment of its own, made once. */
  joined(after: Continuation, node: ts.Node): Continuation {
    let target: Segment | undefined;
    return () => {
      if (target === undefined) {
        target = this.segment({ kind: "none" });
        target.steps = after();
      }
      return [{ kind: "goto", target, node }];
    };
  }
}
