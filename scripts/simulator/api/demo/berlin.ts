/** Lindenhof Studio, Berlin: the main demo location, in a zone with daylight saving. */
import type { LocationData } from "../salon-data.ts";
import { berlinCategories, berlinServices } from "./berlin-catalogue.ts";
import { berlinStaff } from "./berlin-staff.ts";
import { DEMO_LOCATION_ID } from "./demo-access.ts";

/** The location. Clients may cancel until 3 hours and move until 6 hours before the visit. */
export const berlin: LocationData = {
  id: DEMO_LOCATION_ID,
  title: "Lindenhof Studio",
  countryId: 49,
  cityId: 301,
  city: "Berlin",
  address: "Lindenhofstrasse 12",
  zip: "10999",
  latitude: 52.4988,
  longitude: 13.4206,
  phone: "+493055501234",
  email: "berlin@lindenhof.example",
  zone: "Europe/Berlin",
  currency: "€",
  bookformId: 551201,
  licenceActive: true,
  rules: {
    gridMinutes: 15,
    horizonDays: 60,
    delayMinutes: 60,
    phoneConfirmation: false,
    emailRequired: false,
    commentRequired: false,
    allowDelete: true,
    deleteDelaySeconds: 10_800,
    allowChange: true,
    changeDelaySeconds: 21_600,
  },
  categories: berlinCategories,
  services: berlinServices,
  staff: berlinStaff,
  clients: [
    { id: 5201, name: "Clara", surname: "Weiss", phone: "4915112345678", email: "clara@example.com" },
    // Holds the digits of Clara's number without its country code: a fuzzy search for them finds both.
    { id: 5202, name: "Ben", surname: "Vogel", phone: "4315112345678", email: "" },
    { id: 5203, name: "Erika", surname: "Sommer", phone: "4916098765432", email: "erika@example.com" },
  ],
  blacklist: ["4917000000666"],
};
