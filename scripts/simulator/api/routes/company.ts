/** `GET /company/{loc}`, `GET /countries` and the marketplace list (docs/altegio-api.md, "Locations"). */
import { datesWithin, bookingWindow, freeSlots } from "../availability.ts";
import { answer, type Answer } from "../envelope.ts";
import { accessDenied, invalidFields, notFound } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { idParam, type Call, type LocationCall, type Route } from "../router.ts";
import type { ApplicationData } from "../salon-data.ts";
import { companyView, salonView } from "../views/company.ts";
import { nextSlotText } from "../views/service.ts";
import { findLocation } from "../world.ts";

// Readable with a partner token for any location, installed or not, paid or not
// (docs/altegio-api.md, "Access refused").
function getCompany(call: LocationCall): Answer {
  const nextSlot = call.query.text("forBooking") === "1" ? soonestSlot(call) : "";
  const bookforms = call.query.text("showBookforms") === "1";
  return answer(companyView(call.world.salon, call.location, { nextSlot, bookforms }));
}

function soonestSlot({ world, location }: LocationCall): string {
  const { first, last } = bookingWindow(world, location);
  for (const date of datesWithin(world, location, { from: first, to: last })) {
    const [slot] = freeSlots(world, location, { staff: null, serviceIds: [], date });
    if (slot !== undefined) {
      return nextSlotText(location, slot);
    }
  }
  return "";
}

function getCountries({ world }: Call): Answer {
  const rows = world.salon.countries.map((country): JsonObject => ({
    id: country.id,
    title: country.title,
    full_title: country.title,
    iso_code: country.isoCode,
    phone_code: country.phoneCode,
    phone_template: country.phoneTemplate,
    phone_example: country.phoneExample,
    currency: country.currency,
    exchange: 1.5,
    lang_id: country.langId,
    group_type: 1,
    is_eu: country.isEu,
  }));
  return answer(rows);
}

// `page` (from 1) and `count` (at most 1000) are required; there is no total
// (docs/altegio-api.md, "Locations of an application").
function getSalons(call: Call): Answer {
  const application = ownApplication(call);
  const page = call.query.integer("page") ?? 0;
  const count = call.query.integer("count") ?? 0;
  if (page < 1) {
    throw invalidFields({ page: "The page must be at least 1" });
  }
  if (count < 1 || count > 1000) {
    throw invalidFields({ count: "The count must be between 1 and 1000" });
  }
  const rows = application.installations
    .map((installation) => findLocation(call.world, installation.locationId))
    .filter((location) => location !== undefined)
    .map((location) => salonView(call.world.salon, location));
  return answer(rows.slice((page - 1) * count, page * count));
}

// One installation; 404 = not installed (docs/altegio-api.md, "One installation").
function getInstallation(call: Call): Answer {
  const locationId = idParam(call, "salon");
  const found = ownApplication(call).installations.find((one) => one.locationId === locationId);
  if (found === undefined) {
    throw notFound();
  }
  const log = { changed_at: found.since, status_from: "uninstalled", status_to: found.status };
  return answer({
    logs: [{ ...log, source: "marketplace" }],
    payments: [],
    connection_status: { status: found.status, created_at: found.since },
  });
}

function ownApplication(call: Call): ApplicationData {
  const id = idParam(call, "app");
  const application = call.world.salon.applications.find((known) => known.id === id);
  if (application === undefined || !call.caller.partner.applicationIds.includes(application.id)) {
    throw accessDenied();
  }
  return application;
}

/** Routes about locations as such. */
export const companyRoutes: readonly Route[] = [
  {
    verb: "GET",
    pattern: "/api/v1/company/{loc}",
    access: "location",
    errorShape: "company",
    handle: getCompany,
  },
  { verb: "GET", pattern: "/api/v1/countries", access: "partner", handle: getCountries },
  { verb: "GET", pattern: "/marketplace/application/{app}/salons", access: "partner", handle: getSalons },
  {
    verb: "GET",
    pattern: "/marketplace/salon/{salon}/application/{app}",
    access: "partner",
    handle: getInstallation,
  },
];
