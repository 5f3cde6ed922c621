/** How the settings are read, and what the publish hook says of those it cannot read. */
import { describe, expect, it } from "vitest";
import { isOff, isOn, locationIdOf, readSearchDays, wholeNumber } from "../../../skills/domain/settings.ts";
import { MemoryHost } from "../memory-host.ts";
import { publish, statusOf } from "../set-up-host.ts";

const days = (value: string): number =>
  readSearchDays(
    new MemoryHost({ customer: { altegio_existing_appointments_search_days: value } }).context(),
  );

describe("settings", () => {
  it("are read as people write them", () => {
    expect(["true", "TRUE", "1", " yes ", "On"].every(isOn)).toBe(true);
    expect(["false", "FALSE", "0", " no ", "Off"].every(isOff)).toBe(true);
    expect(["", "perhaps", "2"].some((value) => isOn(value) || isOff(value))).toBe(false);
    expect(["1193", " 1193 ", "1193.0", "1193.5", "-1", "x", ""].map(wholeNumber)).toEqual([
      "1193",
      "1193",
      "1193",
      "",
      "",
      "",
      "",
    ]);
    expect(["4564", " 4564 ", "4564.0", "Salon (North), Rome (12)", "Salon (x)"].map(locationIdOf)).toEqual([
      "4564",
      "4564",
      "4564",
      "12",
      "",
    ]);
    expect([" 365 ", "30.0", "1", "3650"].map(days)).toEqual([365, 30, 1, 3650]);
    expect(["0", "-1", "3651", "a year", ""].map(days)).toEqual([365, 365, 365, 365, 365]);
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ["altegio_booking_enabled", "perhaps", "write True or False"],
    ["altegio_setup_scenarios", "jein", "write True or False"],
    ["altegio_application_id", "my app", "enter digits only, such as 1193"],
    ["altegio_location_id", "Salon", "choose it from the list, or enter its id in digits"],
    ["altegio_existing_appointments_search_days", "a year", "enter digits only, such as 365"],
    ["altegio_user_token", "User abc", "enter the token alone"],
  ];
  it.each(wrong)(
    "%s = %j is named with the form it should have, and never shown",
    async (idn, value, form) => {
      const host = await publish(new MemoryHost({ customer: { [idn]: value } }));
      const line = statusOf(host)
        .split("\n")
        .find((text) => text.startsWith(`Wrong: ${idn} `));
      expect(line).toContain(form);
      expect(statusOf(host)).not.toContain(value);
      expect(host.customer.get(idn)).toBe(value);
    },
  );
});
