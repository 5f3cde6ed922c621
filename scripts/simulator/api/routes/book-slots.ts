/**
 * `GET /book_dates`, `/book_times` and `/book_staff_seances` (docs/altegio-api.md, "Free days" and
 * "Free times").
 */
import { bookingWindow, datesWithin, freeSlots } from "../availability.ts";
import { bookableStaff, demandParts } from "../catalogue.ts";
import { answer, type Answer } from "../envelope.ts";
import { invalidFields, notFound } from "../errors.ts";
import type { Json, JsonObject } from "../json.ts";
import { idParam, type LocationCall, type Route } from "../router.ts";
import type { StaffData } from "../salon-data.ts";
import { spansOn } from "../schedule.ts";
import { soonestSeances } from "../soonest.ts";
import { slotView } from "../views/service.ts";
import { isDate, monthOf } from "../zone-time.ts";

// A team member by id, null for 0 ("any"). Throws 404 for an unknown id.
function staffById(call: LocationCall, id: number | null): StaffData | null {
  if (id === 0) {
    return null;
  }
  const staff = call.location.staff.find((person) => person.id === id);
  if (staff === undefined) {
    throw notFound();
  }
  return staff;
}

function getBookTimes(call: LocationCall): Answer {
  const date = call.param("date");
  if (!isDate(date)) {
    throw invalidFields({ date: "The value must be a date" });
  }
  const staff = staffById(call, idParam(call, "staff"));
  const serviceIds = call.query.integers("service_ids");
  demandParts(call.location, serviceIds);
  const slots = freeSlots(call.world, call.location, { staff, serviceIds, date });
  return answer(slots.map((slot) => slotView(call.location, slot)));
}

function getBookStaffSeances(call: LocationCall): Answer {
  const staff = staffById(call, idParam(call, "staff"));
  if (staff === null) {
    throw notFound();
  }
  const serviceIds = call.query.integers("service_ids");
  demandParts(call.location, serviceIds);
  const { date, slots } = soonestSeances(call.world, call.location, staff, serviceIds);
  // What stands for "no date at all" is not documented; null is the simulator's choice.
  const seanceDate = date === "" ? null : date;
  return answer({ seance_date: seanceDate, seances: slots.map((slot) => slotView(call.location, slot)) });
}

function getBookDates(call: LocationCall): Answer {
  const { world, location, query } = call;
  const staff = staffById(call, query.integer("staff_id") ?? 0);
  const serviceIds = query.integers("service_ids");
  demandParts(location, serviceIds);
  const dates = datesWithin(world, location, rangeOf(call));
  const people = bookableStaff(location).filter((person) => staff === null || person.id === staff.id);
  const working = dates.filter((date) => people.some((one) => spansOn(location, one, date).length > 0));
  const booking = working.filter(
    (date) => freeSlots(world, location, { staff, serviceIds, date }).length > 0,
  );
  return answer({
    booking_days: daysByMonth(booking),
    booking_dates: booking,
    working_days: daysByMonth(working),
    working_dates: working,
  });
}

// `date_from` and `date_to` must come together and override `date`, which means its whole month.
function rangeOf({ world, location, query }: LocationCall): { from: string; to: string } {
  const from = query.date("date_from");
  const to = query.date("date_to");
  const date = query.date("date");
  if ((from === "") !== (to === "")) {
    throw invalidFields({ date_from: "date_from and date_to must be given together" });
  }
  if (from !== "") {
    return { from, to };
  }
  if (date !== "") {
    const { first, last } = monthOf(date);
    return { from: first, to: last };
  }
  const { first, last } = bookingWindow(world, location);
  return { from: first, to: last };
}

// Days keyed by month number without a year; PHP sends the empty one as a list
// (docs/altegio-api.md, "Free days").
function daysByMonth(dates: readonly string[]): Json {
  if (dates.length === 0) {
    return [];
  }
  const months: { [month: string]: number[] } = {};
  for (const date of dates) {
    const [, month = "", day = ""] = date.split("-");
    (months[String(Number(month))] ??= []).push(Number(day));
  }
  return months satisfies JsonObject;
}

/** Routes that answer when something is free. */
export const bookSlotRoutes: readonly Route[] = [
  {
    verb: "GET",
    pattern: "/api/v1/book_dates/{loc}",
    access: "location",
    licence: 403,
    handle: getBookDates,
  },
  {
    verb: "GET",
    pattern: "/api/v1/book_times/{loc}/{staff}/{date}",
    access: "location",
    licence: 403,
    handle: getBookTimes,
  },
  {
    verb: "GET",
    pattern: "/api/v1/book_staff_seances/{loc}/{staff}",
    access: "location",
    licence: 403,
    handle: getBookStaffSeances,
  },
];
