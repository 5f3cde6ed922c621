import { describe, expect, it, test } from "vitest";
import {
  appointmentField,
  flagField,
  dateField,
  isNoDate,
  lastDateField,
  says,
  textField,
  textsField,
  timeField,
  verbatimField,
  weekdaysField,
} from "../../../skills/hearing/read-fields.ts";

test("weekdays are read in full and shortened, each once, from Monday on", () => {
  expect(weekdaysField({ days: ["Sundays", "tue", "TUESDAY", "soon"] }, "days")).toEqual([
    "Tuesday",
    "Sunday",
  ]);
  expect(weekdaysField({ days: "Friday" }, "days")).toEqual(["Friday"]);
  expect(weekdaysField({}, "days")).toEqual([]);
});

describe("a time of day", () => {
  it.each([
    ["12 pm", "12:00"],
    ["12 am", "00:00"],
    ["12:30 PM", "12:30"],
    ["12:30 a.m.", "00:30"],
    ["1pm", "13:00"],
    ["11 p.m.", "23:00"],
    ["9.15 am", "09:15"],
    ["0 pm", ""],
    ["13 pm", ""],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["15h", "15:00"],
    ["15h20", "15:20"],
    ["15 Uhr", "15:00"],
    ["7", "07:00"],
    ["2026-09-21T14:05:00-05:00", "14:05"],
    ["2026-09-21 14:05", "14:05"],
    ["24", ""],
    ["noon", ""],
    ["at 9", ""],
    ["9 pm or 10", ""],
  ])("%j is %j", (said, time) => {
    expect(timeField({ time: said }, "time")).toBe(time);
  });
});

describe("a date", () => {
  it.each([
    ["2026-09-21", "2026-09-21", false],
    ["2026-09-21T10:00:00", "2026-09-21", false],
    ["2026-09-21 10:00", "2026-09-21", false],
    ["2026-09-211", "", false],
    ["2026-11-31", "", true],
    ["x2026-11-31", "", false],
    ["2026-11-31x", "", false],
    ["tomorrow", "", false],
  ])("%j is %j", (said, date, none) => {
    expect([dateField({ date: said }, "date"), isNoDate({ date: said }, "date")]).toEqual([date, none]);
  });

  it.each([
    ["2026-11-31", "2026-11-30"],
    ["2026-02-29", "2026-02-28"],
    ["2028-02-30", "2028-02-29"],
    ["2026-11-28", "2026-11-28"],
    ["2026-11-32", ""],
    ["2026-13-31", ""],
    ["soon", ""],
  ])("the last of a span, %j, is %j", (said, date) => {
    expect(lastDateField({ date_to: said }, "date_to")).toBe(date);
  });
});

describe("consent", () => {
  it.each([
    [true, true, true],
    [false, false, false],
    ["true", true, true],
    ["no", false, false],
    ["", false, false],
    // Left out: what it means depends on who asks.
    [null, false, true],
  ])("%j", (confirmed, ofModel, ofCore) => {
    expect([
      flagField({ confirmed }, "confirmed", false),
      flagField({ confirmed }, "confirmed", true),
    ]).toEqual([ofModel, ofCore]);
    expect([flagField({}, "confirmed", false), flagField({}, "confirmed", true)]).toEqual([false, true]);
  });
});

it("an appointment is named by core's id before the caller's words", () => {
  expect(appointmentField({ appointment: "the haircut" })).toBe("the haircut");
  expect(appointmentField({ appointment: "the haircut", bookingId: "7" })).toBe("7");
  expect(appointmentField({ appointment: "the haircut", bookingId: "" })).toBe("the haircut");
});

it("several texts come as a list, as one text, or as objects with a title", () => {
  expect(textsField({ services: "Haircut" }, "services")).toEqual(["Haircut"]);
  expect(textsField({ services: ["Haircut", "", "Beard trim"] }, "services")).toEqual([
    "Haircut",
    "Beard trim",
  ]);
  const objects = [{ title: "Haircut", name: "x" }, { name: "Beard trim", id: 3 }, { id: 333 }, {}];
  expect(textsField({ services: objects }, "services")).toEqual(["Haircut", "Beard trim", "333"]);
  expect(textsField({}, "services")).toEqual([]);
});

it("says something: no empty text or list, nor what cannot be read", () => {
  const said = { a: "x", b: "", c: [], d: ["x"], e: null, date: "2026-09-21", date_to: "soon", time: "noon" };
  const names = ["a", "b", "c", "d", "e", "date", "date_to", "time", "time_from"];
  expect(names.filter((name) => says(said, name))).toEqual(["a", "d", "date"]);
  expect(says({ time_from: "9 am" }, "time_from")).toBe(true);
});

it("a text is one line without braces, or letter for letter", () => {
  const heard = { comment: ' left\n{{side}} "x" ', count: 5 };
  expect(textField(heard, "comment")).not.toMatch(/[\n{}]/u);
  expect(verbatimField(heard, "comment")).toBe('left\n{{side}} "x"');
  expect([textField(heard, "none"), verbatimField(heard, "none")]).toEqual(["", ""]);
});
