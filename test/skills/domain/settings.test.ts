import { describe, expect, it } from "vitest";
import { isOn, locationIdOf, readSetting, readSwitch } from "../../../skills/domain/settings.ts";
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
});
