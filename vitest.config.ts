import { configDefaults, defineConfig } from "vitest/config";
import { uniqueNames } from "./test/unique-names.ts";

/** Where a machine-readable report goes, beside the one for people; none when empty. */
const report = process.env["ALTEGIO_MODULE_TEST_REPORT"] ?? "";

/** Tests that load TypeScript: they compile programs of their own, in most cases to run them in both runtimes. */
const compiler = [
  "test/compiler/**/*.test.ts",
  "test/cli/{compile,invoke,new,probe,verify}.test.ts",
  "test/docs/**/*.test.ts",
  "test/artifact/{manifest,write,write-failure}.test.ts",
  "test/model/{attributes,check-model,problem-catalogue,source-index}.test.ts",
];

/** Tests that build the module, or run an artifact in the sandbox. */
const artifact = [
  "test/{assemble,conversations,demo,projects,python,sandbox,setup,simulator/bench,talks,workbench}/**/*.test.ts",
  "test/cli/{bin,command-line}.test.ts",
  "test/skills/fault-matrix-*.test.ts",
  "test/skills/in-flight-*.test.ts",
  "test/skills/deceptive-answers-*.test.ts",
];

export default defineConfig({
  test: {
    // Most of the time is spent in Python; the process that coordinates needs no core of its own.
    maxWorkers: "100%",
    // A file shares its process, with all that has been loaded and the Pythons that wait, with those before it.
    isolate: false,
    // On a busy machine it lasts; a test must not depend on that, so none has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    env: { ALTEGIO_MODULE_PYTHON_TIMEOUT_S: "600" },
    reporters:
      report === "" ? ["default", uniqueNames] : ["default", uniqueNames, ["json", { outputFile: report }]],
    // What tests read without importing it; `test:changed` cannot tell which of them do.
    forceRerunTriggers: [
      ...configDefaults.forceRerunTriggers,
      "**/module.yaml",
      "**/*.py",
      "**/test/**/*.{yaml,txt,nsl}",
      "**/scripts/bench/programs/*",
      "**/test/compiler/{diagnostics,golden,authors/programs,authors/edited}/*.ts",
    ],
    projects: [
      {
        extends: true,
        test: { name: "units", include: ["test/**/*.test.ts"], exclude: [...compiler, ...artifact] },
      },
      { extends: true, test: { name: "compiler", include: compiler } },
      {
        extends: true,
        test: { name: "artifact", include: artifact, globalSetup: "test/assemble/build-once.ts" },
      },
    ],
  },
});
