/** The demo salon: a small chain with one partner, one technical user and one marketplace application. */
import type { SalonData } from "../salon-data.ts";
import { berlin } from "./berlin.ts";
import { hamburg, vienna } from "./branches.ts";
import { demoCountries } from "./countries.ts";
import { demoApplications, demoPartners, demoUsers } from "./demo-access.ts";

/** The data `startAltegio` uses when it is given none. */
export function demoSalon(): SalonData {
  return {
    partners: demoPartners,
    users: demoUsers,
    applications: demoApplications,
    countries: demoCountries,
    locations: [berlin, hamburg, vienna],
  };
}
