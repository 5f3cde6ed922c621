/** The attributes of the module against the tables of the vendor's set-up page. */
import { describe, expect, test } from "vitest";
import * as all from "../../attributes/index.ts";
import { checkDefinitions } from "../../scripts/model/check-model.ts";
import { readSourceIndex } from "../../scripts/model/source-index.ts";
import { definition } from "./sample-module.ts";

const requiredTable = [
  ["altegio_partner_token", "Partner authorization for the public Online Booking and B2B APIs."],
  ["altegio_application_id", "Numeric marketplace application ID, used to discover locations."],
  [
    "altegio_location_id",
    "The target Altegio location. Select from the dropdown after the Partner Token and Application ID are set.",
  ],
  [
    "altegio_user_token",
    "User authorization for CRM lookup and reschedule. Optional overall, but required for those two features.",
  ],
] as const;

const optionalTable = [
  ["altegio_availability_enabled", "Enable availability checking.", "True"],
  ["altegio_booking_enabled", "Enable appointment booking.", "True"],
  ["altegio_cancellation_enabled", "Enable appointment cancellation.", "True"],
  ["altegio_reschedule_enabled", "Enable rescheduling.", "True"],
  [
    "altegio_existing_appointments_enabled",
    "Enable CRM lookup of existing appointments by phone number.",
    "True",
  ],
  ["altegio_existing_appointments_search_days", "How many days of existing appointments to search.", "365"],
  ["altegio_setup_scenarios", "Auto-add the default Altegio scenarios and intents on publish.", "True"],
] as const;

const byIdn = new Map(all.attributes.map((attribute) => [attribute.idn, attribute]));

describe("attributes", () => {
  test.each(requiredTable)("%s is defined as the required table says", (idn, description) => {
    expect(byIdn.get(idn)).toMatchObject({ description, defaultValue: "", owner: "user", hidden: true });
  });

  test.each(optionalTable)("%s is defined as the optional table says", (idn, description, defaultValue) => {
    expect(byIdn.get(idn)).toMatchObject({
      description,
      defaultValue,
      required: false,
      owner: "user",
      hidden: true,
    });
  });

  test("of the user are those eleven, all others belong to the module", () => {
    const user = all.attributes.filter(({ owner }) => owner === "user").map(({ idn }) => idn);
    expect(user.sort()).toEqual([...requiredTable, ...optionalTable].map(([idn]) => idn).sort());
    expect(all.attributes.every(({ hidden }) => hidden)).toBe(true);
  });

  test("keep exactly the two tokens secret", () => {
    expect(all.attributes.filter(({ secret }) => secret).map(({ idn }) => idn)).toEqual([
      "altegio_partner_token",
      "altegio_user_token",
    ]);
  });

  test("are exported one by one and in a list sorted by idn", () => {
    const single = Object.values(all).filter((value) => typeof value === "object" && "idn" in value);
    expect(new Set(single)).toEqual(new Set(all.attributes));
    expect(all.attributes.map(({ idn }) => idn)).toEqual([...byIdn.keys()].sort());
  });

  test("pass the checks, and each is found in the sources", () => {
    const sources = readSourceIndex(".", ["attributes"]);
    const problems = checkDefinitions(definition({ attributes: all.attributes, tools: [] }), sources);
    expect(problems).toEqual([]);
    for (const idn of byIdn.keys()) {
      const found = sources.find({ kind: "attribute", idn, occurrence: 0, within: null });
      expect(found?.span.position.file, idn).toMatch(/^attributes\//u);
    }
  });
});
