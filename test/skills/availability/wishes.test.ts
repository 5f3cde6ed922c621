import { describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { availabilitySchema } from "../../../skills/availability/availability-wish.ts";
import { isNight } from "../../../skills/availability/describe-night.ts";
import { meantText, meantWish } from "../../../skills/availability/meant-hours.ts";
import { wishToMove, meantToMove, movable, ownPlaceText } from "../../../skills/availability/own-place.ts";
import { commonPhonesAttribute } from "#sdk";
import { kindsOf } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept } from "../own-appointments.ts";
import { day, enquiring, plan, wishOf, withJames } from "./enquiring.ts";

describe("a wish", () => {
  it("is read by the names of the schema", () => {
    const said = {
      services: ["Haircut", "Beard trim"],
      staff: "James",
      staff_options: [],
      staff_excluded: ["Anna"],
      date: "2026-09-21",
      weekday: "Monday",
      date_from: "2026-09-22",
      date_to: "2026-09-24",
      weekdays: ["Tuesday", "Thursday"],
      time: "12:00",
      time_from: "09:00",
      time_to: "14:00",
      finish_by: "15:00",
      appointment_to_move: "1",
    };
    expect(Object.keys(said)).toEqual(availabilitySchema.required);
    expect(wishOf(said)).toEqual({
      services: ["Haircut", "Beard trim"],
      staff: "James",
      staffOptions: [],
      staffExcluded: ["Anna"],
      date: "2026-09-21",
      weekday: "Monday",
      dateFrom: "2026-09-22",
      dateTo: "2026-09-24",
      weekdays: ["Tuesday", "Thursday"],
      time: "12:00",
      timeFrom: "09:00",
      timeTo: "14:00",
      finishBy: "15:00",
      toMove: "1",
      noDate: false,
    });
  });

  it.each<[string, JsonObject, object]>([
    [
      "two members",
      { staff: "Anna", staff_options: ["Anna", "Mila"] },
      { staff: "", staffOptions: ["Anna", "Mila"] },
    ],
    ["one member of a list", { staff_options: ["Anna"] }, { staff: "Anna", staffOptions: [] }],
    [
      "one member beside another",
      { staff: "Mila", staff_options: ["Anna"] },
      { staff: "Mila", staffOptions: [] },
    ],
    ["no member", {}, { staff: "", staffOptions: [] }],
    ["a weekday", { weekday: "Monday" }, { weekday: "Monday", weekdays: ["Monday"] }],
    ["one of the weekdays", { weekdays: ["Friday"] }, { weekday: "Friday", weekdays: ["Friday"] }],
    ["two weekdays", { weekdays: ["Friday", "Monday"] }, { weekday: "", weekdays: ["Monday", "Friday"] }],
    [
      "a weekday beside another",
      { weekday: "Monday", weekdays: ["Friday"] },
      { weekday: "Monday", weekdays: ["Friday"] },
    ],
    ["a part of the day without length", { time_from: "12:00", time_to: "12:00" }, { time: "12:00" }],
    ["a part of the day", { time_from: "12:00", time_to: "13:00" }, { time: "" }],
    ["a time within it", { time: "12:30", time_from: "12:00", time_to: "12:00" }, { time: "12:30" }],
    ["a date that is none", { date: "2026-11-31" }, { noDate: true }],
    ["a first date that is none", { date_from: "2026-11-31" }, { noDate: true }],
    ["a last date beyond its month", { date_to: "2026-11-31" }, { noDate: false, dateTo: "2026-11-30" }],
  ])("of %s", (_, said, wish) => {
    expect(wishOf(said)).toMatchObject(wish);
  });

  it.each<[JsonObject, boolean]>([
    [{ time_from: "22:00", time_to: "02:00" }, true],
    [{ time_from: "22:00", time_to: "00:00" }, false],
    [{ time_from: "22:00", time_to: "23:00" }, false],
    [{ time_from: "22:00" }, false],
    [{ time_to: "02:00" }, false],
    [{ time: "23:00", time_from: "22:00", time_to: "02:00" }, false],
  ])("%j is of a night: %s", (said, night) => {
    expect(isNight(wishOf(said))).toBe(night);
  });
});

