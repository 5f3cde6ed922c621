import { describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { describeNight } from "../../../skills/availability/describe-night.ts";
import type { Enquiry } from "../../../skills/availability/enquiry.ts";
import { nameTimes } from "../../../skills/availability/name-times.ts";
import {
  dayOffer,
  daysOffer,
  fewTimes,
  nearestOffer,
  offerEnd,
  suitingSlots,
} from "../../../skills/availability/offer-text.ts";
import { whyNothing } from "../../../skills/availability/why-nothing.ts";
import type { Slot } from "../../../skills/domain/pick-slots.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { haircut } from "../own-appointments.ts";
import { day, enquiring, plan, wishOf, withJames } from "./enquiring.ts";

const on = (date: string, slots: readonly Slot[]) => ({ problem: "none" as const, date, slots });
const monday = (...times: readonly string[]) => on("2026-09-21", day(...times));
const hourly = ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"];
const rest = /There are more/u;

describe("the offer of a day", () => {
  const offer = (said: JsonObject, free: readonly string[], more: Partial<Enquiry> = {}): string =>
    dayOffer(enquiring(said, more), monday(...free));

  it("is of a few times, with the promise of more where there are", () => {
    const all = offer({}, hourly);
    expect(offeredIn(all)).toEqual(
      ["09:00", "11:00", "12:00", "14:00", "16:00"].map((time) => `September 21 ${time}`),
    );
    expect(all).toMatch(rest);
    expect(offer({}, hourly.slice(0, 5))).not.toMatch(rest);
    expect(offer({}, hourly, { plan: { ...plan, whenAsked: " Only if the caller asks: 40 $." } })).toContain(
      "40 $",
    );
  });

  it("says with whom it is where nobody was named", () => {
    expect(offer({}, hourly)).toMatch(/whoever is free/u);
    const sole = { ...plan, visit: { ...plan.visit, staffId: "16" } };
    expect(offer({}, hourly, { only: "James", plan: sole })).toMatch(/with James, the only one/u);
    expect(offer({}, hourly, { only: "James", plan: withJames })).not.toMatch(/whoever|the only one/u);
    expect(offer({ time: "12:00" }, hourly)).toMatch(/whoever is free/u);
    const team = [{ id: "16", name: "James", seconds: 3600 }];
    expect(offer({}, hourly, { team })).toMatch(/with James/u);
    expect(offer({}, hourly, { team })).not.toMatch(/It is with/u);
  });

  it("of an exact time names it and what is near", () => {
    const text = offer({ time: "12:00" }, hourly);
    expect(kindsOf(text)).toEqual(["offer"]);
    expect(offeredIn(text)).toEqual(["September 21 12:00", "10:00", "11:00", "13:00"]);
    expect(offeredIn(offer({ time: "12:00" }, ["12:00"]))).toEqual(["September 21 12:00"]);
    const closed = offer({ time: "12:00" }, hourly, { canBook: false });
    expect(closed).toMatch(/No new appointment can be booked here/u);
    expect(text).not.toMatch(/No new appointment can be booked here/u);
  });

  it.each<[string, JsonObject, readonly Slot[], string]>([
    [
      "by the length of the time",
      { time: "12:00", finish_by: "13:00" },
      day("12:00").map((slot) => ({ ...slot, seconds: 5400 })),
      "13:30",
    ],
    ["by that of the visit", { time: "12:00", finish_by: "12:30" }, day("12:00"), "13:00"],
    ["in minutes below ten", { time: "12:05", finish_by: "13:00" }, day("12:05"), "13:05"],
    ["not where it is over in time", { time: "12:00", finish_by: "13:00" }, day("12:00"), ""],
    ["not where no end was said", { time: "12:00" }, day("12:00"), ""],
  ])("says when an exact time is over too late: %s", (_, said, slots, end) => {
    const text = dayOffer(enquiring(said), on("2026-09-21", slots));
    expect(/It is over at ([0-9:]+)/u.exec(text)?.[1] ?? "").toBe(end);
  });

  it("of a time that is not free names those near it, and the other half of the day", () => {
    const text = offer({ time: "12:30" }, hourly);
    expect(kindsOf(text)).toEqual(["not free", "offer"]);
    expect(offeredIn(text)).toEqual(["11:00", "12:00", "13:00"]);
    expect(offer({ time: "08:00" }, ["10:00", "20:00"])).toMatch(/meant 20:00/u);
    expect(offer({ time: "08:30" }, ["10:00", "20:00"])).not.toMatch(/meant/u);
    const moving = { own: { ...haircut, datetime: "2026-09-21T08:00:00" }, plan: withJames };
    const own = offer({ time: "08:00" }, ["10:00", "20:00"], moving);
    expect(kindsOf(own)).toEqual(["own place", "offer"]);
    expect(own).not.toMatch(/meant/u);
    expect(offeredIn(offer({ time: "08:00" }, [], moving))).toEqual([]);
  });

  it.each<[string, string, JsonObject, string]>([
    ["a time", "2026-09-21", { time: "12:30" }, "not free"],
    ["a time of today", "2026-09-18", { time: "15:30" }, "not free"],
    ["a time gone by", "2026-09-18", { time: "15:04" }, "past"],
    ["an early time of another day", "2026-09-21", { time: "08:30" }, "not free"],
    ["a part of the day", "2026-09-21", { time_from: "06:00", time_to: "08:00" }, "nothing free"],
    ["a part of today to come", "2026-09-18", { time_from: "15:00", time_to: "15:30" }, "nothing free"],
    ["a part of today gone by", "2026-09-18", { time_from: "14:00", time_to: "15:04" }, "past"],
    ["a part of today over midnight", "2026-09-18", { time_from: "22:00", time_to: "02:00" }, "nothing free"],
    ["a part of today without an end", "2026-09-18", { time_from: "22:00" }, "nothing free"],
  ])("tells why %s is not free", (_, date, said, kind) => {
    const text = dayOffer(enquiring(said), on(date, day("17:15")));
    expect(kindsOf(text)).toEqual([kind, "offer"]);
  });

  it("goes by what was asked for first", () => {
    const near = (said: JsonObject): readonly string[] => offeredIn(offer(said, hourly));
    expect(near({ time_from: "18:00", time_to: "20:00" })).toEqual(["14:00", "15:00", "16:00"]);
    expect(near({ time_to: "08:00" })).toEqual(["09:00", "10:00", "11:00"]);
    expect(near({ finish_by: "09:30" })).toEqual(["09:00", "10:00", "11:00"]);
  });
});

describe("the times that suit", () => {
  const times = (said: JsonObject): readonly string[] =>
    suitingSlots(day(...hourly), wishOf(said), 3600).map(({ time }) => time);
  it.each<[JsonObject, readonly string[]]>([
    [{ time: "12:00", time_from: "14:00" }, ["12:00"]],
    [{ time_from: "14:00" }, ["14:00", "15:00", "16:00"]],
    [{ time_to: "11:00" }, ["09:00", "10:00"]],
    [{ finish_by: "11:00" }, ["09:00", "10:00"]],
    [{ time_from: "10:00", finish_by: "12:00" }, ["10:00", "11:00"]],
    [{}, hourly],
  ])("%j are %j", (said, suiting) => {
    expect(times(said)).toEqual(suiting);
  });
});

describe("the offer of several days", () => {
  const offer = (...days: readonly ReturnType<typeof on>[]): string => daysOffer(enquiring(), days);
  const second = (...times: readonly string[]) => on("2026-09-23", day(...times));

  it("is of three times and of two", () => {
    const text = offer(monday(...hourly), second(...hourly));
    expect(offeredIn(text)).toEqual([
      "September 21 09:00",
      "September 21 12:00",
      "September 21 16:00",
      "September 23 09:00",
      "September 23 12:00",
    ]);
    expect(text).toMatch(rest);
    expect(text).toMatch(/whoever is free/u);
    expect(offer()).toBe("");
  });

  it("promises more only where there is", () => {
    expect(offer(monday("09:00", "10:00", "11:00"), second("09:00", "10:00"))).not.toMatch(rest);
    expect(offer(monday("09:00"), second("09:00", "10:00", "11:00"))).toMatch(rest);
    expect(offer(monday(...hourly.slice(0, 4)), second("09:00"))).toMatch(rest);
    expect(offer(monday(...hourly.slice(0, 5)))).not.toMatch(rest);
    expect(offer(monday(...hourly.slice(0, 6)))).toMatch(rest);
    expect(offeredIn(offer(monday(...hourly)))).toHaveLength(5);
  });

  it("says what the booking switch allows", () => {
    expect(offerEnd(enquiring())).not.toMatch(/No new appointment/u);
    expect(offerEnd(enquiring({}, { canBook: false }))).toMatch(/No new appointment/u);
  });

  it("of the nearest day has what suits, else what is near", () => {
    expect(nearestOffer(enquiring(), monday())).toBe("");
    expect(offeredIn(nearestOffer(enquiring(), monday("10:00")))).toEqual(["September 21 10:00"]);
    const few = (said: JsonObject, ...free: readonly string[]) =>
      fewTimes(enquiring(said), day(...free)).map(({ time }) => time);
    expect(few({ time_from: "15:00" }, ...hourly)).toEqual(["15:00", "16:00"]);
    expect(few({ time: "12:30" }, ...hourly)).toEqual(["11:00", "12:00", "13:00"]);
    expect(few({ time: "03:00" }, "10:00", "15:00", "16:00")).toEqual(["15:00"]);
    expect(few({}, ...hourly)).toHaveLength(5);
  });

  it("of a night is of its evening and its morning", () => {
    const night = enquiring({ time_from: "22:00", time_to: "02:00" });
    const times = (evening: readonly string[], morning: readonly string[]) =>
      offeredIn(describeNight(night, monday(...evening), on("2026-09-22", day(...morning))));
    expect(times(["21:00", "22:00", "23:30"], ["01:30", "02:00", "09:00"])).toEqual([
      "September 21 22:00",
      "September 21 23:30",
      "September 22 01:30",
    ]);
    expect(times(["21:00"], ["01:30"])).toEqual(["September 22 01:30"]);
    expect(describeNight(night, monday("21:00"), on("2026-09-22", day("02:00")))).toBe("");
  });
});

describe("the names beside times", () => {
  const james = { id: "16", name: "James", seconds: 1800 };
  const anna = { id: "48", name: "Anna", seconds: 3600 };
  const lasting = (...seconds: readonly number[]) =>
    seconds.map((length, index) => ({
      time: `1${String(index)}:00`,
      datetime: String(index),
      seconds: length,
    }));
  const of = (...staffIds: readonly string[]) =>
    staffIds.map((staffId, index) => ({
      time: `1${String(index)}:00`,
      datetime: String(index),
      seconds: 0,
      staffId,
    }));

  it.each<[string, readonly Slot[], readonly (typeof james)[], string]>([
    [
      "the lengths tell",
      lasting(1800, 3600, 3600),
      [james, anna],
      "10:00 with James; 11:00 and 12:00 with Anna",
    ],
    ["all last the same", lasting(3600, 3600), [james, anna], "10:00 and 11:00"],
    [
      "a length is nobody's",
      lasting(1800, 2700),
      [james, anna],
      "10:00 with James; 11:00 with whoever is free",
    ],
    [
      "a member's length is not known",
      lasting(1800, 3600),
      [james, { ...anna, seconds: 0 }],
      "10:00 and 11:00",
    ],
    [
      "two take equally long",
      lasting(1800, 3600),
      [james, { ...james, name: "Mila" }, anna],
      "10:00 with whoever is free; 11:00 with Anna",
    ],
    ["there is one", lasting(0, 0), [james], "10:00 and 11:00 with James"],
    ["there is none", lasting(1800, 3600), [], "10:00 and 11:00"],
    ["each was asked", of("48", "16", "16"), [james, anna], "10:00 with Anna; 11:00 and 12:00 with James"],
    ["several are free at one", of("16", ""), [james, anna], "10:00 with James; 11:00 with whoever is free"],
    ["nothing is free", [], [james], ""],
  ])("are said where %s", (_, slots, team, text) => {
    expect(nameTimes(slots, slots, team)).toBe(text);
  });

  it("go by all times of the day, not by those that are shown", () => {
    const slots = lasting(1800, 3600);
    expect(nameTimes(slots.slice(0, 1), slots, [james, anna])).toBe("10:00 with James");
    expect(nameTimes(slots.slice(0, 1), slots.slice(0, 1), [james, anna])).toBe("10:00");
  });
});

describe("why there is nothing", () => {
  const span = (from: string, to = from) => ({ from, to });
  const working = (...dates: readonly string[]) => ({ problem: "none" as const, dates: [], working: dates });
  const why = (
    said: JsonObject,
    when: ReturnType<typeof span>,
    found: Parameters<typeof whyNothing>[2],
    more: Partial<Enquiry> = {},
  ): readonly string[] => {
    const text = whyNothing(enquiring(said, more), when, found);
    expect(text).toMatch(/^[A-Z]/u);
    return kindsOf(text);
  };
  const sole = { only: "James", plan: withJames };

  it.each<[string, string, string, readonly string[], Partial<Enquiry>, readonly string[]]>([
    ["nobody knows", "2026-09-22", "2026-09-22", [], {}, ["nothing free"]],
    ["too far ahead", "2026-10-22", "2026-10-22", ["2026-09-20", "2026-10-21"], {}, ["too far ahead"]],
    ["the last day", "2026-10-22", "2026-10-22", ["2026-09-20", "2026-10-22"], sole, ["fully booked"]],
    ["closed", "2026-09-22", "2026-09-22", ["2026-09-21", "2026-09-23"], {}, ["not open"]],
    ["closed for a while", "2026-09-22", "2026-09-24", ["2026-09-21", "2026-09-25"], {}, ["not open"]],
    ["a member off", "2026-09-22", "2026-09-22", ["2026-09-23"], sole, ["member off"]],
    ["a member off for a while", "2026-09-22", "2026-09-24", ["2026-09-25"], sole, ["member off"]],
    [
      "several off",
      "2026-09-22",
      "2026-09-22",
      ["2026-09-23"],
      {
        among: ["16", "48"],
        team: [
          { id: "16", name: "James", seconds: 0 },
          { id: "48", name: "Anna", seconds: 0 },
        ],
      },
      ["member off"],
    ],
    ["booked", "2026-09-22", "2026-09-23", ["2026-09-22", "2026-09-24"], sole, ["fully booked"]],
    ["booked by all", "2026-09-22", "2026-09-22", ["2026-09-22"], { byEverybody: true }, ["fully booked"]],
    ["booked or off", "2026-09-22", "2026-09-22", ["2026-09-22"], {}, ["booked or off"]],
  ])("%s", (_, from, to, dates, more, kinds) => {
    expect(why({}, span(from, to), working(...dates), more)).toEqual(kinds);
  });

  it("does not tell by dates that could not be looked up", () => {
    const failed = { ...working("2026-09-22"), problem: "transport" as const };
    expect(why({}, span("2026-09-22"), failed, sole)).toEqual(["nothing free"]);
  });

  it("tells that it is too late for today, where it is for today alone", () => {
    const late = (to: string, ...dates: readonly string[]): string =>
      whyNothing(enquiring({}, sole), span("2026-09-18", to), working(...dates));
    expect(late("2026-09-18", "2026-09-18")).toMatch(/too late for today/u);
    expect(late("2026-09-19", "2026-09-18", "2026-09-19")).not.toMatch(/too late for today/u);
  });

  it.each<[string, string, string, boolean]>([
    ["2026-09-18", "2026-09-18", "15:04", true],
    ["2026-09-18", "2026-09-18", "03:04", true],
    ["2026-09-18", "2026-09-18", "15:05", false],
    ["2026-09-18", "2026-09-18", "", false],
    ["2026-09-18", "2026-09-19", "15:04", false],
    ["2026-09-19", "2026-09-19", "15:04", false],
  ])("from %s to %s at %j says that the time has gone by: %s", (from, to, time, past) => {
    for (const [found, more] of [
      [working(from), sole],
      [working("2026-09-30"), sole],
      [working("2026-09-30"), {}],
      [working("2026-09-30"), { among: ["16"], team: [{ id: "16", name: "James", seconds: 0 }] }],
    ] as const) {
      expect(why(time === "" ? {} : { time }, span(from, to), found, more).includes("past")).toBe(past);
    }
  });

  it("names the only one who does it", () => {
    const text = (more: Partial<Enquiry>): string =>
      whyNothing(enquiring({}, { only: "James", ...more }), span("2026-09-22"), working("2026-09-23"));
    expect(text({})).toMatch(/^James, the only one who does it, does not work/u);
    expect(text({ plan: { ...plan, serviceNames: ["a", "b"] } })).toMatch(
      /^James, the only one who does all of it, does not work/u,
    );
    expect(text({ plan: withJames })).toMatch(/^James does not work/u);
  });
});
