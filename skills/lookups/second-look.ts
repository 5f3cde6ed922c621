/** A second look at what is offered, before a service or a member is denied that may be new. */
import type { SkillContext } from "#sdk";
import { expireCatalog, isStale } from "../domain/catalog-age.ts";
import { awaitRenewal, isRenewing } from "../domain/catalog-renewal.ts";
import type { Catalog, Location } from "../domain/catalog.ts";
import type { Visit } from "../domain/visit.ts";
import { failureOf } from "./current-catalog.ts";
import { whetherOffered } from "./free-times.ts";
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
 * Asks for services and staff again, or waits for whoever does. True when that gave a new catalogue to plan with. Where
 * it is denied that somebody does the services, Altegio is asked for that first: a request for each member is only sent
 * where it says otherwise.
 *
 * @param location that of the stored catalogue
 * @param visit of the plan; without services where it is a name that is not known
 */
export async function lookAgain(ctx: SkillContext, location: Location, visit: Visit): Promise<boolean> {
  if (isRenewing(ctx, location.id)) {
    return awaitRenewal(ctx, location.id);
  }
  if (visit.serviceIds.length > 0) {
    if ((await whetherOffered(ctx, visit)) !== "yes") {
      return false;
    }
    expireCatalog(ctx);
  }
  const renewed = await renewCatalog(ctx, location);
  noteProblem(ctx, failureOf(renewed), "refreshing services and staff");
  return renewed.problem === "none";
}
