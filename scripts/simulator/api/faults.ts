/** Planned disturbances: what goes wrong, for which requests and how often. */
import type { Verb } from "./router.ts";

/**
 * One disturbance. `timeout-*` never answers, `reset*` drops the connection; `*-after-commit` does so when the
 * write is already done. `status` and `html-403` answer before anything is done; the others spoil the body of
 * an answer whose work is done.
 */
export type Fault =
  | {
      readonly kind:
        | "timeout-before"
        | "timeout-after-commit"
        | "reset"
        | "reset-after-commit"
        | "html-403"
        | "malformed-json"
        | "empty-body"
        | "empty-list-for-object"
        | "numbers-as-text"
        | "unwrapped";
    }
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number };

/**
 * A planned fault. `path` is matched after `/api/v1`: `*` stands for one segment, a final `**` for any rest
 * (`/record/**`). `times` is how many requests it hits, once when left out.
 */
export interface PlannedFault {
  readonly method: Verb | "*";
  readonly path: string;
  readonly fault: Fault;
  readonly times?: number;
}

/** The faults of one server, used up in the order they were planned. */
export class FaultPlan {
  readonly #planned: { readonly plan: PlannedFault; left: number; met: number }[] = [];

  /** Plans a fault; gives the plan itself, so that calls can be chained. */
  add(plan: PlannedFault): this {
    this.#planned.push({ plan, left: plan.times ?? 1, met: 0 });
    return this;
  }

  /** The fault a request meets, counted as used; null for none. */
  take(method: string, path: string): Fault | null {
    const entry = this.#planned.find(({ plan, left }) => left > 0 && matches(plan, method, path));
    if (entry === undefined) {
      return null;
    }
    entry.left -= 1;
    entry.met += 1;
    return entry.plan.fault;
  }

  /** Forgets what is planned, or only those that match. */
  clear(matches: (fault: Fault) => boolean = () => true): void {
    this.#planned
      .filter(({ plan }) => matches(plan.fault))
      .forEach((entry) => {
        entry.left = 0;
      });
  }

  /** The faults that requests have met since this was asked last, with how many in `times`. */
  takeMet(): readonly PlannedFault[] {
    return this.#planned.flatMap((entry) => {
      const { plan, met } = entry;
      entry.met = 0;
      return met === 0 ? [] : [{ ...plan, times: met }];
    });
  }

  /** Faults that were planned and not (fully) met, with `times` left. A test can demand that there are none. */
  unused(): readonly PlannedFault[] {
    return this.#planned.filter(({ left }) => left > 0).map(({ plan, left }) => ({ ...plan, times: left }));
  }
}

function matches(plan: PlannedFault, method: string, path: string): boolean {
  if (plan.method !== "*" && plan.method !== method) {
    return false;
  }
  const given = path.replace(/^\/api\/v1(?=\/)/, "").split("/");
  const wanted = plan.path.split("/");
  const open = wanted.at(-1) === "**";
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? given.length < fixed.length : given.length !== fixed.length) {
    return false;
  }
  return fixed.every((segment, index) => segment === "*" || segment === given[index]);
}
