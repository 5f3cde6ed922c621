import { describe, expect, it } from "vitest";
import { sameWords } from "../../../skills/matching/name-words.ts";
import { chooseServices } from "../../../skills/matching/choose-services.ts";

const titles: readonly (readonly [string, string])[] = [
  ["Women's haircut", "Haircuts and styling"],
  ["Men's haircut", "Haircuts and styling"],
  ["Children's haircut", "Haircuts and styling"],
  ["Blow-dry and styling", "Haircuts and styling"],
  ["Full colour", "Colour"],
  ["Balayage", "Colour"],
  ["Root touch-up", "Colour"],
  ["Classic manicure", "Nails"],
  ["Gel manicure", "Nails"],
  ["Pedicure", "Nails"],
  ["Brow shaping", "Face and brows"],
  ["Facial treatment", "Face and brows"],
];
const services = titles.map(([name, category], index) => ({
  id: `${61001 + index}`,
  name,
  label: name,
  category,
}));
const of = (category: string, names: readonly string[]): typeof services =>
  names.map((name, index) => ({ id: `${index + 1}`, name, label: name, category }));
const russian = of("Волосы", ["Мужская стрижка", "Женская стрижка", "Детская стрижка"]);

/** The names that were chosen, or the question. */
const chosen = (wanted: string | readonly string[], list = services): string => {
  const choice = chooseServices(list, typeof wanted === "string" ? [wanted] : wanted);
  return choice.question === ""
    ? choice.ids.map((id) => list.find((item) => item.id === id)?.name).join(" + ")
    : choice.question;
};

describe("one service", () => {
  it.each([
    ["haircut for men", "Men's haircut"],
    ["a men's cut", "Men's haircut"],
    ["hair cut for a man", "Men's haircut"],
    ["man haircut", "Men's haircut"],
    ["woman haircut", "Women's haircut"],
    ["ladies cut", "Women's haircut"],
    ["haircut for my wife", "Women's haircut"],
    ["kids haircut", "Children's haircut"],
    ["a haircut for my kid, please", "Children's haircut"],
    ["blowdry", "Blow-dry and styling"],
    ["styling and blow dry", "Blow-dry and styling"],
    ["gel nails", "Gel manicure"],
    ["gel for my nails", "Gel manicure"],
    ["a clasic manikure", "Classic manicure"],
    ["peddicure", "Pedicure"],
    ["book a pedicure appointment", "Pedicure"],
    ["педикюр", "Pedicure"],
    ["61010", "Pedicure"],
  ])("%j is %s", (said, name) => {
    expect(chosen(said)).toBe(name);
  });

  it.each([
    ["стрижка для мужчин", "Мужская стрижка"],
    ["strizhka muzhskaya", "Мужская стрижка"],
    ["стрижка для ребёнка", "Детская стрижка"],
    ["женскую стрижку", "Женская стрижка"],
  ])("%j is %s", (said, name) => {
    expect(chosen(said, russian)).toBe(name);
  });

  it("is found inside a compound, but no other word for it", () => {
    const german = of("Haare", ["Herrenhaarschnitt", "Damenhaarschnitt"]);
    expect(chosen("Haarschnitt für Herren", german)).toBe("Herrenhaarschnitt");
    expect(chosen("Haarschnitt", german)).toContain("Several entries fit");
    expect(chosen("Haarverlängerung", german)).toContain("There is no service called");
  });
});

describe("several services that fit", () => {
  it.each([
    ["haircut", ["Women's haircut", "Men's haircut", "Children's haircut"]],
    ["something for my nails", ["Classic manicure", "Gel manicure", "Pedicure"]],
    ["manicure", ["Classic manicure", "Gel manicure"]],
    ["face or brows", ["Brow shaping", "Facial treatment"]],
    ["pedicure or gel manicure", ["Gel manicure", "Pedicure"]],
  ])("%j asks which of %j", (said, names) => {
    const question = chosen(said);
    expect(question).toContain(`Several entries fit "${said}"`);
    expect(services.map((item) => item.name).filter((name) => question.includes(name))).toEqual(names);
  });
});

describe("no service", () => {
  it.each([
    ["laser hair removal", []],
    ["hair extensions", []],
    ["tattoo", []],
    ["brow lamination", ["Brow shaping"]],
    ["acrylic nails", ["Classic manicure", "Gel manicure", "Pedicure"]],
    ["Gel pedicure", ["Gel manicure", "Pedicure"]],
    ["spa pedicure", ["Pedicure"]],
    ["pedicure gel", ["Gel manicure", "Pedicure"]],
    ["classic pedicure", ["Classic manicure", "Pedicure"]],
    ["hair colour", ["Full colour"]],
    ["pedicure or tattoo", ["Pedicure"]],
    ["pedicure without polish", ["Pedicure"]],
  ])("%j is none, and %j may be named", (said, names) => {
    const question = chosen(said);
    expect(question).toContain(`There is no service called "${said}" that can be booked.`);
    expect(services.map((item) => item.name).filter((name) => question.includes(name))).toEqual(names);
  });

  it("does not speak an id", () => {
    expect(chosen("61099")).toBe(
      "That service cannot be booked. Tell the caller and ask which service they would like.",
    );
  });
});

