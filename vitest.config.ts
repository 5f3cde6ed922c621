import { defineConfig } from "vitest/config";

/** Where a machine-readable report goes, beside the one for people; none when empty. */
const report = process.env["ALTEGIO_MODULE_TEST_REPORT"] ?? "";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Most of the time is spent in Python; the process that coordinates needs no core of its own.
    maxWorkers: "100%",
    // Skills run in a Python of their own, and the module is compiled anew in each file: on a busy machine it lasts.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: report === "" ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
