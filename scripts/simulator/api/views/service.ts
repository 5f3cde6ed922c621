/** Services, categories and slots of Online Booking on the wire. */
import type { Slot } from "../availability.ts";
import type { JsonObject } from "../json.ts";
import type { CategoryData, LocationData, ServiceData, StaffLink } from "../salon-data.ts";
import { isoBasic, isoColon } from "../time-format.ts";
import { wallAt } from "../zone-time.ts";

/**
 * A service of `book_services` (docs/altegio-api.md, "Services"). With the link of the team member asked for it
 * has that person's price and duration; without one `seance_length` is null.
 */
export function bookServiceView(service: ServiceData, link: StaffLink | null): JsonObject {
  return {
    id: service.id,
    title: service.title,
    category_id: service.categoryId,
    price_min: link?.priceMin ?? service.priceMin,
    price_max: link?.priceMax ?? service.priceMax,
    discount: 0,
    comment: service.comment,
    weight: service.weight,
    active: 1,
    gender: 0,
    image: "",
    prepaid: service.prepaid,
    seance_length: link?.seconds ?? null,
    abonement_restriction: 0,
    prepaid_settings: {
      status: service.prepaid,
      prepaid_full: { amount: 0, percent: 0 },
      prepaid_min: { amount: 0, percent: 0 },
    },
    is_composite: service.parts !== undefined,
    is_chain: false,
    images: null,
    composite_details: service.parts === undefined ? null : { services: service.parts.map((id) => ({ id })) },
  };
}

/**
 * A category of `book_services`; `api_id` is text in some rows and a number in others
 * (docs/altegio-api.md, "Services").
 */
export function categoryView(category: CategoryData, index: number): JsonObject {
  return {
    id: category.id,
    title: category.title,
    gender: 0,
    api_id: index % 2 === 0 ? "0" : 0,
    weight: category.weight,
  };
}

/** A slot of `book_times` and `book_staff_seances`: wall clock, seconds, and ISO with the zone's offset. */
export function slotView(location: LocationData, slot: Slot): JsonObject {
  return {
    time: wallAt(location.zone, slot.start).time.slice(0, 5),
    seance_length: slot.seconds,
    sum_length: slot.seconds,
    datetime: isoColon(location.zone, slot.start),
  };
}

/** The moment of the soonest slot as `next_slot` spells it (docs/altegio-api.md, "Dates and times"). */
export function nextSlotText(location: LocationData, slot: Slot): string {
  return isoBasic(location.zone, slot.start);
}
