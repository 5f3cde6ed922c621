/** Compares two sides object by object, field by field, line by line. */
import { structuredPatch } from "diff";
import { compareText } from "../model/problem.ts";
import { objectKinds, objectsOf, type ModuleObject, type ObjectKind } from "./objects.ts";
import type { Reading } from "./reading.ts";

/** One field that differs. */
export interface FieldChange {
  readonly field: string;
  /** null where the field was not there. */
  readonly before: string | null;
  /** null where it is not there any more. */
  readonly after: string | null;
  /** For texts of several lines: those that went (`-`), came (`+`) and stand around them (` `); none for others. */
  readonly lines: readonly string[];
}

/** One object that is not as it was. */
export interface ObjectChange {
  readonly change: "created" | "changed" | "removed";
  readonly kind: ObjectKind;
  readonly idn: string;
  /** The flow of an event or a skill; "" for the others. */
  readonly within: string;
  /** Others hold on to its idn. */
  readonly isPublic: boolean;
  /** What differs; none for what is created or removed. */
  readonly fields: readonly FieldChange[];
}

/** Everything that differs. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly ObjectChange[];
  /** Kinds that could not be compared, because one side does not tell them. */
  readonly unknown: readonly ObjectKind[];
}

/** Fields of a project that its account chooses. */
const chosenByAccount = ["is_auto_update_enabled", "registry", "registry_item_idn"];

/** Lines shown around those that differ. */
const context = 1;

/** All changes that lead from one side to the other, by kind, flow and idn. */
export function compareReadings(from: Reading, to: Reading): Comparison {
  const unknown = unknownKinds(from, to);
  const isLive = from.isLive === true || to.isLive === true;
  const [before = new Map<string, ModuleObject>(), after = new Map<string, ModuleObject>()] = [from, to].map(
    (side) =>
      new Map(
        [...objectsOf(side)]
          .filter(([, { kind }]) => !unknown.includes(kind))
          .map(([name, object]) => [name, isLive ? withoutChoices(object) : object]),
      ),
  );
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changes = names.flatMap((name) => changeOf(before.get(name), after.get(name)));
  return {
    from: from.title,
    to: to.title,
    changes: changes.sort(compareChanges),
    unknown,
  };
}

function withoutChoices(object: ModuleObject): ModuleObject {
  const fields = [...object.fields].filter(([field]) => !chosenByAccount.includes(field));
  return object.kind === "project" ? { ...object, fields: new Map(fields) } : object;
}

/** Attributes stand in the artifact's files or in the contents, which not every side has. */
function unknownKinds(from: Reading, to: Reading): ObjectKind[] {
  const sides = [from, to];
  const declared = sides.filter(({ contents }) => contents?.attributes !== undefined).length;
  const complete = sides.every(({ contents }) => contents !== null);
  return [
    ...(declared === 1 ? (["attribute"] as const) : []),
    ...(complete ? [] : (["tool", "intent", "procedure", "scenario"] as const)),
  ];
}

function changeOf(before: ModuleObject | undefined, after: ModuleObject | undefined): ObjectChange[] {
  const one = after ?? before;
  if (one === undefined) {
    return [];
  }
  const { kind, idn, within, isPublic } = one;
  if (before === undefined || after === undefined) {
    return [
      { change: before === undefined ? "created" : "removed", kind, idn, within, isPublic, fields: [] },
    ];
  }
  const fields = [...new Set([...before.fields.keys(), ...after.fields.keys()])].flatMap((field) =>
    fieldChange(field, before.fields.get(field) ?? null, after.fields.get(field) ?? null),
  );
  return fields.length === 0 ? [] : [{ change: "changed", kind, idn, within, isPublic, fields }];
}

function fieldChange(field: string, before: string | null, after: string | null): FieldChange[] {
  if (before === after) {
    return [];
  }
  const long = [before, after].some((text) => text?.includes("\n") === true);
  const lines = long ? lineChanges(before ?? "", after ?? "") : [];
  return [{ field, before, after, lines }];
}

/** Hunks follow one another; each begins with its place, as in a patch. */
function lineChanges(before: string, after: string): string[] {
  return structuredPatch("", "", before, after, "", "", { context }).hunks.flatMap((hunk) => [
    `@@ -${String(hunk.oldStart)} +${String(hunk.newStart)} @@`,
    ...hunk.lines,
  ]);
}

function compareChanges(left: ObjectChange, right: ObjectChange): number {
  return (
    objectKinds.indexOf(left.kind) - objectKinds.indexOf(right.kind) ||
    compareText(left.within, right.within) ||
    compareText(left.idn, right.idn)
  );
}
