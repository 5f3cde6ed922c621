/** The two smaller demo locations: they fill the marketplace list and hold stricter booking rules. */
import type { CategoryData, LocationData, ServiceData, StaffData, WorkSpan } from "../salon-data.ts";
import { berlin } from "./berlin.ts";
import { DEMO_HAMBURG_ID, DEMO_VIENNA_ID } from "./demo-access.ts";

const allDay: readonly WorkSpan[] = [{ from: "10:00", to: "18:00" }];

// One service and one person each, with ids derived from the location's.
function smallCatalogue(
  base: number,
  name: string,
): {
  categories: readonly CategoryData[];
  services: readonly ServiceData[];
  staff: readonly StaffData[];
} {
  const serviceId = base + 1;
  return {
    categories: [{ id: base, title: "Hair", weight: 10 }],
    services: [
      {
        id: serviceId,
        title: "Haircut",
        categoryId: base,
        priceMin: 45,
        priceMax: 45,
        seconds: 3600,
        comment: "",
        weight: 10,
        prepaid: "forbidden",
        online: true,
      },
    ],
    staff: [
      {
        id: base + 2,
        name,
        specialization: "Stylist",
        position: { id: 11, title: "Stylist" },
        bookable: true,
        fired: false,
        hidden: false,
        weight: 10,
        rating: 4.5,
        information: "",
        links: [{ serviceId, seconds: 3600, priceMin: 45, priceMax: 45 }],
        week: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay },
        exceptions: {},
      },
    ],
  };
}

/** Hamburg: Online Booking asks for an SMS code, an e-mail address and a comment. */
export const hamburg: LocationData = {
  ...berlin,
  id: DEMO_HAMBURG_ID,
  title: "Lindenhof Hafen",
  cityId: 302,
  city: "Hamburg",
  address: "Am Sandtorkai 4",
  zip: "20457",
  phone: "+494055501234",
  email: "hamburg@lindenhof.example",
  bookformId: 551202,
  rules: { ...berlin.rules, phoneConfirmation: true, emailRequired: true, commentRequired: true },
  ...smallCatalogue(62000, "Greta Lange"),
  clients: [],
};

/** Vienna: another country, and clients may neither cancel nor move a visit online. */
export const vienna: LocationData = {
  ...berlin,
  id: DEMO_VIENNA_ID,
  title: "Lindenhof Ring",
  countryId: 14,
  cityId: 401,
  city: "Vienna",
  address: "Schottenring 9",
  zip: "1010",
  phone: "+4315550123",
  email: "vienna@lindenhof.example",
  zone: "Europe/Vienna",
  bookformId: 551203,
  rules: { ...berlin.rules, allowDelete: false, allowChange: false },
  ...smallCatalogue(63000, "Leo Gruber"),
  clients: [],
};
