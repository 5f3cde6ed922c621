import { describe, expect, it } from "vitest";
import {
  bookingEnabled,
  cancellationEnabled,
  partnerToken,
  rescheduleEnabled,
} from "../../../attributes/index.ts";
import { commonPhonesAttribute } from "#sdk";
import type { JsonObject } from "#sdk";
import { rescheduleAppointment } from "../../../skills/reschedule/reschedule-appointment.ts";
import { slots } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf } from "../judge.ts";
import type { HostOptions } from "../memory-host.ts";
import { coloring, haircut, record } from "../own-appointments.ts";
import { account, meanwhile, no, silence, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import {
  at,
  free,
  fromCore,
  goes,
  held,
  moved,
  moving,
  own,
  put,
  puts,
  stored,
  toWednesday,
  wednesday,
} from "./moving.ts";

const dates = "GET /book_dates/4564";

describe("moving", () => {
  it.each([
    ["switched off", { [rescheduleEnabled.idn]: "off" }, "off"],
    ["not connected", { [partnerToken.idn]: "" }, "not connected"],
  ])("asks for nothing where it is %s", async (_, more, kind) => {
    const played = moving([haircut], toWednesday, {}, { customer: account(true, more) });
    expect(await moved(played)).toContain(kind);
    expect(played.sent).toEqual([]);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ["both are on", {}, true],
    ["booking is off", { [bookingEnabled.idn]: "off" }, false],
    ["cancelling is off", { [cancellationEnabled.idn]: "off" }, false],
  ])("has a new one booked instead without the right to move, where %s", async (_, more, offered) => {
    const played = moving([haircut], toWednesday, {}, { customer: account(false, more) });
    expect(await moved(played)).toEqual(["no moves here", "not moved"]);
    expect(/book a new time first/u.test(played.host.answer())).toBe(offered);
  });

  it("looks up whether one that is over was moved ahead", async () => {
    const over = { ...haircut, datetime: "2026-09-17T12:00:00-05:00" };
    const played = moving([over], toWednesday, { ...goes, [own]: yes(record) });
    expect(await moved(played)).toEqual(["moved"]);
    expect(played.paths()[0]).toBe(own);
    const none = moving([over], toWednesday, { [own]: no(404), [held]: no(404) });
    expect(await moved(none)).toEqual(["none made here"]);
    const ahead = moving([haircut], toWednesday);
    await moved(ahead);
    expect(ahead.paths()).toEqual([held, wednesday, put]);
  });

  it("takes the appointment as the team has changed it", async () => {
    const script = { ...goes, [own]: at("2026-09-22 12:00:00"), [held]: at("2026-09-22 12:00:00") };
    const wish = { ...toWednesday, appointment: "on September 22" };
    const played = moving([haircut], wish, script);
    expect(await moved(played)).toEqual(["moved"]);
    expect(played.paths().slice(0, 2)).toEqual([own, held]);
  });

  it.each<[string, JsonObject, boolean]>([
    ["a moment", { date: "2026-09-23", time: "14:00" }, false],
    ["a date alone", { date: "2026-09-23" }, true],
    ["a time alone", { time: "14:00" }, true],
    ["a member alone", { staff: "James" }, false],
    ["a member and a date", { staff: "James", date: "2026-09-23" }, true],
    ["a member and a time", { staff: "James", time: "14:00" }, true],
    ["a member and a time in words", { staff: "James", time: "later" }, true],
    ["none of them", { appointment: "1" }, true],
  ])("hears the conversation unless core's words are enough: %s", async (_, payload, hears) => {
    const played = moving([haircut], toWednesday);
    await rescheduleAppointment(played.ctx, fromCore(payload));
    expect(played.host.calls("Gen")).toHaveLength(hears ? 1 : 0);
    expect(kindsOf(played.host.answer())).toEqual([hears || "date" in payload ? "moved" : "moved before"]);
  });

  it("leaves lists out of the question to the model, and names the appointments", async () => {
    const played = moving([haircut], { confirmed: false });
    await moved(played);
    const prompt = String(played.host.calls("Gen")[0]?.["prompt"]);
    expect(prompt).not.toContain("Services:");
    expect(prompt).toContain("1. Haircut with James");
  });

  it("asks for what is missing by its name", async () => {
    const missing = async (wish: JsonObject): Promise<string> => {
      const played = moving([haircut], { ...wish, confirmed: true });
      expect(await moved(played)).toEqual(["question", "not moved"]);
      expect(played.sent).toEqual([]);
      return /^Ask the caller for (the .*) to move /u.exec(played.host.answer())?.[1] ?? "";
    };
    expect(await missing({ date: "2026-09-23" })).toBe("the new time");
    expect(await missing({ time: "14:00" })).toBe("the new date");
    expect(await missing({})).toBe("the new date and time");
    expect(await missing({ staff: "anyone" })).toBe("the new date and time");
    expect(await missing({ staff: "James", date: "2026-09-23" })).toBe("the new time");
    expect(await missing({ staff: "James", time: "14:00" })).toBe("the new date");
  });

  it("asks which day is meant where the weekday is another", async () => {
    const wrong = moving([haircut], { ...toWednesday, weekday: "Friday" });
    expect(await moved(wrong)).toEqual(["which day", "question", "not moved"]);
    const right = moving([haircut], { ...toWednesday, weekday: "Wednesday" });
    expect(await moved(right)).toEqual(["moved"]);
    expect(puts(wrong)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ["2026-09-18", "15:04", true],
    ["2026-09-18", "03:04", true],
    ["2026-09-18", "03:30", false],
    ["2026-09-17", "23:00", true],
  ])("knows whether %s %s has gone by: %s", async (date, time, past) => {
    const script = {
      ...goes,
      [`GET /book_times/4564/16/${date}`]: yes([]),
      [dates]: yes({ booking_dates: [] }),
    };
    const played = moving([haircut], { date, time, confirmed: true }, script);
    expect((await moved(played)).includes("past")).toBe(past);
    expect(puts(played)).toEqual([]);
  });
});

describe("a booking that is not settled", () => {
  const open = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
  const day = "GET /records/4564";

  it("is moved once it is found", async () => {
    const played = moving([open], toWednesday, { ...goes, [day]: yes([record]) });
    expect(await moved(played)).toEqual(["moved"]);
    expect(stored(played.host)).toMatchObject([{ record_id: "2820023", status: "booked" }]);
  });

  it("is not moved while it is not found", async () => {
    const played = moving([open], toWednesday, { [day]: yes([]) });
    expect(await moved(played)).toEqual(["cannot be moved", "not moved"]);
  });

  it("is not moved where it was cancelled meanwhile", async () => {
    const since = meanwhile(yes([]), { ...haircut, status: "cancelled" });
    const played = moving([open], toWednesday, { [day]: since });
    expect(await moved(played)).toEqual(["gone", "not moved"]);
  });
});

describe("on a line that several people share", () => {
  const line = "+1 315 555 0175";
  const customer = account(true, { [commonPhonesAttribute]: line });
  const shared: HostOptions = { customer, actors: { newo_voice: [line] } };
  const hers = { ...coloring, full_name: "Anna Jones" };

  it("nothing is said of anybody before the full name", async () => {
    const played = moving([haircut, hers], { ...toWednesday, appointment: "1" }, goes, shared);
    expect(await moved(played)).toEqual(["name asked for", "not moved"]);
    expect(momentsIn(played.host.answer())).toEqual([]);
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).not.toContain("Haircut");
    expect(played.sent).toEqual([]);
  });

  it("the one in that name is moved, also where it has to be looked up", async () => {
    const wish = { ...toWednesday, full_name: "James Smith" };
    const played = moving([haircut, hers], wish, goes, shared);
    expect(await moved(played)).toEqual(["moved"]);
    const shown = "GET /book_record/4564/2820024/aa11bb22";
    const script = { ...goes, [own]: yes(record), [shown]: no(404), "GET /record/4564/2820024": silence };
    const other = moving([haircut, hers], { ...wish, appointment: "coloring" }, script, shared);
    expect(await moved(other)).toContain("no such appointment");
    expect(other.host.answer()).not.toContain("Coloring");
  });

  it("core's words are enough with a name alone", async () => {
    const unnamed = moving([haircut, hers], { full_name: "James Smith" }, goes, shared);
    await rescheduleAppointment(unnamed.ctx, fromCore(toWednesday));
    expect(unnamed.host.calls("Gen")).toHaveLength(1);
    const named = moving([haircut, hers], {}, goes, shared);
    await rescheduleAppointment(named.ctx, fromCore({ ...toWednesday, full_name: "James Smith" }));
    expect(named.host.calls("Gen")).toEqual([]);
    expect([puts(unnamed), puts(named)]).toEqual([[put], [put]]);
  });
});

describe("the new time", () => {
  it.each<[string, Step, readonly string[]]>([
    ["nothing answers", silence, ["no answer", "not moved"]],
    ["it asks for patience", no(429), ["no answer", "not moved"]],
    ["there is no access", no(401), ["no access", "not moved"]],
    ["it is not offered any more", no(404, "The service was not found"), ["not moved"]],
  ])("is not tried where %s", async (_, answer, kinds) => {
    const played = moving([haircut], toWednesday, { ...goes, [wednesday]: answer });
    expect(await moved(played)).toEqual(kinds);
    expect(puts(played)).toEqual([]);
  });

  it.each<[string, Step, readonly string[]]>([
    ["a refusal that brings it", { ...yes(record), status: 401 }, ["no access", "not moved"]],
    ["a success that brings none", yes([]), ["no answer", "not moved"]],
  ])("is not looked at after %s", async (_, answer, kinds) => {
    const played = moving([haircut], toWednesday, { ...goes, [held]: answer });
    expect(await moved(played)).toEqual(kinds);
    expect(played.paths()).toEqual([held]);
  });

  it("is the appointment's own while it is kept at its member", async () => {
    const played = moving([haircut], { date: "2026-09-21", time: "12:00", confirmed: true });
    expect(await moved(played)).toEqual(["moved before"]);
    for (const wish of [{ date: "2026-09-21" }, { time: "12:00" }]) {
      const monday = yes(slots("2026-09-21", ["14:00"]));
      const script = {
        ...goes,
        "GET /book_times/4564/16/2026-09-21": monday,
        [wednesday]: yes(slots("2026-09-23", ["12:00"])),
      };
      const other = moving([haircut], { ...toWednesday, ...wish }, script);
      expect(await moved(other)).not.toContain("moved before");
    }
  });

  it.each<[string, number, boolean]>([
    ["12:59", 0, true],
    ["13:00", 1, false],
    ["11:01", 0, true],
    ["11:00", 1, false],
  ])("at %s is looked up %i times and may lie in its own place: %s", async (time, looks, overlaps) => {
    const monday = "GET /book_times/4564/16/2026-09-21";
    const script = {
      ...goes,
      [monday]: yes(slots("2026-09-21", [time])),
      [put]: at(`2026-09-21 ${time}:00`),
    };
    const played = moving([haircut], { date: "2026-09-21", time, confirmed: true }, script);
    expect(await moved(played)).toEqual(["moved"]);
    expect(played.paths().filter((path) => path === monday)).toHaveLength(looks);
    const asked = moving([haircut], { date: "2026-09-21", time, confirmed: false }, script);
    expect((await moved(asked)).includes("offer")).toBe(!overlaps);
  });

  it("is no other's", async () => {
    const first = { ...toWednesday, appointment: "1" };
    const there = { ...coloring, datetime: "2026-09-23T14:30:00-05:00", record_id: "", record_hash: "" };
    const played = moving([haircut, { ...there, status: "unconfirmed" }], first, {
      ...goes,
      "GET /records/4564": silence,
    });
    expect(await moved(played)).toEqual(["open at that time", "not moved"]);
    expect(puts(played)).toEqual([]);
    const shown = "GET /book_record/4564/2820024/aa11bb22";
    const standing = { ...record, id: 2820024, date: "2026-09-23 14:30:00" };
    const booked = { ...there, record_id: "2820024", record_hash: "aa11bb22" };
    const script = { ...goes, [shown]: yes(standing) };
    const other = moving([haircut, booked], first, script);
    expect(await moved(other)).toContain("other at that time");
    expect(other.host.answer()).toMatch(/^James Smith /u);
    const nameless = [haircut, booked].map((entry) => ({ ...entry, full_name: "" }));
    const unknown = moving(nameless, first, script);
    await moved(unknown);
    expect(unknown.host.answer()).toMatch(/^(?:The caller already has|The appointment is moved)/u);
    // One that is gone by now is in nobody's way, and one that begins when the visit is over is not either.
    const gone = moving([haircut, booked], first, {
      ...goes,
      [shown]: yes({ ...standing, deleted: true }),
    });
    expect(await moved(gone)).toEqual(["moved"]);
    const after = { ...booked, datetime: "2026-09-23T15:00:00-05:00" };
    expect(await moved(moving([haircut, after], first))).toEqual(["moved"]);
  });

  it("is offered with others near it where it is taken, and with whom", async () => {
    const played = moving([haircut], { ...toWednesday, time: "12:00" });
    expect(await moved(played)).toEqual(["not free", "not moved", "offer"]);
    const night = moving([haircut], { ...toWednesday, time: "01:00" });
    await moved(night);
    expect(night.host.answer()).toMatch(/in the night/u);
    expect([...puts(played), ...puts(night)]).toEqual([]);
  });

  it("is nothing to claim where something else happened to the appointment meanwhile", async () => {
    const since = { ...haircut, datetime: "2026-09-22T12:00:00-05:00" };
    const changed = moving([haircut], toWednesday, { ...goes, [wednesday]: meanwhile(free, since) });
    expect(await moved(changed)).toEqual(["changed meanwhile"]);
    expect(momentsIn(changed.host.answer())).toEqual(["09-22 12:00"]);
    const gone = { ...haircut, status: "cancelled" };
    const cancelled = moving([haircut], toWednesday, { ...goes, [wednesday]: meanwhile(free, gone) });
    expect(await moved(cancelled)).toEqual(["gone", "not moved"]);
    expect([...puts(changed), ...puts(cancelled)]).toEqual([]);
    const dropped = moving([haircut], toWednesday, { ...goes, [wednesday]: meanwhile(free) });
    expect(await moved(dropped)).toEqual(["moved"]);
  });
});
