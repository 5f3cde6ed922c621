/** Jumps: Jinja2 has none, so boxes tell what follows in a body that it was left. */
import type ts from "typescript";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import type { FunctionContext } from "./function-context.ts";
import type { StatementBuffer } from "./statement-buffer.ts";
import type { Temporaries } from "./temporaries.ts";

/** How `return` leaves the code being written. */
export interface ReturnTarget {
  /** Writes the exit with the value; null for a bare `return`. */
  emit(context: FunctionContext, value: ts.Expression | null, node: ts.Node): void;
  /**
   * True when the exit is a jump inside the same skill (a callback written in place), so that what follows
   * must be guarded; false when it ends the skill.
   */
  readonly isJump: boolean;
}

/** A body written in place: what `break`, `continue` and jumping `return`s refer to. */
interface Region {
  readonly kind: "loop" | "switch" | "callback";
  /** Statements to put at the start of one turn of the body. */
  readonly prelude: Statement[];
  /** Box that is true once this turn must do nothing more. */
  skipFlag: string | null;
  /** Box that is true once the whole loop must do nothing more. */
  readonly stopFlag: string | null;
}

/** A body that nothing has left yet. */
export function newRegion(kind: Region["kind"], stopFlag: string | null = null): Region {
  return { kind, prelude: [], skipFlag: null, stopFlag };
}

/** The bodies around what is being written, and where `return` goes. */
export class Jumps {
  private readonly regions: Region[] = [];

  constructor(
    /** How `return` leaves. */
    public returnTarget: ReturnTarget,
    private readonly temporaries: Temporaries,
    private readonly buffer: StatementBuffer,
  ) {}

  /** Runs `work` for what stands in a body. */
  within<T>(region: Region, work: () => T): T {
    this.regions.push(region);
    const result = work();
    this.regions.pop();
    return result;
  }

  /** Runs `work` for a body whose `return` goes elsewhere. */
  returningTo<T>(target: ReturnTarget, work: () => T): T {
    const outer = this.returnTarget;
    this.returnTarget = target;
    const result = work();
    this.returnTarget = outer;
    return result;
  }

  /**
   * The test whether a statement has jumped, with a box made where the innermost body begins; a jump out of an
   * outer body, made inside an inner loop, must stop that one too.
   */
  guard(leavesOuter: boolean): Expression {
    const region = this.regions.at(-1);
    if (region === undefined) {
      return nsl.boolean(false);
    }
    const flag = this.skipFlag(region);
    if (leavesOuter) {
      this.regions
        .slice(0, -1)
        .reverse()
        .forEach((outer) => this.skipFlag(outer));
    }
    return nsl.held(flag);
  }

  /** Sets the boxes of the bodies a jump leaves. */
  mark(kind: "break" | "continue" | "return"): void {
    for (const region of [...this.regions].reverse()) {
      this.set(region.skipFlag);
      if (region.kind === "switch") {
        if (kind === "break") {
          return;
        }
        continue;
      }
      if (kind === "continue" || region.kind === "callback") {
        return;
      }
      this.set(region.stopFlag);
      if (kind === "break") {
        return;
      }
    }
  }

  private skipFlag(region: Region): string {
    region.skipFlag ??= this.temporaries.box("skipped", nsl.boolean(false), region.prelude);
    return region.skipFlag;
  }

  private set(flag: string | null): void {
    if (flag !== null) {
      this.buffer.emit(nsl.put(flag, nsl.boolean(true)));
    }
  }
}