describe("hours that are meant for the afternoon", () => {
  const hours = ({ time, timeFrom, timeTo, finishBy }: ReturnType<typeof wishOf>) => [
    time,
    timeFrom,
    timeTo,
    finishBy,
  ];

  it.each<[string, JsonObject, readonly string[], readonly string[]]>([
    ["a time", { time: "03:00" }, ["10:00", "15:00"], ["15:00", "", "", ""]],
    ["a time that may be meant", { time: "03:00" }, ["02:00", "15:00"], ["03:00", "", "", ""]],
    [
      "a time, whatever else is said",
      { time: "03:00", time_from: "09:00", time_to: "10:00" },
      ["10:00", "15:00"],
      ["15:00", "09:00", "10:00", ""],
    ],
    ["a beginning", { time_from: "03:00" }, ["10:00", "16:00"], ["", "15:00", "", ""]],
    ["a beginning of the day", { time_from: "09:00" }, ["10:00", "16:00"], ["", "09:00", "", ""]],
    ["an end", { time_to: "05:00" }, ["10:00", "16:00"], ["", "", "17:00", ""]],
    [
      "an end before which something is free",
      { time_to: "05:00" },
      ["04:00", "16:00"],
      ["", "", "05:00", ""],
    ],
    ["an end at which something is free", { time_to: "05:00" }, ["05:00", "16:00"], ["", "", "05:00", ""]],
    ["an end after which nothing is as late", { time_to: "05:00" }, ["17:00"], ["", "", "05:00", ""]],
    ["an end of the visit", { finish_by: "05:00" }, ["10:00"], ["", "", "", "17:00"]],
    [
      "a part of the night",
      { time_from: "03:00", time_to: "05:00" },
      ["10:00", "16:00"],
      ["", "15:00", "17:00", ""],
    ],
    [
      "a part that ends by day",
      { time_from: "03:00", time_to: "12:00" },
      ["13:00"],
      ["", "03:00", "12:00", ""],
    ],
    [
      "a part that crosses midnight",
      { time_from: "22:00", time_to: "02:00" },
      ["10:00"],
      ["", "22:00", "02:00", ""],
    ],
    ["nothing", {}, ["10:00"], ["", "", "", ""]],
    [
      "a part of a day without free times",
      { time_from: "03:00", time_to: "05:00" },
      [],
      ["", "03:00", "05:00", ""],
    ],
    ["an end of both", { time_to: "05:00", finish_by: "06:00" }, ["17:30"], ["", "", "05:00", "06:00"]],
  ])("%s", (_, said, free, meant) => {
    expect(hours(meantWish(wishOf(said), day(...free)))).toEqual(meant);
  });

  it.each<[JsonObject, readonly string[], readonly string[]]>([
    [{ time: "03:00" }, ["10:00", "15:00"], ["03:00", "15:00"]],
    [{ time_from: "03:00" }, ["10:00", "16:00"], ["from 03:00", "from 15:00"]],
    [{ time_to: "05:00" }, ["10:00"], ["until 05:00", "until 17:00"]],
    [{ finish_by: "05:00" }, ["10:00"], ["over by 05:00", "over by 17:00"]],
    [
      { time_from: "03:00", time_to: "05:00" },
      ["10:00"],
      ["from 03:00 until 05:00", "from 15:00 until 17:00"],
    ],
    [{ time: "12:00" }, ["10:00"], []],
  ])("%j are named as they were said and as they are meant", (said, free, named) => {
    const wish = wishOf(said);
    const text = meantText(wish, meantWish(wish, day(...free)));
    expect(text.match(/(?:(?:from|until|over by) )*[0-9:]{5}(?: until [0-9:]{5})?/gu) ?? []).toEqual(named);
    expect(text.startsWith(named[0] ?? "")).toBe(true);
    expect(text === "" || text.endsWith(". ")).toBe(true);
  });
});

describe("an appointment that is to be moved", () => {
  const toMove = wishOf({ appointment_to_move: "haircut" });

  it("is found among those that stand", () => {
    expect(meantToMove([haircut, coloring], toMove, "2026-09-18")).toEqual(haircut);
    expect(
      meantToMove([haircut, coloring], wishOf({ appointment_to_move: "on Monday" }), "2026-09-18"),
    ).toEqual(haircut);
    for (const entries of [[], [coloring], [{ ...haircut, status: "cancelled" }]]) {
      expect(meantToMove(entries, toMove, "2026-09-18")).toBeNull();
    }
    expect(meantToMove([haircut], wishOf(), "2026-09-18")).toBeNull();
  });

  it("is nobody's on a line that several people share", () => {
    const desk = {
      locationId: "4564",
      phone: { code: "1", own: [] },
      clock: { today: "2026-09-18", now: "15:04" },
    };
    const line = "+1 315 555 0175";
    const actors = { newo_voice: [line] };
    const shared = new MemoryHost({
      persona: kept(haircut),
      actors,
      customer: { [commonPhonesAttribute]: line },
    });
    expect(movable(shared.context(), desk)).toEqual([]);
    const own = new MemoryHost({ persona: kept(haircut), actors });
    expect(movable(own.context(), desk)).toEqual([haircut]);
  });

  it("gives its services and its member where no others are named", () => {
    expect(wishToMove(toMove, haircut)).toEqual({ ...toMove, services: ["331"], staff: "16" });
    const others = [{ staff: "Anna" }, { staff_options: ["Anna", "Mila"] }, { staff_excluded: ["James"] }];
    for (const said of others) {
      const wish = wishOf({ ...said, services: ["Coloring"] });
      expect(wishToMove(wish, haircut)).toEqual(wish);
    }
  });

  const own = { own: haircut, plan: withJames };
  it.each<[string, JsonObject, object, string, readonly string[]]>([
    ["its own time", { time: "12:00" }, own, "2026-09-21", ["is when the appointment is"]],
    ["a time within it", { time: "12:59" }, own, "2026-09-21", ["overlaps"]],
    ["a time before it", { time: "11:01" }, own, "2026-09-21", ["overlaps"]],
    ["a time after it", { time: "13:00" }, own, "2026-09-21", []],
    ["another date", { time: "12:30" }, own, "2026-09-22", []],
    ["no time", {}, own, "2026-09-21", []],
    ["another member", { time: "12:30" }, { own: haircut, plan }, "2026-09-21", []],
    ["no appointment", { time: "12:30" }, { plan: withJames }, "2026-09-21", []],
    [
      "one without a length",
      { time: "12:59" },
      { ...own, own: { ...haircut, seconds: 0 } },
      "2026-09-21",
      ["overlaps"],
    ],
    [
      "one of another length",
      { time: "13:30" },
      { ...own, own: { ...haircut, seconds: 7200 } },
      "2026-09-21",
      ["overlaps"],
    ],
  ])("takes its place at %s", (_, said, more, date, says) => {
    const text = ownPlaceText(enquiring(said, more), date);
    expect(text === "" ? [] : kindsOf(text)).toEqual(says.length === 0 ? [] : ["own place"]);
    expect(says.every((words) => text.includes(words))).toBe(true);
    expect(text === "").toBe(says.length === 0);
  });
});
