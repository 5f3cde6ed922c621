/** The parts of a catalogue that is being loaded, between one answer and the next. */
import type { SkillContext } from "#sdk";
import { catalogOf } from "../domain/catalog.ts";
import type { Catalog, Location, Service, StaffMember } from "../domain/catalog.ts";

/** The persona attribute it waits in. Of the persona, so that two loads at once cannot mix. */
const field = "altegio_catalog_draft";

/** The lists of a catalogue; empty while they have not come. */
export interface CatalogLists {
  readonly services: readonly Service[];
  readonly staff: readonly StaffMember[];
}

/** Keeps the lists as a catalogue of the location, so that they read back as one. */
export function keepDraft(ctx: SkillContext, location: Location, lists: CatalogLists): void {
  const draft: Catalog = { ...lists, location, loadedAt: "", linksKnown: false };
  ctx.setPersonaAttribute(field, JSON.stringify(draft));
}

/** The lists that were kept; empty ones when they are those of another location. */
export function readDraft(ctx: SkillContext, location: Location): CatalogLists {
  return catalogOf(ctx.getPersonaAttribute(field), location.id) ?? { services: [], staff: [] };
}

/** Forgets the lists: nobody asks for them again. */
export function dropDraft(ctx: SkillContext): void {
  ctx.setPersonaAttribute(field, "");
}
