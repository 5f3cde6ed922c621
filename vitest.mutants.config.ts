import { defineConfig } from "vitest/config";

/** The tests that are fast enough to be run for each of thousands of small changes (`npm run mutants`). */
export default defineConfig({
  test: {
    include: [
      "test/skills/**/*.test.ts",
      "test/compiler/output/{expression-text,layout,printer}.test.ts",
      "test/compiler/{equality,segments}/*.test.ts",
    ],
    exclude: ["test/skills/{deceptive-answers,fault-matrix,in-flight}-*.test.ts"],
    runner: "./test/mutants/in-place-tests.ts",
    // All in one process: a change is switched on there.
    isolate: false,
    maxWorkers: 1,
    pool: "forks",
    // Each test runs many times; what takes too long is ended by the runner.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
