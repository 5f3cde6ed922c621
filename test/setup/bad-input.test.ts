/**
 * Everything that can be wrong with an account or with Altegio, on the built artifact: it is named in the
 * status, nothing of the user's is lost, and a publish after the repair completes the set-up.
 */
import { afterAll, expect, it } from "vitest";
import { canvasAttribute, toolsAttribute } from "#sdk";
import { demoSalon, type SalonData } from "../../scripts/simulator/api/index.ts";
import {
  closeAccounts,
  connected,
  newAccount,
  publish,
  rememberAccount,
  statusOf,
  type TestAccount,
} from "./account.ts";
import { userContent } from "./user-content.ts";

interface Case {
  readonly name: string;
  /** What differs from a good account. */
  readonly values?: Readonly<Record<string, string>>;
  readonly salon?: SalonData;
  readonly before?: (account: TestAccount) => void;
  /** Lines the status must then hold. */
  readonly says: readonly RegExp[];
  /** False for what only Altegio's side can repair. */
  readonly repairable?: boolean;
}

const salon = demoSalon();
const [berlin] = salon.locations;
if (berlin === undefined) {
  throw new Error("the demo salon has no location");
}
/** One sandbox for all cases that differ in what was entered only. */
let shared: Promise<{ readonly account: TestAccount; readonly restore: () => void }> | null = null;

async function sharedAccount(entered: Readonly<Record<string, string>>): Promise<TestAccount> {
  shared ??= newAccount({}).then((account) => ({ account, restore: rememberAccount(account) }));
  const { account, restore } = await shared;
  restore();
  for (const [idn, value] of Object.entries(entered)) {
    account.sandbox.setAttribute(idn, value);
  }
  return account;
}

const fault =
  (path: string, kind: "html-403" | "empty-body" | "malformed-json" | "reset", times = 100) =>
  ({ altegio }: TestAccount): void =>
    void altegio.faults.add({ method: "*", path, fault: { kind }, times });
const refuse =
  (path: string, status: number, times = 1) =>
  ({ altegio }: TestAccount): void =>
    void altegio.faults.add({ method: "GET", path, fault: { kind: "status", status }, times });

