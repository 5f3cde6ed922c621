/** What becomes of programs, compiled inside each test: a change to the compiler counts where it is run (`npm run mutants`). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileExamples } from "../../scripts/docs/subset/compiled.ts";
import { readExample } from "../../scripts/docs/subset/example.ts";
import { compilePrograms, createRunner } from "../../scripts/sandbox/program/index.ts";
import { toolkitRoot } from "../../scripts/toolkit.ts";
import { conditions } from "../compiler/fixtures/conditions.ts";
import { type Fixture, fixtureProgram } from "../compiler/fixtures/fixture.ts";
import { waitingExpressions } from "../compiler/fixtures/waiting-expressions.ts";
import { waitingHelpers } from "../compiler/fixtures/waiting-helpers.ts";
import { waiting } from "../compiler/fixtures/waiting.ts";
import { readPrograms } from "../compiler/program-list.ts";
import { refusalsOf } from "../compiler/refused.ts";

const golden = join(toolkitRoot, "test/compiler/golden");
const goldenNames = ["ask-once", "ask-through-helper", "ask-until", "order-of-evaluation", "price-list"];

describe("the compiler", () => {
  it("writes the skills it wrote", () => {
    const examples = goldenNames.map((name) => readExample(golden, name));
    for (const [name, skills] of compileExamples(toolkitRoot, examples)) {
      const text = skills
        .map(
          ({ idn, parameters, text: body }) =>
            `--- ${idn}(${parameters.map((p) => p.name).join(", ")})\n${body}`,
        )
        .join("\n");
      expect(text).toBe(readFileSync(join(golden, `${name}.nsl`), "utf8"));
    }
  });

  it("refuses what it refused", () => {
    const programs = readPrograms("refusals").filter(({ topic }) =>
      ["functions", "suspension", "values", "sharing", "types", "limits"].includes(topic),
    );
    expect(refusalsOf(programs)).toEqual(programs.map(({ expected }) => expected));
  });

  it.each<[string, readonly Fixture[]]>([
    ["waits", [...waiting, ...waitingExpressions, ...waitingHelpers]],
    ["compares", conditions],
  ])("%s as JavaScript does", async (_, fixtures) => {
    const name = (index: number): string => `F${String(index + 1)}`;
    const compiled = compilePrograms(fixtures.map((entry, index) => fixtureProgram(name(index), entry)));
    expect(compiled.problems).toEqual([]);
    const runner = await createRunner(compiled);
    try {
      for (const [index, { runs }] of fixtures.entries()) {
        for (const run of runs) {
          expect((await runner.compare(name(index), run)).equal).toBe(true);
        }
      }
    } finally {
      await runner.close();
    }
  });
});
