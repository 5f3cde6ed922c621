/** Whether the module is connected, and the catalogue to work with. */
import { locationId, partnerToken } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { readCatalog } from "../domain/catalog.ts";
import { isStale } from "../domain/catalog-age.ts";
import { loadCatalog, renewCatalog } from "./load-catalog.ts";
import type { LoadedCatalog } from "./load-catalog.ts";
import { noteProblem } from "./note-problem.ts";
import { locationIdOf, readSetting } from "../domain/settings.ts";

/** The location requests go to; "" while the token or the location is missing. */
export function connectedLocation(ctx: SkillContext): string {
  return readSetting(ctx, partnerToken.idn) === "" ? "" : locationIdOf(readSetting(ctx, locationId.idn));
}

/** Said when the token or the location is missing. */
export const notConnectedText =
  "The booking system is not connected yet, so free times cannot be checked and nothing can be booked. Apologise and offer to pass the request to the team. Do not name any time as free.";

/**
 * The stored catalogue. When the last publish could not load it, it is loaded now; when it is older than a
 * day, services and staff are asked for again, and if that fails, the old ones still serve.
 */
export async function currentCatalog(ctx: SkillContext, location: string): Promise<LoadedCatalog> {
  const stored = readCatalog(ctx, location);
  if (stored !== null && !isStale(stored.loadedAt, ctx.getDateTime("UTC"))) {
    return { catalog: stored, problem: "none", failed: "", textsChanged: false };
  }
  if (stored !== null) {
    const renewed = await renewCatalog(ctx, stored);
    noteProblem(ctx, renewed.problem, "refreshing services and staff");
    return { ...renewed, problem: "none", failed: "" };
  }
  const loaded = await loadCatalog(ctx, location);
  noteProblem(ctx, loaded.problem, "loading services and staff");
  return loaded;
}
