/** Tests of generated programs, a batch each. */
import { describe, expect, test } from "vitest";
import { fuzz, TOGETHER, type FuzzOptions, type FuzzReport } from "../../../scripts/fuzz/generator/fuzz.ts";
import { otherWay } from "../../../scripts/fuzz/generator/ways.ts";

const firstSeed = 20_260_115;

/** Programs of a run: 100 unless the environment asks for more, as CI does. */
const programs = Number(process.env["ALTEGIO_MODULE_GENERATED_PROGRAMS"] ?? "100");

/** Programs of a batch: both files need one. */
const batch = Math.min(TOGETHER, Math.ceil(programs / 2));

/** How many batches that makes. */
export const batchCount = Math.ceil(programs / batch);

/** Registers tests for batches of programs, by number; every number stands for programs of its own. */
export function propertyBatches(from: number, to: number): void {
  describe("generated programs do the same in both runtimes", () => {
    test.each(Array.from({ length: to - from }, (_entry, index) => from + index))(
      "batch %i",
      async (index) => {
        const seed = firstSeed + index * batch;
        const { actions, runs } = await expectSame({ seed, count: batch });
        // Programs that do nothing would agree as well.
        expect(actions).toBeGreaterThan(runs);
        // Every fifth in another way of the optimiser, which is another one in the next batch.
        await expectSame({ seed, count: Math.ceil(batch / 5), ways: [otherWay(index)] });
      },
    );
  });
}

async function expectSame(options: FuzzOptions): Promise<FuzzReport> {
  const report = await fuzz(options);
  expect(report.differences).toEqual([]);
  expect(report.programs).toBe(options.count);
  expect(report.runs).toBe(options.count * 3);
  expect(report.finished).toBe(report.runs);
  return report;
}
