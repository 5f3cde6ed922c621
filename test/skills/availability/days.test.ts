import { describe, expect, it } from "vitest";
import type { HttpResult, JsonObject } from "#sdk";
import { describeAvailability } from "../../../skills/availability/describe-availability.ts";
import type { Enquiry } from "../../../skills/availability/enquiry.ts";
import { slots, staff } from "../altegio-shapes.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { haircut } from "../own-appointments.ts";
import { no, scripted, silence, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";
import { enquiring, plan, withJames } from "./enquiring.ts";

type Free = Readonly<Record<string, readonly string[] | HttpResult>>;

/**
 * Altegio with these free times of whoever is asked for, on the dates of a span.
 *
 * @param working the dates somebody works
 */
function altegio(
  free: Free,
  working: readonly string[] = Object.keys(free),
  more: Record<string, Step> = {},
): Record<string, Step> {
  const days = Object.entries(free).flatMap(([date, times]) =>
    ["0", "16", "48"].map((member): [string, Step] => [
      `GET /book_times/4564/${member}/${date}`,
      "body" in times ? times : yes(slots(date, times)),
    ]),
  );
  const dates: Step = (_, { url }) => {
    const asked = new URL(url).searchParams;
    const inside = (date: string): boolean =>
      date >= (asked.get("date_from") ?? "") && date <= (asked.get("date_to") ?? "");
    const open = Object.keys(free).filter(
      (date) => "body" in (free[date] ?? []) || (free[date] as readonly string[]).length > 0,
    );
    return yes({ booking_dates: open.filter(inside), working_dates: working.filter(inside) });
  };
  return {
    "GET /book_dates/4564": dates,
    "GET /book_staff/4564": yes(staff),
    ...Object.fromEntries(days),
    ...more,
  };
}

const asking = async (
  said: JsonObject,
  script: Readonly<Record<string, Step>>,
  more: Partial<Enquiry> = {},
): Promise<{ text: string; played: Scripted }> => {
  const played = scripted(script);
  return { text: await describeAvailability(played.ctx, enquiring(said, more)), played };
};
const found = async (
  said: JsonObject,
  script: Readonly<Record<string, Step>>,
  more: Partial<Enquiry> = {},
): Promise<readonly [readonly string[], readonly string[]]> => {
  const { text } = await asking(said, script, more);
  return [kindsOf(text), offeredIn(text)];
};
/** The last dates of the spans that were asked for. */
const spans = ({ sent }: Scripted): readonly string[] =>
  sent
    .filter(({ url }) => url.includes("/book_dates/"))
    .map(
      ({ url }) =>
        `${new URL(url).searchParams.get("date_from") ?? ""} ${new URL(url).searchParams.get("date_to") ?? ""}`,
    );
const days = ({ paths }: Scripted): readonly string[] =>
  paths()
    .filter((path) => path.includes("/book_times/"))
    .map((path) => path.slice(-10));
const hourly = ["09:00", "10:00", "11:00", "12:00"];
const week: Free = {
  "2026-09-21": ["10:00"],
  "2026-09-22": ["11:00"],
  "2026-09-23": ["12:00"],
  "2026-09-24": ["13:00"],
  "2026-09-25": ["14:00"],
  "2026-09-26": ["15:00"],
  "2026-09-28": ["16:00"],
  "2026-09-29": ["17:00"],
};

describe("what is asked before anything is looked up", () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ["a date that is none", { date: "2026-11-31" }, ["no such date"]],
    ["a date gone by", { date: "2026-09-17" }, ["past", "question"]],
    ["a span of one date gone by", { date_from: "2026-09-17", date_to: "2026-09-17" }, ["past", "question"]],
    ["a span gone by", { date_from: "2026-09-01", date_to: "2026-09-17" }, ["past", "question"]],
    ["a weekday that is another", { date: "2026-09-21", weekday: "Friday" }, ["which day", "question"]],
  ])("%s", async (_, said, kinds) => {
    const { text, played } = await asking(said, {});
    expect(kindsOf(text)).toEqual(kinds);
    expect(played.sent).toEqual([]);
  });

  it("is nothing for a span that ends today, nor for a date whose weekday fits", async () => {
    const free = altegio({ "2026-09-18": ["16:00"], "2026-09-21": ["10:00"] });
    expect(await found({ date_from: "2026-09-01", date_to: "2026-09-18" }, free)).toEqual([
      ["offer"],
      ["September 18 16:00"],
    ]);
    expect(await found({ date: "2026-09-21", weekday: "Monday" }, free)).toEqual([
      ["offer"],
      ["September 21 10:00"],
    ]);
    expect(await found({ date: "2026-09-18" }, free)).toEqual([["offer"], ["September 18 16:00"]]);
  });
});

