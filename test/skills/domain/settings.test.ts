import { describe, expect, it } from "vitest";
import {
  isOff,
  isOn,
  locationIdOf,
  readSearchDays,
  readSetting,
  readSwitch,
  wholeNumber,
} from "../../../skills/domain/settings.ts";
import { MemoryHost } from "../memory-host.ts";

describe("settings", () => {
  it("are read from the customer first, then the project", () => {
    const ctx = new MemoryHost({ customer: { a: " x ", b: " " }, project: { a: "y", b: "z" } }).context();
    expect([readSetting(ctx, "a"), readSetting(ctx, "b"), readSetting(ctx, "c")]).toEqual(["x", "z", ""]);
  });

  it("understand the spellings of on and off", () => {
    expect(["True", "TRUE", "1", "yes", " on "].map(isOn)).toEqual([true, true, true, true, true]);
    expect(["False", "0", "no", "", "nonsense"].map(isOn)).toEqual([false, false, false, false, false]);
    const ctx = new MemoryHost({ customer: { off: "False" } }).context();
    expect(readSwitch(ctx, { idn: "off", defaultValue: "True" })).toBe(false);
    expect(readSwitch(ctx, { idn: "unset", defaultValue: "True" })).toBe(true);
  });

  it("find the location's id in a label or by itself", () => {
    expect(
      ["Salon, New York (4564)", "4564", " 4564 ", "Salon (North), Rome (12)", "Salon", ""].map(locationIdOf),
    ).toEqual(["4564", "4564", "4564", "12", "", ""]);
  });

  it("tell off from neither", () => {
    expect(["False", " 0 ", "no", "OFF"].map(isOff)).toEqual([true, true, true, true]);
    expect(["True", "", "nonsense", "on"].map(isOff)).toEqual([false, false, false, false]);
    const ctx = new MemoryHost({ customer: { odd: "perhaps" }, project: { late: "on" } }).context();
    expect(readSwitch(ctx, { idn: "odd", defaultValue: "True" })).toBe(false);
    expect(readSwitch(ctx, { idn: "late", defaultValue: "False" })).toBe(true);
  });

  it("hold whole numbers in several spellings", () => {
    expect(["1193", " 1193 ", "1193.0", "1193.00", "1".repeat(15)].map(wholeNumber)).toEqual([
      "1193",
      "1193",
      "1193",
      "1193",
      "1".repeat(15),
    ]);
    const none = ["1193.5", "1193.", "-1", "x1", "1x", "", "1".repeat(16), "1.0x"];
    expect(none.map(wholeNumber)).toEqual(none.map(() => ""));
    expect(["(12) Salon", "Salon (x12)", "Salon (12", "Salon 12)"].map(locationIdOf)).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });

  it.each([
    ["1", 1],
    ["3650", 3650],
    ["7.0", 7],
    ["0", 365],
    ["3651", 365],
    ["a week", 365],
    ["", 365],
  ])("say how far to search: %j is %i", (written, days) => {
    const customer = { altegio_existing_appointments_search_days: written };
    expect(readSearchDays(new MemoryHost({ customer }).context())).toBe(days);
  });
});
