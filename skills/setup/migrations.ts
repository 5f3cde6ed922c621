/**
 * What has to be changed in a running account when the module is updated. Written in the handlers' subset;
 * a migration is data, because an account may skip any number of versions and every step must be repeatable.
 */
import type { SkillContext } from "#sdk";
import { versionNumber } from "./version.ts";

/** An attribute under its former and its new name. */
interface RenamedAttribute {
  readonly from: string;
  readonly to: string;
}

/** The step to one version. */
export interface Migration {
  /** The version that brought the change, `1.2.3`. */
  readonly version: string;
  /** Values are copied where the new name holds none; the former one stays, in case of a way back. */
  readonly renamedAttributes: readonly RenamedAttribute[];
  /** The module's own attributes whose form has changed: emptied, the publish hook fills them anew. */
  readonly rebuiltAttributes: readonly string[];
  /** Stored JSON of another shape, whose reader takes the earlier one as well. Nothing is done; a check asks for it. */
  readonly reread?: readonly string[];
  /** Public names that are given up without a successor. Nothing is done; without it a check asks where they are. */
  readonly retired: readonly string[];
}

/** All migrations. Tools and scenarios need none: the publish hook compares them with what it wrote. */
export const migrations: readonly Migration[] = [];

/** The migrations between two versions, oldest first; the version the account has is left out. */
export function pendingMigrations(all: readonly Migration[], from: string, to: string): readonly Migration[] {
  const [first, last] = [versionNumber(from), versionNumber(to)];
  return all
    .map((migration) => ({ number: versionNumber(migration.version), migration }))
    .filter((entry) => entry.number > first && entry.number <= last)
    .toSorted((a, b) => a.number - b.number)
    .map((entry) => entry.migration);
}

/**
 * Carries migrations out. A run that was cut short is simply repeated.
 *
 * @param from the version the account has, "" when it was never set up
 */
export function migrate(ctx: SkillContext, all: readonly Migration[], from: string, to: string): number {
  const pending = pendingMigrations(all, from, to);
  for (const migration of pending) {
    for (const renamed of migration.renamedAttributes) {
      const own = ctx.getCustomerAttribute(renamed.from);
      const value = own.trim() !== "" ? own : ctx.getProjectAttribute(renamed.from);
      const taken = `${ctx.getCustomerAttribute(renamed.to)}${ctx.getProjectAttribute(renamed.to)}`;
      if (value.trim() !== "" && taken.trim() === "") {
        ctx.setCustomerAttribute(renamed.to, value);
      }
    }
    for (const idn of migration.rebuiltAttributes) {
      ctx.setCustomerAttribute(idn, "");
    }
  }
  return pending.length;
}
