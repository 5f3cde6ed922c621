import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const programs = {
  decode: program`export function main(t: string): string { return decodeURIComponent(t); }`,
  accents: program`export function main(t: string): string { return t.normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }`,
  words: program`export function main(t: string): string { return t.normalize("NFKD").replace(/[^a-z]/g, ""); }`,
  joined: program`export function main(t: string): string { return t.normalize(); }`,
};

/** Beginnings of bytes that are looked at, each with the bytes around every limit behind it. */
const encoded = [
  "00",
  "7f",
  "80",
  "BF",
  "C0",
  "c1",
  "C2",
  "Df",
  "E0",
  "E1",
  "EC",
  "eD",
  "EE",
  "EF",
  "F0",
  "F1",
  "F3",
  "F4",
  "F5",
  "FF",
]
  .flatMap((first) =>
    ["", "%7F", "%80", "%8f", "%90", "%9F", "%A0", "%bf", "%C0", "x", "é"].map(
      (second) => `%${first}${second}`,
    ),
  )
  .flatMap((two) => [two, `${two}%80`, `${two}%BF%80`, `${two}%80%7F`]);

const broken = [
  "%",
  "a%",
  "%z",
  "%zz",
  "%4",
  "%4z",
  "%E0%A4%A",
  "%C3é",
  "%C3 %A9",
  "é%A9",
  "%u0041",
  "%%41",
  "%\n41",
  "%٣٣",
];

let runner: ProgramRunner;
beforeAll(async () => {
  const compiled = compilePrograms(
    Object.entries(programs).map(([name, source]) => fixtureProgram(name, fixture(name, source))),
  );
  expect(compiled.problems).toEqual([]);
  runner = await createRunner(compiled);
});
afterAll(() => runner.close());

describe("decodeURIComponent", () => {
  it.each(["%", "%C", "%E", "%F"])(
    "reads what JavaScript reads, and stops where it raises: %s",
    async (begin) => {
      const others = ["%C", "%E", "%F"];
      const own = [...broken, ...encoded].filter((text) =>
        begin === "%"
          ? !others.some((other) => text.toUpperCase().startsWith(other))
          : text.toUpperCase().startsWith(begin),
      );
      expect(own.length).toBeGreaterThan(0);
      for (const input of own) {
        const { js, nsl } = await runner.compare("decode", { input });
        expect(nsl.text, input).toBe(js.text);
        if (js.error === undefined) {
          expect(nsl.error, input).toBeUndefined();
        } else {
          expect(js.error.message).toContain("URI malformed");
          expect(nsl.error?.message, input).toContain("the text is not encoded like that");
        }
      }
    },
  );
});

describe("a character whose parts are not known stops", () => {
  it.each([
    [
      "accents",
      ["ά", "각", "\u212b", "e\u05b0", "\u0483", "\u0358", "\u034f", "漢", "\u{1d15e}", "\u2001", "\u1f00"],
    ],
    ["words", ["ﬁ", "½", "\u00a0", "ĳ", "ά"]],
    ["joined", ["e\u0301", "\u0301", "\u212b", "각"]],
  ])("%s", async (name, letters) => {
    for (const letter of letters) {
      const nsl = await runner.runNsl(name, { input: `a${letter}b` });
      expect(nsl.error?.message, letter).toContain("nothing is known of the parts of a character");
      expect(nsl.text).toBeUndefined();
    }
  });
});
