/** The catalogue to work with. */
import type { SkillContext } from "#sdk";
import { isStale } from "../domain/catalog-age.ts";
import { awaitRenewal, isRenewing } from "../domain/catalog-renewal.ts";
import { readCatalog } from "../domain/catalog.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { loadCatalog, renewCatalog } from "./load-catalog.ts";
import { noteProblem } from "./note-problem.ts";
import type { LoadedCatalog } from "./store-catalog.ts";

/**
 * The stored catalogue. When the last publish could not load it, it is loaded now; when it is older than a
 * day, services and staff are asked for again, and if that fails, the old ones still serve. Where somebody else is
 * loading it, the old ones serve too, and without any the load is waited for.
 */
export async function currentCatalog(ctx: SkillContext, location: string): Promise<LoadedCatalog> {
  const stored = readCatalog(ctx, location);
  const moment = stored === null ? "" : ctx.getDateTime(stored.location.zone);
  if (stored !== null && (!isStale(stored.loadedAt, moment) || isRenewing(ctx, location))) {
    return { catalog: stored, problem: "none", failed: "", textsChanged: false, moment };
  }
  if (stored !== null) {
    const renewed = await renewCatalog(ctx, stored.location);
    noteProblem(ctx, failureOf(renewed), "refreshing services and staff");
    const catalog = renewed.catalog ?? readCatalog(ctx, location);
    return { ...renewed, catalog, problem: "none", failed: "" };
  }
  if (isRenewing(ctx, location)) {
    const hasEnded = awaitRenewal(ctx, location);
    const catalog = readCatalog(ctx, location);
    if (!hasEnded || catalog !== null) {
      return { catalog, problem: catalog === null ? "rate" : "none", failed: "", textsChanged: false };
    }
  }
  const loaded = await loadCatalog(ctx, location);
  noteProblem(ctx, failureOf(loaded), "loading services and staff");
  return loaded;
}

/** Why it could not be loaded; "none" where it was, or where somebody else is loading it. */
export function failureOf(loaded: LoadedCatalog): ProblemKind {
  return loaded.failed === "" ? "none" : loaded.problem;
}
