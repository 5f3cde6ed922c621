/** What every route works on. */
import type { Quirks } from "./quirks.ts";
import type { LocationData, SalonData } from "./salon-data.ts";
import type { SalonState } from "./state.ts";

/** The salon's fixed data, its state, the clock and the quirks in force. */
export interface World {
  readonly salon: SalonData;
  readonly state: SalonState;
  readonly quirks: Quirks;
  readonly now: () => Date;
}

/** A location by id. */
export function findLocation(world: World, id: number): LocationData | undefined {
  return world.salon.locations.find((location) => location.id === id);
}
