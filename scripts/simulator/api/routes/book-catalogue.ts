/** `GET /book_services` and `GET /book_staff` (docs/altegio-api.md, "Services" and "Staff"). */
import { bookingWindow, freeSlots } from "../availability.ts";
import { bookableStaff, linksTo, listedStaff, onlineServices } from "../catalogue.ts";
import { answer, type Answer } from "../envelope.ts";
import { invalidFields } from "../errors.ts";
import type { LocationCall, Route } from "../router.ts";
import type { ServiceData, StaffData } from "../salon-data.ts";
import { soonestSeances } from "../soonest.ts";
import { readDateTime } from "../time-format.ts";
import { bookServiceView, categoryView } from "../views/service.ts";
import { bookStaffView } from "../views/staff.ts";
import { wallAt } from "../zone-time.ts";

// `datetime` of the query as an instant; null when absent.
function momentOf(call: LocationCall): number | null {
  const text = call.query.text("datetime");
  const moment = text === "" ? null : readDateTime(call.location.zone, text);
  if (text !== "" && moment === null) {
    throw invalidFields({ datetime: "The value must be a date and time of the location" });
  }
  return moment;
}

function freeAt(
  call: LocationCall,
  staff: StaffData,
  serviceIds: readonly number[],
  moment: number,
): boolean {
  const { date } = wallAt(call.location.zone, moment);
  const slots = freeSlots(call.world, call.location, { staff, serviceIds, date });
  return slots.some((slot) => slot.start === moment);
}

// With `service_ids[]` only what can be added to them: provided by somebody who provides all chosen ones.
function getBookServices(call: LocationCall): Answer {
  const { location, query } = call;
  const staffId = query.integer("staff_id") ?? 0;
  const chosen = query.integers("service_ids");
  const moment = momentOf(call);
  const people = bookableStaff(location).filter((staff) => staffId === 0 || staff.id === staffId);
  const fits = (service: ServiceData): boolean =>
    !chosen.includes(service.id) &&
    people.some((staff) => {
      const wanted = [...chosen, service.id];
      return linksTo(staff, wanted) !== null && (moment === null || freeAt(call, staff, wanted, moment));
    });
  const services = onlineServices(location).filter(fits);
  const rows = services.map((service) => {
    const link = staffId === 0 ? undefined : people[0]?.links.find((one) => one.serviceId === service.id);
    return bookServiceView(service, link ?? null);
  });
  const category = location.categories
    .filter((one) => services.some((service) => service.categoryId === one.id))
    .sort((one, other) => other.weight - one.weight)
    .map(categoryView);
  return answer({ events: [], services: rows, category });
}

// Those who cannot be booked are still listed; with a `datetime` so are those who are busy then.
function getBookStaff(call: LocationCall): Answer {
  const { world, location, query } = call;
  const serviceIds = query.integers("service_ids");
  const moment = momentOf(call);
  const { last } = bookingWindow(world, location);
  const providers = listedStaff(location).filter((staff) => linksTo(staff, serviceIds) !== null);
  const rows = providers.map((staff) => {
    const free = moment === null || freeAt(call, staff, serviceIds, moment);
    const bookable = staff.bookable && free;
    const seanceDate = bookable ? soonestSeances(world, location, staff, serviceIds).date : "";
    return bookStaffView(staff, { bookable, seanceDate, scheduleTill: last });
  });
  return answer(rows);
}

/** Routes that list what can be booked and with whom. */
export const bookCatalogueRoutes: readonly Route[] = [
  {
    verb: "GET",
    pattern: "/api/v1/book_services/{loc}",
    access: "location",
    licence: 403,
    handle: getBookServices,
  },
  // No `licence`: `book_staff` of any location stays readable (docs/altegio-api.md, "Access refused").
  { verb: "GET", pattern: "/api/v1/book_staff/{loc}", access: "location", handle: getBookStaff },
];
