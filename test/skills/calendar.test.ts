import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDay, dayNumber, isDate, plainTime, weekdayOf } from "#sdk";

const days = fc.integer({ min: -25567, max: 2932896 - 400 });
const plainDate = (day: number): Temporal.PlainDate => new Temporal.PlainDate(1970, 1, 1).add({ days: day });

describe("calendar maths", () => {
  it("agrees with Temporal from 1900 to 9998", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 365 }), (day, more) => {
        const date = plainDate(day);
        const text = date.toString();
        expect(isDate(text)).toBe(true);
        expect(dayNumber(text)).toBe(day);
        expect(dateOfDay(day)).toBe(text);
        expect(weekdayOf(text)).toBe(date.dayOfWeek);
        expect(addDays(text, more)).toBe(date.add({ days: more }).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it("knows dates that do not exist", () => {
    for (const text of [
      "2026-02-29",
      "2100-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-4-1",
      "",
      "x",
    ]) {
      expect(isDate(text), text).toBe(false);
    }
    expect(isDate("2028-02-29")).toBe(true);
    expect(isDate("2000-02-29")).toBe(true);
  });

  it("knows every day from the first year to the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => {
        const date = plainDate(day);
        expect(dateOfDay(day)).toBe(date.toString());
        expect(dayNumber(dateOfDay(day))).toBe(day);
        expect(weekdayOf(dateOfDay(day))).toBe(date.dayOfWeek);
        expect(isDate(dateOfDay(day))).toBe(date.year >= 1900);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads times of day", () => {
    expect(["9:30", "09:30", "09:30:00", " 23:59 "].map(plainTime)).toEqual([
      "09:30",
      "09:30",
      "09:30",
      "23:59",
    ]);
    expect(["24:00", "12:60", "noon", "", "1030", "9:3"].map(plainTime)).toEqual(["", "", "", "", "", ""]);
  });
});
