import { describe, expect, test } from "vitest";
import type { StaffData } from "../../../scripts/simulator/api/index.ts";
import {
  ANNA,
  at,
  booking,
  JONAS,
  KIDS_CUT,
  LENA,
  LOC,
  MENS_CUT,
  PAUL,
  rows,
  salonWith,
  salonWithRules,
  shape,
  start,
  WOMENS_CUT,
} from "./harness.ts";

const cut = `service_ids[]=${WOMENS_CUT}`;
const times = (list: readonly unknown[]) => list.map((slot) => at(slot, "time"));

describe("times of a day", () => {
  test("have the documented shape and the offset of the location", async () => {
    const { get } = await start();
    const reply = await get(`/book_times/${LOC}/${ANNA}/2026-10-20?${cut}`);
    expect(reply.status).toBe(200);
    expect(shape(reply.json)).toEqual({
      success: "boolean",
      data: [{ time: "string", seance_length: "number", sum_length: "number", datetime: "string" }],
      meta: [],
    });
    expect(at(reply.json, "data", 0)).toEqual({
      time: "10:00",
      seance_length: 3600,
      sum_length: 3600,
      datetime: "2026-10-20T10:00:00+02:00",
    });
  });

  test("leave room for the visit before the break and before closing", async () => {
    const { get } = await start();
    const list = times(rows((await get(`/book_times/${LOC}/${ANNA}/2026-10-20?${cut}`)).json, "data"));
    expect(list).toContain("13:00");
    expect(list).not.toContain("13:15");
    expect(list).toContain("14:30");
    expect(list.at(-1)).toBe("18:00");
  });

  test("fit the sum of several services", async () => {
    const { get } = await start();
    const both = `${cut}&service_ids[]=${KIDS_CUT}`;
    const list = rows((await get(`/book_times/${LOC}/${ANNA}/2026-10-20?${both}`)).json, "data");
    expect(at(list[0], "sum_length")).toBe(5400);
    expect(times(list).at(-1)).toBe("17:30");
  });

  test("without services ignore the real duration", async () => {
    const { get } = await start();
    const list = rows((await get(`/book_times/${LOC}/${ANNA}/2026-10-20`)).json, "data");
    expect(times(list).at(-1)).toBe("18:45");
  });

  test("disappear where a record overlaps, also for the visitor who owns it", async () => {
    const { get, post } = await start();
    const noon = "2026-10-20T12:00:00+02:00";
    const visit = { id: 1, services: [WOMENS_CUT], staff_id: ANNA, datetime: noon };
    expect((await post(`/book_record/${LOC}`, booking({ appointments: [visit] }))).status).toBe(201);
    const list = times(rows((await get(`/book_times/${LOC}/${ANNA}/2026-10-20?${cut}`)).json, "data"));
    expect(list.filter((time) => String(time) > "10:45" && String(time) < "14:00")).toEqual([
      "11:00",
      "13:00",
    ]);
  });

  test("keep the delay before the nearest slot and end with the horizon", async () => {
    const { get } = await start();
    const soon = await get(`/book_times/${LOC}/${JONAS}/2026-10-19?service_ids[]=${MENS_CUT}`);
    expect(times(rows(soon.json, "data"))[0]).toBe("11:00");
    for (const date of ["2026-10-16", "2026-12-22"]) {
      expect((await get(`/book_times/${LOC}/${ANNA}/${date}?${cut}`)).json).toEqual({
        success: true,
        data: [],
        meta: [],
      });
    }
    expect(rows((await get(`/book_times/${LOC}/${ANNA}/2026-12-18?${cut}`)).json, "data")).not.toEqual([]);
  });

  test("of any staff are the union, with the duration of the one who would take the visit", async () => {
    const { get, post } = await start();
    const path = `/book_times/${LOC}/0/2026-10-20?service_ids[]=${MENS_CUT}`;
    const before = rows((await get(path)).json, "data");
    // Jonas begins at 9 and needs 30 minutes, Anna (45 minutes) at 10 and stands before him in the list.
    expect(before[0]).toMatchObject({ time: "09:00", seance_length: 1800 });
    expect(before.find((slot) => at(slot, "time") === "10:00")).toMatchObject({ seance_length: 2700 });
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
    const after = rows((await get(path)).json, "data");
    expect(after.find((slot) => at(slot, "time") === "10:00")).toMatchObject({ seance_length: 1800 });
  });

  test("are empty for who cannot be booked, does not work, or does not do the service", async () => {
    const { get } = await start();
    for (const path of [`${PAUL}/2026-10-20`, `${LENA}/2026-10-20`, `${JONAS}/2026-10-20`]) {
      expect(at((await get(`/book_times/${LOC}/${path}?${cut}`)).json, "data")).toEqual([]);
    }
  });

  test.each([
    [`/book_times/${LOC}/1/2026-10-20`, 404],
    [`/book_times/${LOC}/anna/2026-10-20`, 404],
    [`/book_times/${LOC}/${ANNA}/20.10.2026`, 422],
    [`/book_times/${LOC}/${ANNA}/2026-02-30`, 422],
  ])("%s is %i", async (path, status) => {
    const { get } = await start();
    expect((await get(path)).status).toBe(status);
  });
});

