/** The first date on which a team member is free. */
import { bookingWindow, datesWithin, freeSlots, type Slot } from "./availability.ts";
import type { LocationData, StaffData } from "./salon-data.ts";
import type { World } from "./world.ts";

/** The first date with free slots and those slots; date "" and no slots when the horizon holds none. */
export function soonestSeances(
  world: World,
  location: LocationData,
  staff: StaffData,
  serviceIds: readonly number[],
): { readonly date: string; readonly slots: readonly Slot[] } {
  const { first, last } = bookingWindow(world, location);
  for (const date of datesWithin(world, location, { from: first, to: last })) {
    const slots = freeSlots(world, location, { staff, serviceIds, date });
    if (slots.length > 0) {
      return { date, slots };
    }
  }
  return { date: "", slots: [] };
}
