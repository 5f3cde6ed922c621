import { beforeEach, describe, expect, it } from "vitest";
import { catalog as catalogAttribute } from "../../../attributes/index.ts";
import { momentsIn } from "../answer-kinds.ts";
import type { HostOptions } from "../memory-host.ts";
import { coloring, haircut, record } from "../own-appointments.ts";
import { account, catalogue, meanwhile, no, salon, silence, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import { at, free, goes, held, moved, moving, put, puts, toWednesday } from "./moving.ts";

describe("another member", () => {
  let customer: Record<string, string> = {};
  beforeEach(async () => {
    customer = await salon(true);
  });
  const annas = "GET /book_times/4564/48/2026-09-23";
  const withAnna = { ...toWednesday, staff: "Anna" };
  const hers = at("2026-09-23 14:00:00", { staff_id: 48, staff: { id: 48, name: "Anna" } });

  it("has to do the services, and is named", async () => {
    const script = { ...goes, [annas]: free, [put]: hers };
    const played = moving([haircut], withAnna, script, { customer });
    expect(await moved(played)).toEqual(["moved"]);
    expect(JSON.parse(played.sent.find(({ method }) => method === "PUT")?.body ?? "{}")).toMatchObject({
      staff_id: 48,
    });
    const asked = moving([haircut], { ...withAnna, confirmed: false }, script, { customer });
    expect(await moved(asked)).toContain("move read back");
    expect(asked.host.answer()).toMatch(/moved to .* with Anna\./u);
    const taken = moving([haircut], { ...withAnna, time: "12:00" }, script, { customer });
    await moved(taken);
    expect(taken.host.answer()).toMatch(/at 12:00 with Anna is not free/u);
    const same = moving([haircut], { ...toWednesday, time: "12:00", staff: "James" }, script, { customer });
    await moved(same);
    expect(same.host.answer()).toMatch(/at 12:00 is not free/u);
    const shampoo = { ...record, services: [{ id: 333, title: "Beard trim", cost: 20 }] };
    const trim = moving([haircut], withAnna, { ...goes, [held]: yes(shampoo) }, { customer });
    expect(await moved(trim)).toContain("which member");
    expect(await moved(trim).catch(() => ["twice"])).toEqual(["twice"]);
    expect(puts(trim)).toEqual([]);
  });

  it("may take longer, and then meets what comes after", async () => {
    const longer = yes([{ time: "14:00", seance_length: 7200, datetime: "2026-09-23T14:00:00-05:00" }]);
    const after = { ...coloring, datetime: "2026-09-23T15:30:00-05:00" };
    const shown = yes({ ...record, id: 2820024, date: "2026-09-23 15:30:00" });
    const script = { ...goes, [annas]: longer, "GET /book_record/4564/2820024/aa11bb22": shown };
    const wish = { ...withAnna, appointment: "1" };
    expect(await moved(moving([haircut, after], wish, script, { customer }))).toContain("other at that time");
    const short = { ...script, [annas]: free, [put]: hers };
    expect(await moved(moving([haircut, after], wish, short, { customer }))).toEqual(["moved"]);
  });

  it("is looked for again where the catalogue is some minutes old", async () => {
    const added = { id: 64, name: "Boris", bookable: true, specialization: "Barber" };
    const lists = {
      ...catalogue,
      "GET /book_staff/4564": yes([added]),
      "GET /book_times/4564/64/2026-09-23": free,
      [put]: at("2026-09-23 14:00:00", { staff_id: 64, staff: { id: 64, name: "Boris" } }),
      "GET /book_services/4564": catalogue["GET /book_services/4564"] ?? [],
    };
    const boris = { ...toWednesday, staff: "Boris" };
    const old = "2026-09-18T15:30:00-05:00";
    const played = moving([haircut], boris, { ...goes, ...lists }, { customer, now: old });
    await moved(played);
    expect(played.paths()).toContain("GET /book_staff/4564");
    const fresh = moving([haircut], boris, { ...goes, ...lists }, { customer });
    expect(await moved(fresh)).toContain("no such entry");
    expect(fresh.paths()).not.toContain("GET /book_staff/4564");
  });

  it("cannot be told where there is no catalogue", async () => {
    const script = { ...goes, "GET /company/4564": silence };
    const bare: HostOptions = { customer: account(true, { [catalogAttribute.idn]: "" }) };
    const played = moving([haircut], withAnna, script, bare);
    expect(await moved(played)).toContain("not looked up");
    expect(puts(played)).toEqual([]);
    // Nobody has to be looked up for the one it is with.
    expect(await moved(moving([haircut], { ...toWednesday, staff: "James" }, script, bare))).toEqual([
      "moved",
    ]);
  });

  it("is named where anybody will do, three at most", async () => {
    const others = ["A", "B", "C", "D"].map((name, index) => ({
      id: 50 + index,
      name: `Stylist ${name}`,
      bookable: true,
    }));
    const script = {
      ...goes,
      "GET /book_staff/4564": yes([...others, { id: 16, name: "James", bookable: true }]),
    };
    const wish = { ...toWednesday, time: "12:00" };
    const played = moving([haircut], { ...wish, staff: "anyone" }, script);
    expect(await moved(played)).toEqual(["not free", "not moved", "offer", "question"]);
    expect(played.host.answer().match(/Stylist [A-D]/gu)).toEqual(["Stylist A", "Stylist B", "Stylist C"]);
    expect(played.host.answer()).toMatch(/who it is to be/u);
    const one = moving(
      [haircut],
      { ...wish, staff: "anyone" },
      { ...goes, "GET /book_staff/4564": yes([others[0] ?? {}]) },
    );
    await moved(one);
    expect(one.host.answer()).not.toMatch(/who it is to be/u);
    const unsaid = moving([haircut], wish, script);
    await moved(unsaid);
    expect(unsaid.paths()).not.toContain("GET /book_staff/4564");
  });
});

describe("what becomes of a move", () => {
  it("names the appointment in the request, for an answer that comes late", async () => {
    const played = moving([{ ...haircut, number: 7 }], toWednesday);
    expect(await moved(played)).toEqual(["moved"]);
    expect(played.sent.map(({ mark }) => mark ?? "")).toEqual(["", "", "move:7"]);
  });

  it.each<[string, Step, Step, readonly string[]]>([
    ["shows another date", at("2026-09-24 14:00:00"), at("2026-09-21 12:00:00"), ["not moved"]],
    ["shows another time", at("2026-09-23 15:00:00"), at("2026-09-21 12:00:00"), ["not moved"]],
    ["shows another member", at("2026-09-23 14:00:00", { staff_id: 48 }), yes(record), ["not moved"]],
    ["shows one that is gone", at("2026-09-23 14:00:00", { deleted: true }), yes(record), ["not moved"]],
    [
      "is a refusal that names the new time",
      { ...at("2026-09-23 14:00:00"), status: 422 },
      yes(record),
      ["not moved"],
    ],
    ["is a refusal of what was carried out", no(409), at("2026-09-23 14:00:00"), ["moved"]],
    ["is a refusal of what is gone", no(404), no(404), ["gone", "not moved"]],
    ["is lost, and nobody knows", silence, no(500), ["move unknown"]],
    [
      "is lost, and it is with another",
      silence,
      at("2026-09-23 14:00:00", { staff_id: 48, staff: { id: 48, name: "Anna" } }),
      ["not moved"],
    ],
    [
      "says that nobody is free",
      no(422, "No staff members are available for this session"),
      yes(record),
      ["not free", "not moved", "offer"],
    ],
  ])("is looked up where the answer %s", async (_, answer, look, kinds) => {
    const played = moving([haircut], toWednesday, { ...goes, [held]: [yes(record), look], [put]: answer });
    expect(await moved(played)).toEqual(kinds);
    expect(puts(played)).toHaveLength(1);
  });

  it("is looked up where something else happened to it since it was sent", async () => {
    const since = { ...haircut, datetime: "2026-09-22T12:00:00-05:00" };
    const script = { ...goes, [held]: [yes(record), at("2026-09-22 12:00:00")] };
    const answer = at("2026-09-23 14:00:00");
    const played = moving([haircut], toWednesday, { ...script, [put]: meanwhile(answer, since) });
    expect(await moved(played)).toEqual(["not moved"]);
    expect(momentsIn(played.host.answer())).toEqual(["09-22 12:00"]);
    const dropped = moving([haircut], toWednesday, { ...script, [put]: meanwhile(silence) });
    expect(await moved(dropped)).toEqual(["not moved"]);
  });

  it("is refused where the whole record cannot be sent back", async () => {
    const bare = yes({ ...record, services: [] });
    const played = moving([haircut], toWednesday, { ...goes, [held]: bare });
    expect(await moved(played)).toEqual(["not moved"]);
    expect(puts(played)).toEqual([]);
  });
});
