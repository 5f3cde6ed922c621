/** What JSON text leaves out: properties that hold undefined, for which NSL has the same value as for null. */
import type ts from "typescript";
import { type ForgottenNames, forgottenNames } from "./forgotten-names.ts";
import { ANY_NAME, type HeldNames, heldNames } from "./held-names.ts";
import { keptNames } from "./kept-names.ts";

/** Where undefined is kept in files that import each other. */
export interface Absences {
  /** The names of the properties that hold it, each with a value that may be null as well. */
  readonly kept: ReadonlyMap<string, ts.Expression | undefined>;
  readonly forgotten: ForgottenNames;
  /** All of it as text, for two states of the files to be compared. */
  readonly key: string;
}

/** Of each file that is connected with one in which undefined is kept under a name. */
export function absencesOf(
  groups: readonly (readonly ts.SourceFile[])[],
  checker: ts.TypeChecker,
): ReadonlyMap<ts.SourceFile, Absences> {
  return new Map(
    groups.flatMap((files) => {
      const kept = keptNames(files, checker);
      if (kept.size === 0) {
        return [];
      }
      const forgotten = forgottenNames(files, new Set(kept.keys()), checker);
      const { opened, narrowed, misfits } = forgotten;
      const sets = [opened, narrowed].flatMap(({ undefineds, nulls }) => [undefineds, nulls]);
      const key =
        JSON.stringify([kept.keys(), ...sets].map((names) => [...names].sort())) + String(misfits.size);
      return files.map((file) => [file, { kept, forgotten, key }] as const);
    }),
  );
}

/** What is to be done with the names under which there is null in the JSON text of a value. */
export interface LeftOut {
  /** Those that are left out: undefined alone may be there. */
  readonly dropped: readonly string[];
  /** Those that may be either where no type tells. */
  readonly asked: readonly string[];
  /** Those that may be either by their types. */
  readonly unclear: readonly string[];
}

/** What JSON text leaves out of values of the type. */
export function leftOut(type: ts.Type, absences: Absences | undefined, checker: ts.TypeChecker): LeftOut {
  if (absences === undefined) {
    return { dropped: [], asked: [], unclear: [] };
  }
  const { kept, forgotten } = absences;
  const told = heldNames(type, checker);
  const hidden = [
    ...(told.isOpen ? [forgotten.opened] : []),
    ...(told.isOpen || told.hasNames ? [forgotten.narrowed] : []),
  ];
  const isKept = (name: string): boolean => kept.has(name) || kept.has(ANY_NAME) || name === ANY_NAME;
  const wanted = (all: readonly HeldNames[]): ReadonlySet<string> =>
    new Set(all.flatMap(({ undefineds }) => [...undefineds]).filter(isKept));
  const mayBeNull = (name: string, all: readonly HeldNames[]): boolean =>
    all.some(({ nulls }) => nulls.has(name) || nulls.has(ANY_NAME) || (name === ANY_NAME && nulls.size > 0));
  const names = [...wanted([told, ...hidden])].sort();
  const isUnclear = (name: string): boolean => told.undefineds.has(name) && mayBeNull(name, [told]);
  const asked = names.filter((name) => mayBeNull(name, [told, ...hidden]));
  return {
    dropped: names.filter((name) => !asked.includes(name)),
    asked,
    unclear: names.filter(isUnclear),
  };
}
