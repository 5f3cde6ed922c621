import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Conversations last: they touch nearly everything, and a unit test that notices a change is sooner done. */
class UnitsFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const last = ({ moduleId }: TestSpecification): number => Number(moduleId.includes("/test/mutants/"));
    return Promise.resolve(files.toSorted((a, b) => last(a) - last(b)));
  }
}

/** The tests that are fast enough to be run for each of thousands of small changes (`npm run mutants`). */
export default defineConfig({
  test: {
    include: [
      "test/skills/**/*.test.ts",
      "test/compiler/output/{expression-text,layout,printer}.test.ts",
      "test/mutants/{compiler,conversations}.ts",
    ],
    exclude: ["test/skills/{deceptive-answers,fault-matrix,in-flight}-*.test.ts"],
    globalSetup: "test/assemble/build-once.ts",
    sequence: { sequencer: UnitsFirst },
    isolate: false,
    // A test that compiles takes seconds.
    testTimeout: 60_000,
  },
});
