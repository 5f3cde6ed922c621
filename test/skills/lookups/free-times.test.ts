import { describe, expect, it } from "vitest";
import type { HttpResult } from "#sdk";
import {
  datesAround,
  freeDates,
  freeTimes,
  nearestOf,
  soonestTimes,
  whetherOffered,
} from "../../../skills/lookups/free-times.ts";
import type { FreeDates } from "../../../skills/lookups/free-times.ts";
import { altegio, ok } from "./answering.ts";

const visit = { locationId: "4564", serviceIds: ["331"], staffId: "16" };
const search = { visit, clock: { today: "2026-09-18", now: "12:00" } };
const failed: HttpResult = { status: 422, body: "{}" };
const at = (...times: readonly string[]) => times.map((time) => ({ time, seance_length: 3600 }));

const times = (slots: readonly { readonly time: string }[]): readonly string[] =>
  slots.map(({ time }) => time);

describe("the free times of a date", () => {
  it.each<[string, string, HttpResult, string, readonly string[]]>([
    ["today after now alone", "2026-09-18", ok(at("11:00", "12:00", "12:15")), "none", ["12:15"]],
    ["all of another day", "2026-09-19", ok(at("11:00", "12:00")), "none", ["11:00", "12:00"]],
    ["none", "2026-09-19", ok([]), "none", []],
    ["unknown where none can be read", "2026-09-19", ok([{ time: "soon" }]), "transport", []],
    ["unknown where it is no list", "2026-09-19", ok({}), "transport", []],
    ["some where some can be read", "2026-09-19", ok([{}, ...at("11:00")]), "none", ["11:00"]],
    ["unknown after a refusal", "2026-09-19", failed, "validation", []],
  ])("are %s", async (_, date, answer, problem, found) => {
    const { ctx } = altegio({ [`book_times/4564/16/${date}`]: answer });
    const free = await freeTimes(ctx, search, date);
    expect([free.problem, free.date, times(free.slots)]).toEqual([problem, date, found]);
  });
});

describe("the free dates of a span", () => {
  const span = { from: "2026-09-19", to: "2026-09-21" };
  const days = ["2026-09-18", "2026-09-19", "2026-09-21", "2026-09-22"];
  it.each<[string, HttpResult, FreeDates]>([
    [
      "those inside",
      ok({ booking_dates: days, working_dates: days }),
      { problem: "none", dates: days.slice(1, 3), working: days.slice(1, 3) },
    ],
    ["none", ok({ booking_dates: [] }), { problem: "none", dates: [], working: [] }],
    [
      "unknown where none can be read",
      ok({ booking_dates: ["soon"], working_dates: days }),
      { problem: "transport", dates: [], working: [] },
    ],
    ["unknown without a list", ok([]), { problem: "transport", dates: [], working: [] }],
    ["unknown after a refusal", failed, { problem: "validation", dates: [], working: [] }],
  ])("are %s", async (_, answer, dates) => {
    const { ctx } = altegio({ "book_dates/4564": answer });
    expect(await freeDates(ctx, search, span)).toEqual(dates);
  });

  it("around a date are those from today to a month after it", async () => {
    const some = ["2026-09-17", "2026-09-18", "2026-10-21", "2026-10-22"];
    const { ctx } = altegio({ "book_dates/4564": ok({ booking_dates: some }) });
    const { dates } = await datesAround(ctx, search, "2026-09-21");
    expect(dates).toEqual(["2026-09-18", "2026-10-21"]);
  });
});

describe("the soonest free times", () => {
  it.each<[string, HttpResult, readonly [string, string, readonly string[]]]>([
    [
      "today after now",
      ok({ seance_date: "2026-09-18", seances: at("12:00", "13:00") }),
      ["none", "2026-09-18", ["13:00"]],
    ],
    [
      "on another day",
      ok({ seance_date: "2026-09-19", seances: at("09:00") }),
      ["none", "2026-09-19", ["09:00"]],
    ],
    ["over for today", ok({ seance_date: "2026-09-18", seances: at("12:00") }), ["none", "", []]],
    ["refused", failed, ["validation", "", []]],
  ])("are %s", async (_, answer, found) => {
    const { ctx } = altegio({ "book_staff_seances/4564/16": answer });
    const free = await soonestTimes(ctx, search);
    expect([free.problem, free.date, times(free.slots)]).toEqual(found);
  });
});