const cases: readonly Case[] = [
  {
    name: "nothing entered",
    values: Object.fromEntries(Object.keys(connected).map((idn) => [idn, ""])),
    says: [
      /^Locations: not loaded\. Partner token is missing: set altegio_partner_token/mu,
      /^Catalogue: not loaded\. Partner token is missing/mu,
      /^User token: not checked/mu,
      /^Missing: altegio_partner_token, altegio_application_id, altegio_location_id$/mu,
      /^Not set: altegio_user_token/mu,
    ],
  },
  {
    name: "a wrong partner token",
    values: { altegio_partner_token: "wrong-token" },
    says: [
      /^Locations: not loaded\. Altegio refused the partner token: check altegio_partner_token/mu,
      /^Catalogue: the location could not be loaded\. Altegio refused the partner token/mu,
    ],
  },
  {
    name: "a partner token with a word before it",
    values: { altegio_partner_token: "Bearer demo-partner-token" },
    says: [/^Wrong: altegio_partner_token holds blanks/mu],
  },
  {
    name: "an unknown application",
    values: { altegio_application_id: "4711" },
    says: [/^Locations: not loaded\. Altegio does not know this application/mu, /^Catalogue: 12 services/mu],
  },
  {
    name: "an application id that is no number",
    values: { altegio_application_id: "demo-user-token" },
    says: [
      /Application ID is not a number/u,
      /^Wrong: altegio_application_id is not a number: enter digits only/mu,
    ],
  },
  {
    name: "an application without locations",
    salon: { ...salon, applications: salon.applications.map((one) => ({ ...one, installations: [] })) },
    says: [/^Locations: the application is not connected to any location/mu, /^Catalogue: 12 services/mu],
    repairable: false,
  },
  {
    name: "a location that is not one of the application's",
    salon: {
      ...salon,
      applications: salon.applications.map((one) => ({ ...one, installations: one.installations.slice(1) })),
    },
    says: [/^Locations: 2 found, but the chosen one \(720441\) is not among them\. The choice was kept/mu],
    repairable: false,
  },
  {
    name: "a location of another business",
    before: refuse("/book_staff/*", 403),
    says: [
      /^Catalogue: the staff could not be loaded\. Altegio refuses access: check that the application/mu,
    ],
  },
  {
    name: "a location that does not exist",
    values: { altegio_location_id: "Nowhere (5)" },
    says: [
      /^Locations: 3 found, but the chosen one \(5\)/mu,
      /^Catalogue: the location could not be loaded\. Altegio does not know/mu,
    ],
  },
  {
    name: "an unreadable location",
    values: { altegio_location_id: "Lindenhof" },
    says: [/^Locations: 3 found, choose one/mu, /^Wrong: altegio_location_id is not recognised: choose it/mu],
  },
  {
    name: "an expired licence",
    salon: { ...salon, locations: salon.locations.map((one) => ({ ...one, licenceActive: one !== berlin })) },
    says: [/^Catalogue: .*could not be loaded\. The location's Altegio licence has expired: renew it/mu],
    repairable: false,
  },
  {
    name: "a wrong user token",
    values: { altegio_user_token: "wrong-token" },
    says: [/^User token: refused by Altegio for this location/mu],
  },
  {
    name: "a user without rights",
    salon: {
      ...salon,
      users: salon.users.map((user) => ({
        ...user,
        rights: user.rights.map((one) => ({
          ...one,
          permissions: { ...one.permissions, timetable: { timetable_access: false } },
        })),
      })),
    },
    says: [/^User token: accepted, but its user lacks the rights timetable_access in Altegio/mu],
    repairable: false,
  },
  {
    name: "Altegio down",
    before: fault("/**", "reset", 6),
    says: [
      /^Locations: not loaded\. Altegio could not be reached/mu,
      /^Catalogue: the location could not be loaded\. Altegio could not be reached/mu,
    ],
  },
  ...(["html-403", "empty-body", "malformed-json"] as const).map((kind): Case => ({
    name: `Altegio answering ${kind}`,
    before: ({ altegio }) => {
      altegio.faults.add({ method: "GET", path: "/company/*", fault: { kind }, times: 2 });
    },
    says: [/^Catalogue: the location could not be loaded\./mu, /^Locations: 3 found, one is chosen/mu],
  })),
  {
    name: "too many requests",
    before: refuse("/book_services/*", 429, 2),
    says: [/^Catalogue: the services could not be loaded\. Altegio refused .* too many in a short time/mu],
  },
  {
    name: "a broken canvas",
    values: { [canvasAttribute]: `${userContent[canvasAttribute] ?? ""},` },
    says: [/^Scenarios: 19 in project_\w+, because project_\w+ does not hold a canvas/mu],
  },
  {
    name: "tools that are no JSON",
    values: { [toolsAttribute]: "{'tools': {}}" },
    says: [/^Tools: not registered, because project_attributes_settings_newo_tools does not hold JSON/mu],
  },
  {
    name: "rubbish in switches and numbers",
    values: {
      altegio_booking_enabled: "perhaps",
      altegio_setup_scenarios: "demo-partner-token",
      altegio_existing_appointments_search_days: "a year",
    },
    says: [
      /^Wrong: altegio_booking_enabled is neither True nor False and counts as False/mu,
      /^Wrong: altegio_setup_scenarios is neither True nor False/mu,
      /^Wrong: altegio_existing_appointments_search_days is not a number from 1 to 3650 and counts as 365/mu,
    ],
  },
  {
    name: "a state of the module that somebody has overwritten",
    values: { altegio_tools_state: "{", altegio_scenarios_state: "mine", altegio_catalog: "<html>" },
    says: [/^Settings: all in order$/mu],
  },
];

afterAll(closeAccounts);

it.each(cases)(
  "$name: it is named, costs the user nothing and can be repaired",
  async ({ values = {}, salon: data = salon, before, says, repairable = true }) => {
    const good = {
      ...userContent,
      ...connected,
      altegio_setup_scenarios: "True",
      altegio_booking_enabled: "True",
    };
    const entered = { ...good, ...values };
    const account =
      data === salon ? await sharedAccount(entered) : await newAccount(entered, { salon: data });
    before?.(account);
    await publish(account);
    const status = statusOf(account);
    for (const line of says) {
      expect(status).toMatch(line);
    }
    for (const secret of ["demo-partner-token", "demo-user-token", "wrong-token"]) {
      expect(status).not.toContain(secret);
    }
    for (const [idn, value] of Object.entries(entered)) {
      const owned = !idn.startsWith("project_attributes_") && !/_(?:state|catalog)$/u.test(idn);
      if (owned || (idn in values && !/_(?:state|catalog)$/u.test(idn))) {
        expect(account.sandbox.getAttribute(idn), idn).toBe(value);
      }
    }
    if (!repairable) {
      return;
    }
    for (const [idn, value] of Object.entries(good)) {
      if (idn in values) {
        account.sandbox.setAttribute(idn, value);
      }
    }
    await publish(account);
    const repaired = statusOf(account);
    expect(repaired).toMatch(/^Locations: 3 found, one is chosen$/mu);
    expect(repaired).toMatch(
      /^Catalogue: 12 services and 5 staff of Lindenhof Studio \(Europe\/Berlin\) loaded$/mu,
    );
    expect(repaired).toMatch(/^User token: accepted$/mu);
    expect(repaired).toMatch(
      /^Tools: altegio_check_availability_tool, .*find_appointments_tool registered$/mu,
    );
    expect(repaired).toMatch(/^Scenarios: 19 defaults.* on the canvas$/mu);
    expect(repaired).toMatch(/^Settings: all in order$/mu);
    expect(account.altegio.faults.unused()).toEqual([]);
  },
);
