/** Compares the parts of something that are wanted with those that are there. */
import type { PushRecord } from "./push-record.ts";
import type { Step } from "./step.ts";

/** A part that is wanted. */
export interface Wanted<Value> {
  readonly path: string;
  readonly value: Value;
}

/** A part that is there. */
export interface There<Value> extends Wanted<Value> {
  readonly id: string;
}

/** How parts of one kind are sent. */
export interface Senders<Value> {
  readonly create: (value: Value) => Step["run"];
  readonly change: (id: string, value: Value) => Step["run"];
  readonly remove: (id: string) => Step["run"];
  /** Two parts that are one and the same under another path; by default only equal paths are. */
  readonly isSame?: (wanted: Value, there: Value) => boolean;
}

/** Whether what was not made from here may be removed. */
export interface Permissions {
  readonly prune: boolean;
  readonly record: PushRecord;
}

/** What planning finds. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What is there, was asked for by nobody, and stays for want of permission. */
  readonly left: readonly string[];
  /** What is as it is wanted already. */
  readonly same: readonly Wanted<unknown>[];
}

/** The steps that make what is there what is wanted. */
export function planParts<Value>(
  wanted: readonly Wanted<Value>[],
  there: readonly There<Value>[],
  senders: Senders<Value>,
  { prune, record }: Permissions,
): Plan {
  const steps: Step[] = [];
  const same: Wanted<unknown>[] = [];
  const open = new Map(there.map((part) => [part.path, part]));
  const missing: Wanted<Value>[] = [];
  const change = (part: Wanted<Value>, known: There<Value>): void => {
    open.delete(known.path);
    if (JSON.stringify(known.value) === JSON.stringify(part.value)) {
      same.push(part);
    } else {
      const isConflict = record.isEdited(known.path, known.value);
      steps.push({ kind: "change", ...part, isConflict, run: senders.change(known.id, part.value) });
    }
  };
  for (const part of wanted) {
    const known = open.get(part.path);
    if (known === undefined) {
      missing.push(part);
    } else {
      change(part, known);
    }
  }
  for (const part of missing) {
    const other = [...open.values()].find(({ value }) => senders.isSame?.(part.value, value) === true);
    if (other === undefined) {
      steps.push({ kind: "create", ...part, isConflict: false, run: senders.create(part.value) });
    } else {
      change(part, other);
    }
  }
  const left: string[] = [];
  for (const { path, id, value } of open.values()) {
    if (prune || record.hasMade(path)) {
      const isConflict = !prune && record.isEdited(path, value);
      steps.push({ kind: "remove", path, value: null, isConflict, run: senders.remove(id) });
    } else {
      left.push(path);
    }
  }
  return { steps, left, same };
}
