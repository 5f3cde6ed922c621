import { describe, expect, it } from "vitest";
import { comparePersons, isSamePerson } from "../../../skills/matching/same-person.ts";

const both = (a: string, b: string): readonly string[] => [comparePersons(a, b), comparePersons(b, a)];

describe("comparePersons", () => {
  it.each([
    ["Petra Braun", "Petra Braun"],
    ["Petra Braun", "BRAUN, Petra"],
    ["Petra Braun", "Petra"],
    ["Petra Braun", "Braun"],
    ["Petra Braun", "Frau Petra Braun"],
    ["Frau Dr. Petra Braun", "Petra Braun"],
    ["Frau Braun", "frau braun"],
    ["Petra Maria Braun", "Petra Braun"],
    ["Sophia Klein", "Sofia Klein"],
    ["Petra Smyth", "Petra Smith"],
    ["Ahmed Yilmaz", "Ahmet Yilmaz"],
    ["Nora Lindt", "Nora Lind"],
    ["Peter Meyers", "Peter Meyer"],
    ["Юлия Иванова", "Yulia Ivanova"],
    ["Petra\nBraun", "Petra Braun"],
  ])("%j is %j", (a, b) => {
    expect(both(a, b)).toEqual(["same", "same"]);
    expect(isSamePerson(a, b)).toBe(true);
  });

  it.each([
    ["Mr Smith", "James Smith"],
    ["Frau Braun", "Petra Braun"],
    ["Frau Braun", "Herr Braun"],
    ["Herr Dr. Braun", "Petra Braun"],
    ["J. Smith", "James Smith"],
    ["J Weiss", "Julia Weiss"],
    ["C. Weiss", "Clara Weiss"],
    ["C. Weiss", "Charlotte Weiss"],
    ["Petra B.", "Petra Braun"],
    ["Weiss, C.", "Clara Weiss"],
    ["Alex Braun", "Alexander Braun"],
    ["Kat Braun", "Katharina Braun"],
    ["Bob Smith", "Robert Smith"],
    ["Bill", "William Jones"],
    ["Liz Taylor", "Elizabeth Taylor"],
    ["Саша Иванов", "Александр Иванов"],
    ["Sasha Ivanova", "Александра Иванова"],
    ["Kasia Nowak", "Katarzyna Nowak"],
    ["Maria Braun", "Marie Braun"],
    ["Maria Braun", "Mario Braun"],
    ["Martin Braun", "Martina Braun"],
    ["Paul Braun", "Paula Braun"],
    ["Anna Braun", "Anne Braun"],
  ])("%j is perhaps %j", (a, b) => {
    expect(both(a, b)).toEqual(["perhaps", "perhaps"]);
  });

  it.each([
    ["Otto Braun", "Petra Braun"],
    ["Petra Braun", "Petra Schmidt"],
    ["Marie Braun", "Martin Braun"],
    ["Alexander Braun", "Alexandra Braun"],
    ["Lucy Klein", "Lukas Klein"],
    ["K. Smith", "James Smith"],
    ["Bob Smith", "William Smith"],
    ["Bob Smith", "Robert Jones"],
    ["Mr Jones", "James Smith"],
    ["Anna", "Petra"],
    ["Саша Иванов", "Пётр Иванов"],
  ])("%j is another than %j", (a, b) => {
    expect(both(a, b)).toEqual(["another", "another"]);
    expect(isSamePerson(a, b)).toBe(false);
  });

  it("takes an appointment that was stored without a name for the caller's", () => {
    expect(comparePersons("", "Petra Braun")).toBe("same");
  });
});

describe("another form of a name", () => {
  it.each([
    ["Ivan Braun", "Ulla Braun", "another"],
    ["J. Braun", "Ivo Braun", "perhaps"],
    ["J. Braun", "Ulla Braun", "perhaps"],
    ["J. Braun", "Petra Braun", "another"],
    ["C. Braun", "Charlotte Braun", "perhaps"],
    ["C. Braun", "Karl Braun", "perhaps"],
    ["C. Braun", "Petra Braun", "another"],
    ["Kim Braun", "Charlotte Braun", "another"],
    ["Maria Braun", "Marie Braun", "perhaps"],
    ["Mario Braun", "Maria Braun", "perhaps"],
    ["Simon Braun", "Simor Braun", "same"],
    ["Braun Maria", "Marie Braun", "same"],
    ["Petra \r\n Braun", "Petra Braun", "same"],
  ])("%j and %j: %s", (a, b, likeness) => {
    expect(both(a, b)).toEqual([likeness, likeness]);
  });
});