describe("dates", () => {
  test("of a range, by month number without a year", async () => {
    const { get } = await start();
    const range = "date_from=2026-10-30&date_to=2026-11-03";
    const reply = await get(`/book_dates/${LOC}?${cut}&staff_id=${ANNA}&${range}`);
    expect(reply.json).toEqual({
      success: true,
      data: {
        booking_days: { "10": [30, 31], "11": [3] },
        booking_dates: ["2026-10-30", "2026-10-31", "2026-11-03"],
        working_days: { "10": [30, 31], "11": [3] },
        working_dates: ["2026-10-30", "2026-10-31", "2026-11-03"],
      },
      meta: [],
    });
  });

  test("a single date means its month, a range overrides it, neither means the whole horizon", async () => {
    const { get } = await start();
    const base = `/book_dates/${LOC}?${cut}&staff_id=${ANNA}`;
    const dates = async (query: string) => rows((await get(base + query)).json, "data", "booking_dates");
    const october = await dates("&date=2026-10-05");
    expect([october[0], october.at(-1)]).toEqual(["2026-10-20", "2026-10-31"]);
    const one = await dates("&date=2026-10-05&date_from=2026-11-05&date_to=2026-11-05");
    expect(one).toEqual(["2026-11-05"]);
    const all = await dates("");
    expect([all[0], all.at(-1)]).toEqual(["2026-10-20", "2026-12-18"]);
  });

  test("a full day is worked but not free; nothing at all makes the days a list", async () => {
    const { get, post } = await start({
      salon: salonWith(({ staff }) => ({
        staff: staff.map((one) =>
          one.id === ANNA ? { ...one, exceptions: { "2026-10-20": [{ from: "10:00", to: "11:00" }] } } : one,
        ),
      })),
    });
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
    const day = "date_from=2026-10-20&date_to=2026-10-20";
    const full = await get(`/book_dates/${LOC}?${cut}&staff_id=${ANNA}&${day}`);
    expect(at(full.json, "data")).toEqual({
      booking_days: [],
      booking_dates: [],
      working_days: { "10": [20] },
      working_dates: ["2026-10-20"],
    });
    const past = await get(`/book_dates/${LOC}?${cut}&date_from=2026-10-01&date_to=2026-10-02`);
    expect(at(past.json, "data")).toEqual({
      booking_days: [],
      booking_dates: [],
      working_days: [],
      working_dates: [],
    });
  });

  test.each([
    ["date_from=2026-10-20", 422],
    ["date_to=2026-10-20", 422],
    ["date=October", 422],
    ["staff_id=1", 404],
  ])("%s is %i", async (query, status) => {
    const { get } = await start();
    expect((await get(`/book_dates/${LOC}?${query}`)).status).toBe(status);
  });
});

