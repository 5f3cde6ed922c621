/** The ways in which a name is compared with what was said, one by one. */
import { describe, expect, it } from "vitest";
import { askWhichText } from "../../../skills/matching/ask-which.ts";
import { closestNames } from "../../../skills/matching/closest-names.ts";
import { alternativeNames, listedNames } from "../../../skills/matching/listed-names.ts";
import { matchAlternatives } from "../../../skills/matching/match-alternatives.ts";
import { matchWhole } from "../../../skills/matching/match-whole.ts";
import { matchWords } from "../../../skills/matching/match-words.ts";
import { namingWords, sameWords } from "../../../skills/matching/name-words.ts";
import { withoutTitles } from "../../../skills/matching/titles.ts";

describe("listedNames", () => {
  it.each([
    "2",
    "9",
    "two",
    "Two",
    "three",
    "four",
    "zwei",
    "Zwei",
    "drei",
    "vier",
    "две",
    "Два",
    "три",
    "3x",
  ])("counts twice after %j", (count) => {
    expect(listedNames(`${count} cuts`)).toEqual(["cuts", "cuts"]);
    expect(listedNames(`wash and ${count}  cuts`)).toEqual(["wash", "cuts", "cuts"]);
  });

  it.each(["1 cut", "twofold", "a cut for two people", "2", "cut 2 x"])("does not count in %j", (text) => {
    expect(listedNames(text)).toEqual([text]);
  });

  it("leaves out blanks and what is empty", () => {
    expect(listedNames(" a , ,b ")).toEqual(["a", "b"]);
    expect(listedNames(" ")).toEqual([]);
    expect(alternativeNames(" a / b oder c")).toEqual(["a", "b", "c"]);
  });
});

describe("matchWhole", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["hair cut", ["haircut", "hair cut long"], [0]],
    ["haircut", ["hair cut", "haircut long"], [0]],
    ["cut", ["hair cut", "cut and dry"], [1]],
    ["haircutes", ["haircut"], [0]],
    ["haircutess", ["haircut"], []],
    ["haircuts", ["haircut", "haircute"], []],
    ["trim", ["beardtrim", "beard trim"], [1]],
    ["x", ["haircut"], []],
  ])("%j among %j", (said, names, places) => {
    expect(matchWhole(said, names, names)).toEqual(places);
  });

  it("goes by the label as well", () => {
    expect(matchWhole("massage feet", ["massage", "massage"], ["massage back", "massage feet"])).toEqual([1]);
  });
});

describe("matchWords", () => {
  const match = (said: string, names: readonly string[], kinds: readonly string[] = [], inside = false) =>
    matchWords(said, names, kinds, inside);
  const none = { all: [], some: [] };

  it.each<[string, readonly string[], readonly number[]]>([
    ["haircuts", ["haircut"], [0]],
    ["me", ["men", "for me"], [1]],
    ["cut hair", ["hair cut", "hair"], [0]],
  ])("%j is all in %j", (said, names, all) => {
    expect(match(said, names)).toEqual({ all, some: [] });
  });

  it("finds a long word inside of another only where words are put together", () => {
    expect(match("haar", ["herrenhaarschnitt"], [], true)).toEqual({ all: [0], some: [] });
    expect(match("haar", ["herrenhaarschnitt"])).toEqual(none);
    expect(match("cut", ["haircut"], [], true)).toEqual(none);
    expect(match("haar nagel", ["haarschnitt"], ["nagel"], true)).toEqual({ all: [0], some: [] });
  });

  it("goes by the kind only where no name has all of the words", () => {
    const kinds = ["", "cut"];
    expect(match("cut", ["hair cut", "trim"], kinds)).toEqual({ all: [0], some: [] });
    expect(match("cut", ["hair", "trim"], kinds)).toEqual({ all: [1], some: [] });
    expect(match("was", ["trim"])).toEqual(none);
  });

  it("offers those that have some of the words, the last one first", () => {
    expect(match("gel pedicure", ["gel manicure", "pedicure"]).some).toEqual([1, 0]);
    expect(match("gel pedicure spa", ["gel manicure", "pedicure spa"]).some).toEqual([1]);
    expect(match("hair extension", ["hairdo", "haircut"])).toEqual({ all: [], some: [0] });
    expect(match("blue gel", ["gel a", "gel b", "gel c", "gel d"]).some).toEqual([0, 1, 2]);
    expect(match("blue gel", ["trim", "gel"], ["gel", ""]).some).toEqual([1]);
    expect(match("blue gel", ["trim", "dye"], ["gel", ""]).some).toEqual([0]);
  });
});

