/** What is public stays: a released name that is gone, or means something else, needs a migration. */
import { inc, valid } from "semver";
import { compareProblems, makeProblem, type SourceSpan } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { releaseCatalogue } from "./catalogue.ts";
import type { MigrationRecord } from "./migration.ts";
import type { PublicName } from "./public-names.ts";
import type { ReleasedName } from "./released-file.ts";

/** What is compared. */
export interface ReleasedCheck {
  readonly released: readonly ReleasedName[];
  /** The name of their file, for the places of problems. */
  readonly file: string;
  readonly names: readonly PublicName[];
  readonly migrations: readonly Partial<MigrationRecord>[];
  /** That of `module.yaml`. */
  readonly version: string;
}

/** All problems, sorted; none when every account finds again what it holds. */
export function checkReleased({ released, file, names, migrations, version }: ReleasedCheck): Problem[] {
  const next = valid(version) === null ? version : (inc(version, "major") ?? version);
  const renamed = new Map(
    migrations.flatMap((one) => (one.renamedAttributes ?? []).map(({ from, to }) => [from, to])),
  );
  const retired = new Set(migrations.flatMap((one) => one.retired ?? []));
  const rebuilt = new Set(migrations.flatMap((one) => one.rebuiltAttributes ?? []));
  const reread = new Set(migrations.flatMap((one) => one.reread ?? []));
  const known = new Set(released.map(keyOf));
  const present = new Map(names.map((name) => [keyOf(name), name]));
  return released
    .flatMap((name) => {
      const { kind, idn, since, form } = name;
      const now = present.get(keyOf(name));
      if (now !== undefined) {
        const isKept = now.form === form || rebuilt.has(idn) || (kind === "stored" && reread.has(idn));
        const changed =
          kind === "stored" ? releaseCatalogue.storedShapeChanged : releaseCatalogue.releasedFormChanged;
        return isKept
          ? []
          : [makeProblem(changed, { idn, before: form, now: now.form, next }, placeOf(name, file))];
      }
      const successor = kind === "attribute" ? renamed.get(idn) : undefined;
      if (retired.has(idn) || (successor !== undefined && present.has(`attribute ${successor}`))) {
        return [];
      }
      const candidates = names
        .filter((other) => other.kind === kind && !known.has(keyOf(other)))
        .map((other) => other.idn);
      return [
        makeProblem(
          releaseCatalogue.releasedNameGone,
          { kind, idn, since, next, candidates },
          placeOf(name, file),
        ),
      ];
    })
    .sort(compareProblems);
}

function keyOf({ kind, idn }: PublicName): string {
  return `${kind} ${idn}`;
}

function placeOf({ line, idn }: ReleasedName, file: string): SourceSpan {
  return { position: { file, line: Math.max(1, line), column: 3 }, length: idn.length };
}
