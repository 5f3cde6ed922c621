import { describe, expect, it } from "vitest";
import { matchName } from "../../skills/matching/match-name.ts";
import { normalisePhone } from "../../skills/domain/phone.ts";
import { nearestSlots, slotsBetween, spreadSlots } from "../../skills/domain/pick-slots.ts";
import { isOn, locationIdOf, readSetting, readSwitch } from "../../skills/domain/settings.ts";
import { MemoryHost } from "./memory-host.ts";

const named = (id: string, name: string, label = name) => ({ id, name, label });

const services = [
  named("1", "Haircut"),
  named("2", "Haircut long"),
  named("3", "Beard trim"),
  named("4", "Hair colouring"),
  named("5", "Massage", "Massage (Back)"),
  named("6", "Massage", "Massage (Feet)"),
  named("7", "Стрижка чёлки"),
];

describe("matchName", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["3", "one", ["3"]],
    ["HAIRCUT ", "one", ["1"]],
    ["hair-cut long", "one", ["2"]],
    ["haircut l", "one", ["2"]],
    ["hair", "several", ["1", "2", "4"]],
    ["trim", "one", ["3"]],
    ["a beard trim please", "one", ["3"]],
    ["colouring of hair", "one", ["4"]],
    ["massage", "several", ["5", "6"]],
    ["Massage (feet)", "one", ["6"]],
    ["стрижка челки", "one", ["7"]],
    ["pedicure", "none", []],
    ["haircuts", "one", ["1"]],
    ["hair cut", "one", ["1"]],
    ["hiarcut", "one", ["1"]],
    ["beerd trimm", "one", ["3"]],
    ["strizhka chelki", "one", ["7"]],
    ["хэркат", "none", []],
    ["", "none", []],
  ];
  it.each(cases)("%j gives %s", (query, kind, ids) => {
    const match = matchName(query, services);
    expect([match.kind, match.ids]).toEqual([kind, ids]);
  });

  it("names the nearest when nothing fits", () => {
    expect(matchName("beard shaving", services)).toEqual({ kind: "none", ids: [], labels: ["Beard trim"] });
    expect(matchName("haircut", [named("9", "Hair wash")]).kind).toBe("none");
  });
});

describe("matchName with kinds", () => {
  const list = [
    named("1", "Women's haircut"),
    named("2", "Men's haircut"),
    named("3", "Classic manicure"),
    named("4", "Gel manicure"),
    named("5", "Маникюр классический"),
    named("6", "Színezés"),
  ];
  const kinds = ["Hair", "Hair", "Nails", "Nails", "Ногти", "Festés"];
  it.each([
    ["men's haircut", ["2"]],
    ["mens hair cut", ["2"]],
    ["a haircut for men", ["2"]],
    ["nails", ["3", "4"]],
    ["my nails, please", ["3", "4"]],
    ["manicure", ["3", "4"]],
    ["gel manikure", ["4"]],
    ["manikyur", ["5"]],
    ["szinezes", ["6"]],
    ["hair", ["1", "2"]],
  ])("%j gives %j", (query, ids) => {
    expect(matchName(query, list, kinds).ids).toEqual(ids);
  });

  it("finds people by their trade", () => {
    const staff = [named("1", "Jonas Keller"), named("2", "Anna Becker")];
    const trades = ["Barber", "Senior stylist"];
    expect(matchName("the barber", staff, trades).ids).toEqual(["1"]);
    expect(matchName("Ана Бекер", staff, trades).ids).toEqual(["2"]);
    expect(matchName("Jonnas", staff, trades).ids).toEqual(["1"]);
    expect(matchName("Zoe", staff, trades)).toEqual({ kind: "none", ids: [], labels: [] });
  });
});