describe("services in one text", () => {
  it.each([
    ["Pedicure, Classic manicure", "Pedicure + Classic manicure"],
    ["gel manicure and a pedicure", "Gel manicure + Pedicure"],
    ["balayage, then blow dry", "Balayage + Blow-dry and styling"],
    ["balayage with root touch up", "Balayage + Root touch-up"],
    ["61010;61008", "Pedicure + Classic manicure"],
  ])("%j is %s", (said, names) => {
    expect(chosen(said)).toBe(names);
  });

  it("are asked about where one of them is not clear", () => {
    expect(chosen("pedicure and manicure")).toContain(
      'Several entries fit "manicure": Classic manicure or Gel manicure.',
    );
    expect(chosen("pedicure and tattoo")).toContain('There is no service called "tattoo"');
    expect(chosen("piercing and tattoo")).toContain('There is no service called "piercing and tattoo"');
  });
});

describe("a service that is wanted twice", () => {
  it.each([[["Women's haircut", "women's haircut"]], [["two women's haircuts"]], [["2x pedicure"]]])(
    "%j is asked about",
    (wanted) => {
      expect(chosen(wanted)).toContain("was asked for more than once, and one visit is for one person");
    },
  );
});

describe("sameWords", () => {
  it("keeps lines apart, empty ones too", () => {
    expect(sameWords("mens cut\n\na man man\n")).toBe("men haircut\n\na men men\n");
  });
});

describe("a question", () => {
  it.each<[readonly string[], boolean]>([
    [["tattoo"], true],
    [["pedicure and tattoo"], true],
    [["manicure"], false],
    [["pedicure", "manicure"], false],
    [["pedicure", "pedicure"], false],
    [["Gel pedicure"], true],
  ])("about %j chooses nothing, and tells what is unknown: %j", (wanted, isUnknown) => {
    const choice = chooseServices(services, wanted);
    expect(choice).toEqual({ question: choice.question, isUnknown, ids: [] });
    expect(choice.question).not.toBe("");
  });

  it("is none about what is chosen, one name counted or not", () => {
    expect(chooseServices(services, ["pedicure"])).toEqual({
      question: "",
      isUnknown: false,
      ids: ["61010"],
    });
    expect(chooseServices(services, [])).toEqual({ question: "", isUnknown: false, ids: [] });
    expect(chosen("tattoo, ")).toContain('"tattoo, "');
  });
});

describe("services of one name", () => {
  const twins = (label: string) => [
    { id: "1", name: "Cut", label: "Cut", category: "" },
    { id: "2", name: "Cut", label, category: "" },
  ];
  it("are asked about where something tells them apart, and are one otherwise", () => {
    expect(chooseServices(twins("Cut (40 $)"), ["cut"]).question).toContain("Cut or Cut (40 $).");
    expect(chooseServices(twins("Cut (40 $)"), ["Cut (40 $)"]).ids).toEqual(["2"]);
    expect(chooseServices(twins("Cut"), ["cut"])).toEqual({ question: "", isUnknown: false, ids: ["1"] });
  });
});

describe("services whose names begin alike", () => {
  const cuts = of("Hair", ["Haircut", "Haircut and beard", "Haircut + beard + wash"]);
  const massages = of("Body", ["Massage (60 min)", "Massage (90 min)", "Wrap"]);
  it.each([
    ["haircut with beard", cuts, "Haircut and beard"],
    ["haircut, beard and wash", cuts, "Haircut + beard + wash"],
    ["haircut", cuts, "Haircut"],
    ["a 60-minute massage", massages, "Massage (60 min)"],
    ["Massage 90 Minuten", massages, "Massage (90 min)"],
    ["wrap and massage (90 min)", massages, "Wrap + Massage (90 min)"],
    ["Wrap (40-50 €, 30 min), Massage (60 min) (80 €, 60 min)", massages, "Wrap + Massage (60 min)"],
  ])("%s is the one that is meant", (wanted, list, names) => {
    expect(chosen(wanted, list)).toBe(names);
  });

  it("are none of them for a word that names nothing", () => {
    expect(chosen("with", cuts)).toContain('There is no service called "with"');
  });
});
