import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonValue } from "#sdk";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const seed = 20_260_116;

const source = program`
export function main(texts: string[]): JsonValue[] {
  return texts.map((text) => {
    const parsed = parseJson(text);
    const integer = toInteger(text);
    return [parsed.ok, parsed.value, integer.ok, integer.value, encodeQuery(text)];
  });
}`;

const marks = [
  ...'"\\{}[],:.-+eE0123456789 \n\t\r',
  ...["true", "false", "null", '"a"', '""', "\\u00e9", "\\ud83d", "\\ude00", "\\\\", '\\"', "\\n", "\\x"],
  ...["\u0000", "\u001f", "\u00a0", "\ufeff", "é", "😀", "1.0", "1e5", "12345678901234567", "NaN", "//", "'"],
];

/** Pieces of JSON in any order. */
const soup = fc.array(fc.constantFrom(...marks), { maxLength: 10 }).map((pieces) => pieces.join(""));

/** JSON with a few characters changed, added or taken away. */
const damaged = fc
  .tuple(
    fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("", ...marks)), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([value, changes, indented]) => {
    let text = JSON.stringify(value, null, indented ? 1 : 0);
    for (const [place, mark] of changes) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + mark + text.slice(at + (place % 2));
    }
    return text;
  });

const texts = fc.oneof(soup, damaged, fc.string({ unit: "binary" }));

/** What JavaScript's own parser thinks; text it cannot read is not JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

let runner: ProgramRunner;
beforeAll(async () => {
  const compiled = compilePrograms([fixtureProgram("Readers", fixture("readers", source))]);
  expect(compiled.problems).toEqual([]);
  runner = await createRunner(compiled);
});
afterAll(() => runner.close());

describe("the readers of outside texts", () => {
  test.each(Array.from({ length: 20 }, (_entry, index) => index))(
    "agree in both runtimes and with JSON.parse, batch %i",
    async (index) => {
      const samples = fc.sample(texts, { seed: seed + index, numRuns: 100 });
      const { js, nsl } = await runner.compare("Readers", { input: samples });
      expect(js.error).toBeUndefined();
      expect(nsl).toEqual(js);
      const answers = js.value as unknown as [boolean, JsonValue, boolean, number, string][];
      answers.forEach(([ok, , , , encoded], at) => {
        // Halves of surrogate pairs are lost on the way in already.
        const text = (samples[at] ?? "").replace(/\p{Surrogate}/gu, "");
        expect(ok, JSON.stringify(text)).toBe(isJson(text));
        expect(decodeURIComponent(encoded), JSON.stringify(text)).toBe(text);
        expect(encoded).toMatch(/^[A-Za-z0-9._~%-]*$/);
      });
    },
  );
});