describe("a day", () => {
  it("is answered with its own free times, in one request", async () => {
    const { text, played } = await asking({ date: "2026-09-21" }, altegio(week));
    expect(offeredIn(text)).toEqual(["September 21 10:00"]);
    expect(played.sent).toHaveLength(1);
  });

  it("is one where the span has one date", async () => {
    const { played } = await asking({ date_from: "2026-09-21", date_to: "2026-09-21" }, altegio(week));
    expect(played.paths()).toEqual(["GET /book_times/4564/0/2026-09-21"]);
  });

  it("is not told where it cannot be looked up", async () => {
    expect(await found({ date: "2026-09-21" }, altegio({ "2026-09-21": silence }))).toEqual([
      ["no answer"],
      [],
    ]);
  });

  it("is told with the hours that are meant", async () => {
    const { text } = await asking(
      { date: "2026-09-21", time: "03:00" },
      altegio({ "2026-09-21": ["10:00", "15:00"] }),
    );
    expect(text).toMatch(/will have meant 15:00\. .*15:00 is free/u);
  });

  it("of a night is told with the next morning", async () => {
    const night = { date: "2026-09-21", time_from: "22:00", time_to: "02:00" };
    const free = { "2026-09-21": ["10:00", "22:30"], "2026-09-22": ["01:00", "09:00"] };
    expect(await found(night, altegio(free))).toEqual([
      ["offer"],
      ["September 21 22:30", "September 22 01:00"],
    ]);
    const early = { "2026-09-21": ["10:00"], "2026-09-22": ["09:00"] };
    expect((await found(night, altegio(early)))[0]).toEqual(["nothing free", "offer"]);
    const { played } = await asking({ date: "2026-09-21", time_from: "20:00" }, altegio(free));
    expect(days(played)).toEqual(["2026-09-21"]);
  });

  it("with nothing free may have the place of the appointment that is to be moved", async () => {
    const own = { own: haircut, plan: withJames };
    const none = altegio({ "2026-09-21": [] });
    expect((await found({ date: "2026-09-21", time: "12:30" }, none, own))[0]).toContain("own place");
    expect((await found({ date: "2026-09-21", time: "15:30" }, none, own))[0]).not.toContain("own place");
  });
});

describe("no date at all", () => {
  const soonest = "GET /book_staff_seances/4564/16";
  const first = yes({ seance_date: "2026-09-24", seances: slots("2026-09-24", ["13:00"]) });

  it("with one member takes one request", async () => {
    const { text, played } = await asking({}, { [soonest]: first }, { plan: withJames });
    expect(offeredIn(text)).toEqual(["September 24 13:00"]);
    expect(played.sent).toHaveLength(1);
  });

  it.each<[string, JsonObject, Partial<Enquiry>]>([
    ["with anybody", {}, {}],
    ["with a time", { time: "13:00" }, { plan: withJames }],
    ["from an hour on", { time_from: "13:00" }, { plan: withJames }],
    ["until an hour", { time_to: "14:00" }, { plan: withJames }],
    ["over by an hour", { finish_by: "14:00" }, { plan: withJames }],
    ["on a weekday", { weekdays: ["Thursday"] }, { plan: withJames }],
    ["from a date on", { date_from: "2026-09-24" }, { plan: withJames }],
    ["until a date", { date_to: "2026-09-24" }, { plan: withJames }],
  ])("%s is looked for by dates", async (_, said, more) => {
    const { text, played } = await asking(said, altegio({ "2026-09-24": ["13:00"] }), more);
    expect(offeredIn(text)).toEqual(["September 24 13:00"]);
    expect(spans(played)).toHaveLength(1);
  });

  it("is looked for by dates where the member's first is not known", async () => {
    const { text } = await asking({}, { ...altegio(week), [soonest]: yes({}) }, { plan: withJames });
    expect(offeredIn(text)).toEqual(["September 21 10:00", "September 22 11:00"]);
  });
});

