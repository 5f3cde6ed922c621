import { describe, expect, it } from "vitest";
import { laterHalf, meantTime, otherHalf } from "../../../skills/domain/day-halves.ts";

const day = (...times: readonly string[]) => times.map((time) => ({ time, datetime: time, seconds: 0 }));

describe("laterHalf", () => {
  it.each([
    ["00:30", "12:30"],
    ["03:00", "15:00"],
    ["06:59", "18:59"],
    ["07:00", "07:00"],
    ["15:00", "15:00"],
    ["", ""],
  ])("takes %j for %j", (time, meant) => {
    expect(laterHalf(time)).toBe(meant);
  });
});

describe("meantTime", () => {
  it.each([
    ["where it is free", day("09:00", "15:00"), "15:00"],
    ["where it is taken between free ones", day("09:00", "16:00"), "15:00"],
    ["not where nothing is as late", day("09:00", "12:00", "14:45"), "03:00"],
    ["where the last of many is as late", day("09:00", "12:00", "15:00"), "15:00"],
    ["not where something is as early", day("02:00", "15:00"), "03:00"],
    ["not where just that is free", day("03:00", "15:00"), "03:00"],
    ["not where nothing is free", [], "03:00"],
  ])("is the afternoon's %s", (_, slots, meant) => {
    expect(meantTime(slots, "03:00")).toBe(meant);
  });
  it("leaves hours of the day", () => {
    expect(meantTime(day("10:00", "20:00"), "08:00")).toBe("08:00");
  });
});

describe("otherHalf", () => {
  it.each([
    ["08:00 where it is free", "08:00", day("10:00", "20:00"), "20:00"],
    ["08:00 where it is taken", "08:00", day("10:00", "19:00"), ""],
    ["08:00 where there is something before it", "08:00", day("07:00", "20:00"), ""],
    ["08:00 where just that is free", "08:00", day("08:00", "20:00"), ""],
    ["08:00 where nothing is free", "08:00", [], ""],
    ["noon, which has none", "12:00", day("14:00", "24:00"), ""],
    ["13:00", "13:00", day("14:00", "25:00"), ""],
  ])("of %s", (_, time, slots, other) => {
    expect(otherHalf(slots, time)).toBe(other);
  });
});