describe("normalisePhone", () => {
  const us = { code: "1", digits: 11 };
  const france = { code: "33", digits: 11 };
  const kazakhstan = { code: "7", digits: 0 };
  const germany = { code: "49", digits: 13 };
  const austria = { code: "43", digits: 11 };
  const italy = { code: "39", digits: 12 };
  it.each([
    ["+1 (315) 555-0175", us, "13155550175"],
    ["315 555 0175", us, "13155550175"],
    ["13155550175", us, "13155550175"],
    ["0033612345678", us, "33612345678"],
    ["06 12 34 56 78", france, "33612345678"],
    ["612345678", france, "33612345678"],
    ["33612345678", france, "33612345678"],
    ["+49 151 1234567", france, "491511234567"],
    ["8 701 123 45 67", kazakhstan, "77011234567"],
    ["701 123 45 67", kazakhstan, "77011234567"],
    ["06 1234 5678", { code: "39", digits: 0 }, "390612345678"],
    ["9123456789", { code: "91", digits: 12 }, "919123456789"],
    ["13155550175", { code: "", digits: 0 }, "13155550175"],
    ["0171 1234567", germany, "491711234567"],
    ["0151 98765432", germany, "4915198765432"],
    ["171 1234567", germany, "491711234567"],
    ["+49 (0)171 7654321", germany, "491717654321"],
    ["(+49) 171 7654321", germany, "491717654321"],
    ["0049 (0)171 7654321", france, "491717654321"],
    ["49 0151 98765432", germany, "4915198765432"],
    ["49 (0)171 7654321", germany, "491717654321"],
    ["0711 1234567", germany, "497111234567"],
    ["49711123456", germany, "49711123456"],
    ["4915112345678", germany, "4915112345678"],
    ["+0171 1234567", germany, "491711234567"],
    ["01 5550123", austria, "4315550123"],
    ["0664 123456", austria, "43664123456"],
    ["+44 (0)20 7946 0958", germany, "442079460958"],
    ["+20 10 1234 5678", germany, "201012345678"],
    ["+353 01 234 5678", germany, "35312345678"],
    ["330123456", france, "33330123456"],
    ["33 (0)6 12 34 56 78", france, "33612345678"],
    ["+39 06 1234 5678", germany, "390612345678"],
    ["39 06 1234 5678", italy, "390612345678"],
    ["393 123 4567", italy, "393931234567"],
    ["0039 02 1234567", italy, "39021234567"],
    ["01 61 23 45 67", { code: "229", digits: 0 }, "2290161234567"],
    ["+7 701 123 45 67", germany, "77011234567"],
    ["7 701 123 45 67", kazakhstan, "77011234567"],
    ["7012345678", { code: "7", digits: 11 }, "77012345678"],
    ["8 727 123 45 67", { code: "7", digits: 11 }, "77271234567"],
    ["8 612 34567", { code: "370", digits: 11 }, "37061234567"],
    ["8 029 123 45 67", { code: "375", digits: 12 }, "375291234567"],
    ["06 30 123 4567", { code: "36", digits: 11 }, "36301234567"],
    ["512 345 678", { code: "48", digits: 11 }, "48512345678"],
    ["47 12 34 56", { code: "47", digits: 10 }, "4747123456"],
    ["064 123 4567", { code: "381", digits: 12 }, "381641234567"],
    ["0171 1234567", { code: "", digits: 0 }, ""],
    ["12345", us, ""],
    ["sandbox-user-1", us, ""],
    ["+1234567890123456", us, ""],
    ["", us, ""],
  ])("%j of %j is %j", (text, plan, expected) => {
    expect(normalisePhone(text, plan)).toBe(expected);
  });
});

describe("slots", () => {
  const slots = ["09:00", "09:15", "10:00", "11:30", "12:00", "14:00", "15:45", "18:00"].map((time) => ({
    time,
    datetime: `2026-09-21T${time}:00-05:00`,
    seconds: 0,
  }));
  const times = (list: readonly { time: string }[]): readonly string[] => list.map((slot) => slot.time);

  it("are spread over the day", () => {
    expect(times(spreadSlots(slots))).toEqual(["09:00", "11:30", "14:00", "15:45", "18:00"]);
    expect(times(spreadSlots(slots.slice(0, 3)))).toEqual(["09:00", "09:15", "10:00"]);
  });

  it("are found near a time and inside a part of the day", () => {
    expect(times(nearestSlots(slots, "12:10"))).toEqual(["11:30", "12:00", "14:00"]);
    expect(times(slotsBetween(slots, "12:00", ""))).toEqual(["12:00", "14:00", "15:45", "18:00"]);
    expect(times(slotsBetween(slots, "", "09:15"))).toEqual(["09:00", "09:15"]);
    expect(times(slotsBetween(slots, "15:00", "02:00"))).toEqual(["15:45", "18:00"]);
  });
});

describe("settings", () => {
  it("are read from the customer first, then the project", () => {
    const ctx = new MemoryHost({ customer: { a: " x ", b: " " }, project: { a: "y", b: "z" } }).context();
    expect([readSetting(ctx, "a"), readSetting(ctx, "b"), readSetting(ctx, "c")]).toEqual(["x", "z", ""]);
  });

  it("understand the spellings of on and off", () => {
    expect(["True", "TRUE", "1", "yes", " on "].map(isOn)).toEqual([true, true, true, true, true]);
    expect(["False", "0", "no", "", "nonsense"].map(isOn)).toEqual([false, false, false, false, false]);
    const ctx = new MemoryHost({ customer: { off: "False" } }).context();
    expect(readSwitch(ctx, { idn: "off", defaultValue: "True" })).toBe(false);
    expect(readSwitch(ctx, { idn: "unset", defaultValue: "True" })).toBe(true);
  });

  it("find the location's id in a label or by itself", () => {
    expect(
      ["Salon, New York (4564)", "4564", " 4564 ", "Salon (North), Rome (12)", "Salon", ""].map(locationIdOf),
    ).toEqual(["4564", "4564", "4564", "12", "", ""]);
  });
});