describe("the nearest day", () => {
  const dates = (...days: readonly number[]): FreeDates => ({
    problem: "none",
    dates: days.map((day) => `2026-09-${day}`),
    working: [],
  });
  const path = (day: number): string => `book_times/4564/16/2026-09-${day}`;
  const span = { from: "2026-09-22", to: "2026-09-24" };

  it.each<[string, FreeDates, readonly number[], readonly number[], number]>([
    ["is the later of two that are equally near", dates(21, 25), [], [25], 25],
    ["is an earlier one that is nearer", dates(20, 28), [], [20], 20],
    ["is no day of the span", dates(22, 23, 24, 26), [], [26], 26],
    ["is the next where one has nothing left", dates(20, 21, 26, 27), [21, 26], [21, 26, 20], 20],
    ["is looked for on three days", dates(18, 19, 26, 27, 28), [26, 27, 19], [26, 27, 19], 0],
    ["is looked for from the near end of what is before", dates(18, 19, 20, 21), [20, 21], [21, 20, 19], 19],
  ])("%s", async (_, found, full, asked, day) => {
    const free = Object.fromEntries(
      [18, 19, 20, 21, 25, 26, 27, 28].map((one) => [path(one), ok(full.includes(one) ? [] : at("09:00"))]),
    );
    const server = altegio(free);
    const nearest = await nearestOf(server.ctx, search, span, found);
    expect(server.asked).toEqual(asked.map(path));
    expect([nearest.problem, nearest.date]).toEqual(["none", day === 0 ? "" : `2026-09-${day}`]);
    expect(nearest.slots).toHaveLength(day === 0 ? 0 : 1);
  });

  it("is not known where a day cannot be looked up", async () => {
    const { ctx, asked } = altegio({ [path(25)]: failed });
    expect((await nearestOf(ctx, search, span, dates(21, 25))).problem).toBe("validation");
    expect(asked).toHaveLength(1);
    const unknown = { ...dates(), problem: "rate" } as const;
    expect(await nearestOf(ctx, search, span, unknown)).toEqual({ problem: "rate", date: "", slots: [] });
  });
});

describe("a visit is offered", () => {
  const rows = [
    { id: 16, name: "James" },
    { id: 48, name: "Anna" },
  ];
  it.each<[string, string, HttpResult, "yes" | "no" | "unknown"]>([
    ["where the member does it", "16", ok(rows), "yes"],
    ["by anybody where somebody does it", "0", ok(rows), "yes"],
    ["not where only others do it", "7", ok(rows), "no"],
    ["not where nobody does it", "0", ok([]), "no"],
    ["or not, which is not known", "16", failed, "unknown"],
    ["or not, where the answer is no list", "16", ok({}), "unknown"],
  ])("%s", async (_, staffId, answer, offered) => {
    const { ctx } = altegio({ "book_staff/4564": answer });
    expect(await whetherOffered(ctx, { ...visit, staffId })).toBe(offered);
  });
});

describe("where any of several members will do", () => {
  const among = ["16", "48"];
  const date = "2026-09-19";
  const [james, anna] = [`book_times/4564/16/${date}`, `book_times/4564/48/${date}`];

  it("times are those of each, and whose they are is left open where both are free", async () => {
    const { ctx, asked } = altegio({
      [james]: ok(at("10:00", "12:00")),
      [anna]: ok(at("09:00", "11:00", "12:00")),
    });
    const { slots, problem } = await freeTimes(ctx, { ...search, among }, date);
    expect(problem).toBe("none");
    expect(slots.map(({ time, staffId }) => [time, staffId])).toEqual([
      ["09:00", "48"],
      ["10:00", "16"],
      ["11:00", "48"],
      ["12:00", ""],
    ]);
    expect(asked).toEqual([james, anna]);
  });

  it("nothing is known where one of them cannot be looked up", async () => {
    const { ctx } = altegio({ [james]: ok(at("10:00")), [anna]: failed });
    expect(await freeTimes(ctx, { ...search, among }, date)).toEqual({
      problem: "validation",
      date,
      slots: [],
    });
  });

  it("dates are those of each, in order and once", async () => {
    const lists = ["2026-09-21", "2026-09-19"];
    const host = altegio({ "book_dates/4564": ok({ booking_dates: lists, working_dates: lists }) });
    const dates = await freeDates(host.ctx, { ...search, among }, { from: date, to: "2026-09-21" });
    expect(dates).toEqual({ problem: "none", dates: lists.toReversed(), working: lists.toReversed() });
    expect(host.asked).toHaveLength(2);
  });
});