describe("a span of dates", () => {
  it.each<[string, JsonObject, string]>([
    ["without dates", {}, "2026-09-18 2026-10-02"],
    ["from a date on", { date_from: "2026-09-25" }, "2026-09-25 2026-10-09"],
    ["that began before", { date_from: "2026-09-01", date_to: "2026-09-25" }, "2026-09-18 2026-09-25"],
    ["until a date", { date_to: "2026-09-25" }, "2026-09-18 2026-09-25"],
    ["of a month", { date_from: "2026-10-01", date_to: "2026-10-31" }, "2026-10-01 2026-10-31"],
    ["of a year", { date_from: "2026-10-01", date_to: "2027-09-30" }, "2026-10-01 2026-11-01"],
    [
      "that ends before it begins",
      { date_from: "2026-09-25", date_to: "2026-09-21" },
      "2026-09-25 2026-10-09",
    ],
    ["from today on", { date_from: "2026-09-18" }, "2026-09-18 2026-10-02"],
  ])("%s is looked through", async (_, said, span) => {
    const { played } = await asking(
      said,
      altegio({ "2026-09-18": ["16:00"], "2026-10-01": hourly, "2026-09-25": hourly }),
    );
    expect(spans(played)[0]).toBe(span);
  });

  it("has its first two days that suit", async () => {
    const { text, played } = await asking({ date_from: "2026-09-21", date_to: "2026-09-29" }, altegio(week));
    expect(offeredIn(text)).toEqual(["September 21 10:00", "September 22 11:00"]);
    expect(days(played)).toHaveLength(2);
  });

  it("without dates has the first day alone where that is choice enough", async () => {
    const free = (first: readonly string[]) => altegio({ "2026-09-21": first, "2026-09-22": ["11:00"] });
    const looked = async (said: JsonObject, first: readonly string[]) =>
      days((await asking(said, free(first))).played).length;
    expect(await looked({}, hourly.slice(0, 3))).toBe(1);
    expect(await looked({}, hourly.slice(0, 2))).toBe(2);
    expect(await looked({ weekdays: ["Monday", "Tuesday"] }, hourly)).toBe(2);
    expect(await looked({ date_from: "2026-09-20" }, hourly)).toBe(2);
    expect(await looked({ date_to: "2026-09-29" }, hourly)).toBe(2);
    expect(await looked({ weekday: "Monday" }, hourly)).toBe(1);
  });

  it("is looked through for a time of day, a week at most", async () => {
    const none = await asking({ time: "18:00" }, altegio(week));
    expect(days(none.played)).toHaveLength(7);
    expect(kindsOf(none.text)).toEqual(["nothing free", "offer"]);
    expect(offeredIn(none.text)).toEqual(["September 21 10:00"]);
    expect(none.text).toMatch(/at 18:00 from Friday, September 18 to Monday, September 28/u);
    // The fourth day is the last that is looked at for a second one.
    const fourth = await asking({ time_from: "13:00", date_from: "2026-09-21" }, altegio(week));
    expect(offeredIn(fourth.text)).toEqual(["September 24 13:00"]);
    expect(days(fourth.played)).toHaveLength(4);
    const third = await asking({ time_from: "12:00", date_from: "2026-09-21" }, altegio(week));
    expect(offeredIn(third.text)).toEqual(["September 23 12:00", "September 24 13:00"]);
    const seventh = await asking({ time: "16:00" }, altegio(week));
    expect(offeredIn(seventh.text)).toEqual(["September 28 16:00"]);
  });

  it("says how far it was looked through", async () => {
    const few = { "2026-09-21": ["10:00"], "2026-09-22": ["11:00"] };
    const { text } = await asking({ time_from: "18:00", date_to: "2026-09-25" }, altegio(few));
    expect(text).toMatch(
      /in the part of the day asked for from Friday, September 18 to Friday, September 25/u,
    );
  });

  it("is of the weekdays that suit", async () => {
    expect(await found({ weekdays: ["Tuesday", "Thursday"] }, altegio(week))).toEqual([
      ["offer"],
      ["September 22 11:00", "September 24 13:00"],
    ]);
    const none = await asking(
      { weekdays: ["Sunday", "Saturday"], time: "10:00", date_to: "2026-09-25" },
      altegio(week),
    );
    expect(none.text).toMatch(/^Nothing is free for Haircut on Saturday or Sunday from/u);
    expect(offeredIn(none.text)).toEqual(["September 21 10:00"]);
    expect(days(none.played)).toHaveLength(1);
    const timed = await asking({ weekdays: ["Tuesday", "Wednesday"], time: "10:00" }, altegio(week));
    expect(timed.text).toMatch(/^Nothing is free for Haircut at 10:00 on Tuesday or Wednesday from/u);
    expect(offeredIn(timed.text)).toEqual(["September 22 11:00"]);
  });

  it("is told with the hours that are meant", async () => {
    const { text } = await asking(
      { time: "03:00" },
      altegio({ "2026-09-21": ["10:00", "15:00"], "2026-09-22": ["15:00"] }),
    );
    expect(text).toMatch(/will have meant 15:00\./u);
    expect(offeredIn(text)).toEqual(["September 21 15:00", "September 22 15:00"]);
  });

  it("is not told where dates or times cannot be looked up", async () => {
    expect(await found({}, altegio(week, [], { "GET /book_dates/4564": silence }))).toEqual([
      ["no answer"],
      [],
    ]);
    expect(await found({}, altegio({ ...week, "2026-09-21": silence }))).toEqual([["no answer"], []]);
    const second = await found({}, altegio({ ...week, "2026-09-22": silence }));
    expect(second).toEqual([["offer"], ["September 21 10:00"]]);
  });

  it("passes over a day that has been booked meanwhile", async () => {
    const script = { ...altegio(week), "GET /book_times/4564/0/2026-09-21": yes([]) };
    expect((await found({}, script))[1]).toEqual(["September 22 11:00", "September 23 12:00"]);
  });
});

