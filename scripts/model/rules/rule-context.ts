/** What the cross-reference rules share: reporting at a path, and finding what occurs twice. */
import { locatePath, type Location } from "../locate-path.ts";
import { makeProblem, type ProblemKind } from "../problem.ts";
import type { ValuePath } from "../shape-faults.ts";
import type { SourceIndex } from "../source-index.ts";
import type { Problem } from "../types.ts";

/** An element of a list together with its path in the root. */
export interface Placed<T> {
  readonly value: T;
  readonly path: ValuePath;
}

/** Collects the problems of one check. */
export class RuleContext {
  readonly problems: Problem[] = [];
  readonly #root: unknown;
  readonly #sources: SourceIndex;

  constructor(root: unknown, sources: SourceIndex) {
    this.#root = root;
    this.#sources = sources;
  }

  /** Reports `kind` at `path`; `args` may use what the path is called. */
  report<Args>(kind: ProblemKind<Args>, path: ValuePath, args: Args): void {
    this.problems.push(makeProblem(kind, args, this.locate(path).span));
  }

  /** Words and place for a path. */
  locate(path: ValuePath): Location {
    return locatePath(this.#root, path, this.#sources);
  }
}

/** The list at `path` as placed elements, without those the shape check found unusable. */
export function placed<T>(
  list: readonly T[],
  path: ValuePath,
  isUsable: (path: ValuePath) => boolean,
): Placed<T>[] {
  return list
    .map((value, index) => ({ value, path: [...path, index] }))
    .filter((element) => isUsable(element.path));
}

/** The elements whose key occurred before, in order. */
export function repeated<T>(list: readonly Placed<T>[], keyOf: (value: T) => string): Placed<T>[] {
  const seen = new Set<string>();
  return list.filter(({ value }) => {
    const key = keyOf(value);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

/** Reports names that differ from an earlier one only in case, with the earlier one. */
export function caseClashes<T>(
  list: readonly Placed<T>[],
  nameOf: (value: T) => string,
): { element: Placed<T>; other: string }[] {
  const first = new Map<string, string>();
  const clashes: { element: Placed<T>; other: string }[] = [];
  for (const element of list) {
    const name = nameOf(element.value);
    const other = first.get(name.toLowerCase());
    if (other === undefined) {
      first.set(name.toLowerCase(), name);
    } else if (other !== name) {
      clashes.push({ element, other });
    }
  }
  return clashes;
}