test("the soonest seances of a team member", async () => {
  const { get } = await start();
  const reply = await get(`/book_staff_seances/${LOC}/${ANNA}?${cut}`);
  expect(shape(reply.json)).toEqual({
    success: "boolean",
    data: {
      seance_date: "string",
      seances: [{ time: "string", seance_length: "number", sum_length: "number", datetime: "string" }],
    },
    meta: [],
  });
  expect(at(reply.json, "data", "seance_date")).toBe("2026-10-20");
  const none = await get(`/book_staff_seances/${LOC}/${JONAS}?${cut}`);
  expect(at(none.json, "data")).toEqual({ seance_date: null, seances: [] });
  expect((await get(`/book_staff_seances/${LOC}/0?${cut}`)).status).toBe(404);
});

describe("daylight saving", () => {
  // Jonas works the night of Sunday to see what becomes of its hours.
  const nightShift = salonWith(({ staff, rules }) => ({
    rules: { ...rules, gridMinutes: 30 },
    staff: staff.map((one: StaffData) =>
      one.id === JONAS ? { ...one, week: { 7: [{ from: "01:00", to: "04:00" }] } } : one,
    ),
  }));

  test("the offset follows the date", async () => {
    const { get } = await start();
    const first = async (date: string) =>
      at((await get(`/book_times/${LOC}/${ANNA}/${date}?${cut}`)).json, "data", 0, "datetime");
    expect(await first("2026-10-24")).toBe("2026-10-24T10:00:00+02:00");
    expect(await first("2026-10-27")).toBe("2026-10-27T10:00:00+01:00");
  });

  test("the hour the clock shows twice is offered once, and the night is four hours long", async () => {
    const { get } = await start({ salon: nightShift });
    const reply = await get(`/book_times/${LOC}/${JONAS}/2026-10-25?service_ids[]=${MENS_CUT}`);
    expect(rows(reply.json, "data").map((slot) => at(slot, "datetime"))).toEqual([
      "2026-10-25T01:00:00+02:00",
      "2026-10-25T01:30:00+02:00",
      "2026-10-25T02:00:00+02:00",
      "2026-10-25T02:30:00+02:00",
      "2026-10-25T03:00:00+01:00",
      "2026-10-25T03:30:00+01:00",
    ]);
  });

  test("the hour the clock skips is not offered and cannot be booked", async () => {
    const now = () => new Date("2027-03-26T10:00:00Z");
    const { get, post } = await start({ salon: nightShift, now });
    const both = `service_ids[]=${MENS_CUT}&service_ids[]=${KIDS_CUT}`;
    const reply = await get(`/book_times/${LOC}/${JONAS}/2027-03-28?${both}`);
    // An hour from 01:30 ends at 03:30 by the clock; one from 03:30 would not fit before four.
    expect(rows(reply.json, "data").map((slot) => at(slot, "datetime"))).toEqual([
      "2027-03-28T01:00:00+01:00",
      "2027-03-28T01:30:00+01:00",
      "2027-03-28T03:00:00+02:00",
    ]);
    const skipped = { id: 1, services: [MENS_CUT], staff_id: JONAS, datetime: "2027-03-28T02:30:00" };
    expect((await post(`/book_check/${LOC}`, { appointments: [skipped] })).status).toBe(422);
  });

  test("today is the location's today", async () => {
    // 23:30 UTC on the 19th is already the 20th in Berlin.
    const now = () => new Date("2026-10-19T23:30:00Z");
    const { get } = await start({ now, salon: salonWithRules({ horizonDays: 0 }) });
    const reply = await get(`/book_dates/${LOC}?${cut}&staff_id=${ANNA}`);
    expect(at(reply.json, "data", "booking_dates")).toEqual(["2026-10-20"]);
  });
});
