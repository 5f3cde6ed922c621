/** One load of the catalogue at a time: a large one takes dozens of requests, and whoever comes meanwhile can wait. */
import { catalogRenewal } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { isStale } from "./catalog-age.ts";

/** After this many minutes a load that has not ended counts as lost. */
const longest = 3;

/** How often, a second apart, a caller without a catalogue looks whether a load has ended. */
const mostLooks = 5;

/** Stands before the moment at which an import has loaded the catalogue. */
const importedMark = "imported ";

/**
 * Marks the beginning of a load.
 *
 * @returns the mark. The platform has no lock: of several who begin at the same moment the last has the load
 */
export function beginRenewal(ctx: SkillContext, locationId: string): string {
  const mark = `${ctx.getDateTime("UTC")} ${ctx.newId()} ${locationId}`;
  ctx.setCustomerAttribute(catalogRenewal.idn, mark);
  return mark;
}

/** False when somebody else has begun a load since: the load is theirs, and this one is to be given up. */
export function hasRenewal(ctx: SkillContext, mark: string): boolean {
  return ctx.getCustomerAttribute(catalogRenewal.idn) === mark;
}

/** Marks the end of a load, whatever came of it. */
export function endRenewal(ctx: SkillContext): void {
  ctx.setCustomerAttribute(catalogRenewal.idn, "");
}

/**
 * What is under way with the catalogue of the location. `loading`: somebody loads it; `imported`: an import has loaded
 * it in the last minutes and nobody has since.
 */
export function renewalOf(ctx: SkillContext, locationId: string): "none" | "loading" | "imported" {
  const mark = ctx.getCustomerAttribute(catalogRenewal.idn);
  if (!mark.endsWith(` ${locationId}`)) {
    return "none";
  }
  const isImported = mark.startsWith(importedMark);
  const since = isImported ? mark.slice(importedMark.length) : mark;
  return isStale(since, ctx.getDateTime("UTC"), longest) ? "none" : isImported ? "imported" : "loading";
}

/** True while the catalogue of the location is being loaded by somebody. */
export function isRenewing(ctx: SkillContext, locationId: string): boolean {
  return renewalOf(ctx, locationId) === "loading";
}

/** Waits a few seconds for a load to end. True when it has. */
export function awaitRenewal(ctx: SkillContext, locationId: string): boolean {
  let isUnderWay = isRenewing(ctx, locationId);
  for (let look = 0; look < mostLooks; look += 1) {
    if (isUnderWay) {
      ctx.sleep("1");
      isUnderWay = isRenewing(ctx, locationId);
    }
  }
  return !isUnderWay;
}

/** Remembers that an import has loaded the catalogue: the publish that belongs to it need not do it again. */
export function markImported(ctx: SkillContext, locationId: string): void {
  ctx.setCustomerAttribute(catalogRenewal.idn, `${importedMark}${ctx.getDateTime("UTC")} ${locationId}`);
}