describe("closestNames", () => {
  it.each<[string, readonly string[], readonly number[], readonly number[]]>([
    ["an", ["an"], [], []],
    ["abc", ["abcd"], [], [0]],
    ["keler", ["jonas keller", "kellner", "beller"], [0], [0, 2, 1]],
    ["mr keler", ["jonas keller"], [], [0]],
    ["blow dry", ["blowdry", "blow"], [0], [0, 1]],
    ["blowdrie", ["blow dry"], [0], [0]],
    ["classic pedicure", ["classic manicure", "pedicure"], [], [1, 0]],
    ["gel manikure", ["gel manicure", "gel pedicure", "manicure"], [0], [0, 2, 1]],
    ["roottouchup", ["root touch up", "touch up"], [0], [0, 1]],
    ["manicure", ["pedicure", "manikure", "maniküre deluxe", "ma", "manicures"], [1], [1, 4, 2]],
    ["litsa", ["lica"], [0], [0]],
    ["beard shaving", ["beard trim", "shaving", "beard", "sharing beards", "beard shave"], [4, 3], [4, 3, 1]],
    ["tom", ["tom ford", "tomas", "tim"], [0], [0, 1]],
    ["colering", ["coloring full", "full coloring", "colouring"], [2, 0, 1], [2, 0, 1]],
    ["zzzz", ["haircut"], [], []],
  ])("%j among %j", (said, names, alike, nearest) => {
    expect(closestNames(said, names)).toEqual({ alike, nearest });
  });
});

describe("matchAlternatives", () => {
  const named = (name: string) => ({ id: `id ${name}`, name, label: `${name}!` });
  const items = ["Cut or colour", "Cut", "Anna Becker", "Mila Novak", "Beard trim"].map(named);
  const match = (query: string, list = items) => matchAlternatives(query, list, [], "service");
  const one = (name: string) => ({ kind: "one", ids: [`id ${name}`], labels: [`${name}!`] });

  it("is one where all mean the same, or the whole is a name", () => {
    expect(match("cut or colour")).toEqual(one("Cut or colour"));
    expect(match("Anna or Anna Becker")).toEqual(one("Anna Becker"));
    expect(match("Anna")).toEqual(one("Anna Becker"));
    expect(match("blowdry or blow dry", [named("Blow-dry")])).toEqual(one("Blow-dry"));
  });

  it("is several, or none with what comes near", () => {
    expect(match("Anna or Mila")).toEqual({
      kind: "several",
      ids: ["id Anna Becker", "id Mila Novak"],
      labels: ["Anna Becker!", "Mila Novak!"],
    });
    expect(match("Zoe or Mila")).toEqual({ kind: "none", ids: [], labels: ["Mila Novak!"] });
    expect(match("beard shaving or xyz")).toEqual({ kind: "none", ids: [], labels: ["Beard trim!"] });
    expect(match("xyz")).toEqual({ kind: "none", ids: [], labels: [] });
  });
});

describe("words that name nothing", () => {
  it("are left out unless there are no others", () => {
    expect(["a haircut please", "the", "the a"].map((said) => namingWords(said))).toEqual([
      "haircut",
      "the",
      "the a",
    ]);
    expect(withoutTitles(["frau", "braun"])).toEqual(["braun"]);
    expect(withoutTitles(["frau", "dr"])).toEqual(["frau", "dr"]);
  });

  it.each([
    ["woman haircut", "ladies haircut"],
    ["zhenskaya strizhka", "ladies strizhka"],
    ["muzhskuyu strizhku", "men strizhku"],
    ["kids cut", "children haircut"],
    ["detskaya strizhka", "children strizhka"],
    ["hair cut", "haircut"],
    ["hair cuts", "haircut"],
    ["cuts", "haircut"],
    ["manly haircut", "manly haircut"],
  ])("%j and %j are one", (said, same) => {
    expect(sameWords(said)).toBe(same);
  });
});

describe("askWhichText", () => {
  const labels = ["A", "B", "C", "D", "E", "F", "G"];
  it("names what fits, and an id never", () => {
    const several = { kind: "several", ids: ["1"], labels } as const;
    expect(askWhichText(several, "cut", "service")).toContain('fit "cut": A, B, C, D, E or F.');
    expect(askWhichText(several, " 123 ", "service")).toMatch(/^Several entries: A, /u);
    expect(askWhichText(several, "cut 2", "service")).toContain('"cut 2"');
    expect(askWhichText(several, "2 cuts", "service")).toContain('"2 cuts"');
    const none = { kind: "none", ids: [], labels: [] } as const;
    expect(askWhichText(none, "123", "service")).not.toContain("123");
    expect(askWhichText(none, "cut", "service")).toMatch(/ that can be booked[.] Tell the caller/u);
    expect(askWhichText(none, "cut", "service", " Else.")).toContain("booked. Else. Tell");
    expect(askWhichText({ ...none, labels: ["A"] }, "cut", "service")).toContain("The nearest is: A.");
  });
});
