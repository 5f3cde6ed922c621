import { describe, expect, it } from "vitest";
import type { Service, StaffMember } from "../../../skills/domain/catalog.ts";
import { whenAskedText } from "../../../skills/wording/when-asked.ts";

const haircut: Service = {
  id: "331",
  name: "Haircut",
  label: "Haircut",
  category: "",
  priceMin: "40",
  priceMax: "60",
  seconds: 1800,
  longest: 3600,
  usual: "1800:40:40",
  prepaid: false,
  parts: [],
};
const trim: Service = { ...haircut, id: "333", name: "Beard trim", usual: "900:20:20" };
const unknown: Service = { ...haircut, name: "Wash", priceMin: "", priceMax: "0", seconds: 59, longest: 59 };
const member = (name: string, terms = ""): StaffMember => ({
  id: name,
  name,
  label: name,
  specialization: "",
  services: ["331"],
  terms,
});
const team = ["Ann", "Bob", "Cas", "Dan", "Eve", "Fay", "Gil"].map((name) => member(name));

/** The facts, one by one. */
const facts = (
  services: readonly Service[],
  members: readonly StaffMember[] = [],
  anybody = false,
): readonly string[] => {
  const text = whenAskedText(services, "€", members, anybody);
  return text === "" ? [] : text.replace(" Only if the caller asks: ", "").replace(/[.]$/u, "").split("; ");
};

describe("what a visit takes and costs", () => {
  it("is the range over everybody, or what one member needs and takes", () => {
    expect(facts([haircut])).toEqual(["Haircut takes about 30 to 60 minutes and costs 40 to 60 €"]);
    expect(facts([haircut], team.slice(0, 2))).toEqual(facts([haircut]));
    expect(facts([haircut, trim], team.slice(0, 1))).toEqual([
      "Haircut takes about 30 minutes and costs 40 €",
      "Beard trim takes about 15 minutes and costs 20 €",
    ]);
    expect(facts([haircut], [member("Ann", "331:3600:55:55")])).toEqual([
      "Haircut takes about 60 minutes and costs 55 €",
    ]);
    expect(facts([{ ...haircut, longest: 1800 }])[0]).toContain("about 30 minutes");
  });

  it("is left out where it is not known", () => {
    expect(facts([unknown])).toEqual([]);
    expect(facts([unknown, trim])).toHaveLength(1);
    expect(facts([{ ...unknown, seconds: 60, longest: 60 }])).toEqual(["Wash takes about 1 minutes"]);
    expect(whenAskedText([{ ...haircut, seconds: 0 }], "", [], false)).toContain("costs 40 to 60.");
  });

  it.each([
    ["", "", []],
    ["0", "0", []],
    ["0", "", []],
    ["5", "0", ["from 5 €"]],
    ["5", "", ["from 5 €"]],
    ["5", "5", ["5 €"]],
    ["0", "7", ["up to 7 €"]],
    ["", "7", ["up to 7 €"]],
    ["5", "7", ["5 to 7 €"]],
  ])("from %j to %j is %j", (priceMin, priceMax, said) => {
    const found = facts([{ ...haircut, seconds: 0, priceMin, priceMax }]);
    expect(found).toEqual(said.map((price) => `Haircut costs ${price}`));
  });
});

describe("who does it", () => {
  it.each([
    [2, "whoever is free, Ann or Bob; times with one of them"],
    [6, "whoever is free, Ann, Bob, Cas, Dan, Eve or Fay; times with one of them"],
    [7, "whoever is free; times with a certain staff member"],
    [0, "whoever is free; times with a certain staff member"],
  ])("is told of %i where anybody will do", (count, said) => {
    expect(facts([unknown], team.slice(0, count), true).join("; ")).toContain(said);
    expect(facts([haircut], team.slice(0, count), false).join("; ")).not.toContain("done by");
  });

  it("is not told of the only one, whom the offer names", () => {
    expect(facts([unknown], team.slice(0, 1), true).join("; ")).not.toContain("done by");
  });
});