describe("nothing free", () => {
  const none: Free = { "2026-09-22": [], "2026-09-24": ["13:00"] };

  it("has the nearest times besides", async () => {
    const { text, played } = await asking({ date: "2026-09-22" }, altegio(none));
    expect([kindsOf(text), offeredIn(text)]).toEqual([["booked or off", "offer"], ["September 24 13:00"]]);
    expect(spans(played)).toEqual(["2026-09-18 2026-10-22"]);
    const james = await asking({ date: "2026-09-22" }, altegio(none), {
      plan: { ...withJames, isOnly: true },
      only: "James",
    });
    expect(james.text).toMatch(/These are with James\./u);
    expect(text).not.toMatch(/These are with/u);
  });

  it("in a span has them as well", async () => {
    const { text } = await asking({ date_from: "2026-09-19", date_to: "2026-09-22" }, altegio(none));
    expect([kindsOf(text), offeredIn(text)]).toEqual([["booked or off", "offer"], ["September 24 13:00"]]);
  });

  it("has what others have free, where one was asked for who is not the only one", async () => {
    const script = {
      ...altegio(none),
      "GET /book_times/4564/0/2026-09-22": yes(slots("2026-09-22", hourly)),
    };
    const team = [
      { id: "16", name: "James", seconds: 0 },
      { id: "48", name: "Anna", seconds: 0 },
    ];
    const day = { date: "2026-09-22" };
    const asked = async (more: Partial<Enquiry>, said: JsonObject = day) =>
      (await asking(said, script, more)).text;
    const others = await asked({ plan: withJames, team });
    expect(others).toMatch(/With another staff member that day is free: 09:00, 10:00 and 11:00 with Anna\./u);
    expect(await asked({ plan: { ...withJames, isOnly: true }, team })).not.toMatch(
      /another staff member that day/u,
    );
    expect(await asked({})).not.toMatch(/With another staff member/u);
    const gone = { ...script, "GET /book_times/4564/0/2026-09-22": yes([]) };
    expect((await asking(day, gone, { plan: withJames, team })).text).not.toMatch(
      /With another staff member/u,
    );
  });

  it("in a span names the day on which others have something", async () => {
    const dates: Step = (_, { url }) => {
      const asked = new URL(url).searchParams;
      const anybody = asked.get("staff_id") === "0";
      return yes({ booking_dates: anybody ? ["2026-09-22"] : ["2026-09-24"], working_dates: ["2026-09-22"] });
    };
    const script = {
      ...altegio(none, [], { "GET /book_dates/4564": dates }),
      "GET /book_times/4564/0/2026-09-22": yes(slots("2026-09-22", ["10:00"])),
    };
    const span = { date_from: "2026-09-20", date_to: "2026-09-23" };
    const { text } = await asking(span, script, { plan: withJames });
    expect(text).toMatch(/With another staff member is free, on Tuesday, September 22: 10:00\./u);
    const nobody = { ...script, "GET /book_dates/4564": yes({ booking_dates: [] }) };
    expect((await asking(span, nobody, { plan: withJames })).text).not.toMatch(/With another staff member/u);
  });

  it("offers visits apart where one member alone does it all together", async () => {
    const { text } = await asking({ date: "2026-09-22" }, altegio(none), { apart: "Haircut by Anna" });
    expect(text).toMatch(/separate visits .*: Haircut by Anna\./u);
    expect((await asking({ date: "2026-09-22" }, altegio(none))).text).not.toMatch(/separate visits/u);
  });

  it("near either is said with its reason", async () => {
    const empty = altegio({ "2026-09-22": [] });
    expect((await found({ date: "2026-09-22" }, empty))[0]).toEqual(["booked or off", "nothing free"]);
    const { text } = await asking({ date: "2026-09-22" }, empty);
    expect(text).toMatch(/nothing free until Thursday, October 22 either/u);
    const nobody = { ...empty, "GET /book_staff/4564": yes([]) };
    const all = await asking({ date: "2026-09-22" }, nobody);
    expect(kindsOf(all.text)).toEqual(["nobody offers"]);
    expect(all.text).toMatch(/^Nobody on the staff takes/u);
    const without = { ...empty, "GET /book_staff/4564": yes(staff.filter(({ id }) => id !== 16)) };
    const james = await asking({ date: "2026-09-22" }, without, { plan: withJames, only: "James" });
    expect(james.text).toMatch(/^James does not take/u);
    // The only one who does it was asked for in place of anybody.
    const sole = { plan: { ...plan, visit: { ...plan.visit, staffId: "16" } }, only: "James" };
    expect((await found({ date: "2026-09-22" }, without, sole))[0]).not.toContain("nobody offers");
  });

  it("is not said of other dates that cannot be looked up", async () => {
    const script = { ...altegio(none), "GET /book_times/4564/0/2026-09-24": no(500) };
    const { text } = await asking({ date: "2026-09-22" }, script);
    expect(kindsOf(text)).toEqual(["booked or off", "no answer"]);
  });
});
