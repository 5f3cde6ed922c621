/** Rows of a trace as a tree: what an event led to, skill by skill. */
import type { TraceRow } from "../sandbox/workbench/protocol.ts";

/** Rows of one skill, one right after another. */
export interface SkillRun {
  /** `Flow/Skill`; "" for what no skill does. */
  readonly skill: string;
  readonly rows: TraceRow[];
}

/** An event or a request, with what followed. */
export interface Branch {
  readonly head: TraceRow;
  /** `event`, `request`, `result` or `answer`. */
  readonly kind: string;
  readonly runs: SkillRun[];
  /** Milliseconds until the next one began. */
  took: number;
}

/** All branches, in order. What comes before the first event belongs to none and is left out. */
export function branchesOf(rows: readonly TraceRow[]): Branch[] {
  const branches: Branch[] = [];
  for (const row of rows) {
    const last = branches.at(-1);
    if (last !== undefined) {
      last.took += row.took;
    }
    if (row.kind === "event" || row.kind === "http") {
      branches.push({ head: row, kind: kindOf(row), runs: [], took: 0 });
    } else if (last !== undefined) {
      const run = last.runs.at(-1);
      if (run !== undefined && (run.skill === row.skill || row.skill === "")) {
        run.rows.push(row);
      } else {
        last.runs.push({ skill: row.skill, rows: [row] });
      }
    }
  }
  return branches;
}

function kindOf({ kind, title }: TraceRow): string {
  if (kind === "http") {
    return "request";
  }
  return title.startsWith("urgent_message ") ? "answer" : title.includes("(http/") ? "result" : "event";
}
