import { describe, expect, it } from "vitest";
import { chooseStaff } from "../../../skills/matching/choose-staff.ts";

const team: readonly (readonly [string, string])[] = [
  ["Anna Becker", "Senior stylist"],
  ["Jonas Keller", "Barber"],
  ["Mila Novak", "Colourist"],
  ["Johanna Kurz", "Stylist"],
  ["Sofia Rossi", "Nail artist"],
];
const staff = team.map(([name, specialization], index) => ({
  id: `${7101 + index}`,
  name,
  label: name,
  specialization,
  services: name === "Jonas Keller" ? ["61002"] : ["61001", "61002"],
}));
const womens = { id: "61001", name: "Women's haircut" };
const mens = { id: "61002", name: "Men's haircut" };
const able = staff.filter((member) => ["Anna Becker", "Mila Novak", "Johanna Kurz"].includes(member.name));

const chosen = (wanted: string, fitting = staff, services = [womens]): string => {
  const choice = chooseStaff(staff, fitting, wanted, services);
  return staff.find((member) => member.id === choice.id)?.name ?? choice.question;
};

describe("chooseStaff", () => {
  it.each([
    ["Anna", "Anna Becker"],
    ["with Mr. Keller", "Jonas Keller"],
    ["Doctor Keller", "Jonas Keller"],
    ["Frau Becker bitte", "Anna Becker"],
    ["the barber", "Jonas Keller"],
    ["Jonas the barber", "Jonas Keller"],
    ["Йонас", "Jonas Keller"],
    ["Sophia Rosi", "Sofia Rossi"],
    ["Anna or Anna Becker", "Anna Becker"],
    ["7103", "Mila Novak"],
  ])("%j is %s", (wanted, name) => {
    expect(chosen(wanted)).toBe(name);
  });

  it.each(["Anna or Mila", "Anna oder Mila", "Mila, Anna", "Anna and Mila", "Anna/Mila", "Анна или Мила"])(
    "asks which of two with %j",
    (wanted) => {
      expect(chosen(wanted)).toBe(
        `Several entries fit "${wanted}": Anna Becker or Mila Novak. Ask the caller which staff member they mean.`,
      );
    },
  );

  it("offers of several only those who do the service", () => {
    expect(chosen("Jonas or Anna", able)).toBe(
      "Of Anna Becker and Jonas Keller, only Anna Becker does Women's haircut. Tell the caller and ask whether that suits them.",
    );
    expect(chosen("Jonas or Sofia", able)).toContain(
      "Neither Jonas Keller nor Sofia Rossi does Women's haircut.",
    );
    expect(chosen("Jonas", able)).toBe(
      "Jonas Keller does not do Women's haircut. This can be done by: Anna Becker, Mila Novak and Johanna Kurz. Tell the caller and ask whether someone else would suit them.",
    );
  });

  it("says which of several services somebody does", () => {
    expect(chosen("Jonas", able, [womens, mens])).toBe(
      "Jonas Keller does Men's haircut, but not Women's haircut. All of it in one visit can be done by: Anna Becker, Mila Novak and Johanna Kurz. Tell the caller and ask whether someone else would suit them.",
    );
  });

  it("asks how much a name matters beside whoever is free", () => {
    expect(chosen("Anna or anyone")).toBe(
      "Ask the caller whether it has to be Anna Becker or may be whoever is free.",
    );
    expect(chosen("Bob or anyone")).toContain('There is no staff member called "Bob or anyone"');
  });

  it.each([
    ["Hanna Meier", "There is no staff member called"],
    ["Anna Schmidt", "The nearest is: Anna Becker."],
    ["anyone but Anna", "The nearest is: Anna Becker."],
    ["Ann or Bob", "The nearest is: Anna Becker."],
    ["hanna", "There is no staff member called"],
    ["7199", "That staff member cannot be booked. Women's haircut can be done by: Anna Becker"],
  ])("does not guess at %j", (wanted, text) => {
    expect(chosen(wanted)).toContain(text);
  });

  it.each([
    ["Bob", true, ""],
    ["Anna or anyone", false, ""],
    ["Anna or Mila", false, ""],
    ["Jonas", false, "7102"],
    ["Jonas or Anna", false, ""],
    ["Jonas or Sofia", false, ""],
  ])("gives nobody's id with a question about %j: unknown %j, denied %j", (wanted, isUnknown, deniedId) => {
    const choice = chooseStaff(staff, able, wanted, [womens]);
    expect(choice).toEqual({ question: choice.question, isUnknown, deniedId, id: "" });
    expect(choice.question).not.toBe("");
  });

  it.each(["Room: Anna", "Room: Anna: Haircut, Colour", "Room: Anna (Stylist): Haircut"])(
    "knows a colon of a name from that of the list: %s",
    (wanted) => {
      const rooms = ["Room: Annabel", "Room: Anna"].map((name, index) => ({
        ...{ id: `${index}`, name, label: name, specialization: "Stylist", services: [womens.id] },
      }));
      expect(chooseStaff(rooms, rooms, wanted, [womens])).toMatchObject({ question: "", id: "1" });
    },
  );

  it("tells namesakes apart by who does it, then by what is said of them", () => {
    const twin = { ...able[1], id: "7109", name: "Anna Becker" } as (typeof staff)[number];
    const asked = (trade: string, fitting: typeof staff) => {
      const trades = [{ ...twin, label: `Anna Becker${trade}` }];
      const all = [...staff, ...trades];
      return chooseStaff(all, [...fitting, ...trades], "Anna Becker", [womens]);
    };
    expect(asked(" (Colourist)", [])).toMatchObject({ question: "", id: "7109" });
    expect(asked("", able)).toMatchObject({ question: "", id: "7101" });
    expect(asked(" (Colourist)", able)).toMatchObject({ id: "" });
    expect(asked(" (Colourist)", able).question).toContain("Anna Becker or Anna Becker (Colourist).");
  });

  it("names five at most, and those who do it where several fit", () => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...{ id: `${index}`, name: `M${index}`, label: `M${index}` },
      ...{ specialization: "", services: [womens.id] },
    }));
    expect(chooseStaff(staff, many, "Bob", [womens]).question).toContain("done by: M0, M1, M2, M3 and M4.");
    expect(chosen("Jonas or Mila or Anna", able)).toContain("Anna Becker or Mila Novak. Ask the caller");
    expect(chooseStaff(staff, staff, "Anna", [womens])).toEqual({
      question: "",
      isUnknown: false,
      deniedId: "",
      id: "7101",
    });
  });
});
