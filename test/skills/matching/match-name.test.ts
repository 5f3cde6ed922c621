import { describe, expect, it } from "vitest";
import { matchName } from "../../../skills/matching/match-name.ts";

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

it("prefers the whole name, then its beginning, to a likeness", () => {
  const list = [named("1", "Cut"), named("2", "Cut and dry"), named("3", "Undercut")];
  expect(matchName("Cut", list)).toEqual({ kind: "one", ids: ["1"], labels: ["Cut"] });
  expect(matchName(" 2 ", list).ids).toEqual(["2"]);
  expect(matchName("cut\r\nand dry", list).ids).toEqual(["2"]);
  expect(matchName("my cut, please", list).ids).toEqual(["1"]);
  expect(matchName("", list)).toEqual({ kind: "none", ids: [], labels: [] });
  const broken = [named("1", "Gel\r\nmanicure"), named("2", "Pedicure")];
  expect(matchName("pedicure", broken).ids).toEqual(["2"]);
  expect(matchName("gel manicure", broken).ids).toEqual(["1"]);
  expect(matchName("haar", [named("1", "Herrenhaarschnitt")], [])).toMatchObject({ kind: "one" });
  expect(matchName("The Works", [named("1", "Works"), named("2", "The Works")]).ids).toEqual(["2"]);
  const labelled = [named("1", "Massage", "Massage (The Feet)"), named("2", "Massage", "Massage (Feet)")];
  expect(matchName("massage the feet", labelled).ids).toEqual(["1"]);
});
