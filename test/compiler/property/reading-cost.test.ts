/** What reading an outside text costs: it grows as the text does, however the text is broken. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "#sdk";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const source = program`
export function main({ before, piece, count, after }: { before: string; piece: string; count: number; after: string }): boolean {
  return parseJson(before + piece.repeat(count) + after).ok;
}`;

/** What stands before a piece that comes again and again, the piece, and what stands behind. */
type Body = readonly [before: string, piece: string, after: string];

const bodies: readonly (readonly [string, Body, boolean])[] = [
  ["a list", ["[", '{"id":1234567,"title":"Cut"},', "1]"], true],
  ["a list that is cut off", ['{"data":[', '{"id":1234567,"title":"Cut"},', ""], false],
  ["a string of escaped quotes", ['{"text":"', '\\"', '"}'], true],
  ["a string of escaped quotes that is cut off", ['{"text":"', '\\"', ""], false],
  ["a string of backslashes", ['"', "\\\\", '"'], true],
  ["a string that is cut off", ['"', "a", ""], false],
  ["quotes", ["", '"', ""], false],
  ["quotes and line breaks", ["", '"\n', ""], false],
  ["halves of surrogate pairs", ['"', "\\ud83d", '"'], true],
  ["one long number", ["[", "1", "]"], true],
  ["one long number and a letter", ["[", "1", "x]"], false],
  ["one long decimal", ["[1.", "0", "1]"], true],
  ["one long whole part before a decimal", ["[", "1", ".00000001]"], true],
  ["decimals", ["[", "12.50,", "1.0]"], true],
  ["half exponents", ["[", "1e", "]"], false],
  ["brackets that only open", ["", "[", ""], false],
  ["brackets as deep as they may be", ["[", `${"[".repeat(38)}${"]".repeat(38)},`, "1]"], true],
  ["blanks", ['["a"', " ", "x"], false],
  ["a page of HTML", ["", "<p class='x'>1.5</p>\n", ""], false],
];

let runner: ProgramRunner;
beforeAll(async () => {
  const compiled = compilePrograms([fixtureProgram("Cost", fixture("cost", source))]);
  expect(compiled.problems).toEqual([]);
  runner = await createRunner(compiled);
});
afterAll(() => runner.close());

const runtimes = {
  JavaScript: (input: JsonObject) => runner.runJavaScript("Cost", { input }),
  NSL: (input: JsonObject) => runner.runNsl("Cost", { input }),
};

/** Rounds until the ratio is believed: other work on the machine may disturb any of them, a square disturbs all. */
const mostRounds = 12;

/** Reads one text of so many characters: milliseconds, and whether it was JSON. */
async function reading(run: (typeof runtimes)["NSL"], [before, piece, after]: Body, size: number) {
  const count = Math.floor(size / piece.length);
  const start = performance.now();
  const { value } = await run({ before, piece, count, after });
  return { took: performance.now() - start, isJson: value };
}

describe.each(Object.entries(runtimes))("reading JSON in %s", (_name, run) => {
  test.each(bodies)("costs four times as much for four times as much of %s", async (_body, body, isJson) => {
    let small = Infinity;
    let large = Infinity;
    // Sixteen times as much where each character is looked at once for each character. Below a few milliseconds the
    // clock and whatever else the machine does count for more than the text.
    const ratio = (): number => large / Math.max(small, 3);
    for (let round = 0; round < mostRounds && !(ratio() < 10); round += 1) {
      const one = await reading(run, body, 50_000);
      const other = await reading(run, body, 200_000);
      expect([one.isJson, other.isJson]).toEqual([isJson, isJson]);
      small = Math.min(small, one.took);
      large = Math.min(large, other.took);
    }
    expect(ratio()).toBeLessThan(10);
  });

  test("takes a million characters and not one more", async () => {
    expect((await run({ before: '"', piece: "a", count: 999_998, after: '"' })).value).toBe(true);
    expect((await run({ before: '"', piece: "a", count: 999_999, after: '"' })).value).toBe(false);
  });
});
