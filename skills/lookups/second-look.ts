/** A second look at what is offered, before a service or a member is denied that may be new. */
import type { SkillContext } from "#sdk";
import { isStale } from "../domain/catalog-age.ts";
import { awaitRenewal, isRenewing } from "../domain/catalog-renewal.ts";
import type { Catalog, Location } from "../domain/catalog.ts";
import { failureOf } from "./current-catalog.ts";
import { renewCatalog } from "./load-catalog.ts";
import { noteProblem } from "./note-problem.ts";

/** A catalogue that was loaded so many minutes ago is believed where it lacks something. */
const fewMinutes = 5;

/**
 * True when the catalogue does not have what was named and may have it by now. Not at each question of a caller who
 * names what there is not: a catalogue of the last few minutes is believed.
 *
 * @param isUnknown of the plan that was made with it
 */
export function mayBeNew(ctx: SkillContext, isUnknown: boolean, catalog: Catalog): boolean {
  return isUnknown && isStale(catalog.loadedAt, ctx.getDateTime("UTC"), fewMinutes);
}

/**
 * Asks for services and staff again, or waits for whoever does. True when that gave a new catalogue to plan with.
 *
 * @param location that of the stored catalogue
 */
export async function lookAgain(ctx: SkillContext, location: Location): Promise<boolean> {
  if (isRenewing(ctx, location.id)) {
    return awaitRenewal(ctx, location.id);
  }
  const renewed = await renewCatalog(ctx, location);
  noteProblem(ctx, failureOf(renewed), "refreshing services and staff");
  return renewed.problem === "none";
}
