/** Small changes made on purpose, to see whether a test notices (docs/decisions.md, "What no test notices"). */
// Conversations need a build, and what is changed could not be compiled.
process.env["ALTEGIO_MODULE_SOURCES"] = process.cwd();

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutants/ignore-spoken.mjs"],
  vitest: { configFile: "vitest.mutants.config.ts", related: false },
  mutate: [
    "skills/**/*.ts",
    // Made by `npm run phones`, and compared with what that makes.
    "!skills/domain/phone-plans.ts",
    "scripts/compiler/nsl/{printer,layout,expression-text}.ts",
    "scripts/compiler/segments/*.ts",
    "scripts/compiler/transform/expressions/equality.ts",
  ],
  ignorers: ["spoken"],
  coverageAnalysis: "perTest",
  // Python, a browser and other processes have no part in it: one worker leaves the machine to others.
  concurrency: 1,
  // What is made once, when a file is loaded, would have every test run for each change.
  ignoreStatic: true,
  timeoutMS: 10_000,
  ignorePatterns: ["dist", "coverage"],
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  jsonReporter: { fileName: "coverage/mutants.json" },
  tempDirName: "coverage/stryker",
  thresholds: { high: 95, low: 90, break: 90 },
  allowEmpty: false,
  // The module is built beside the changed sources, and a file whose errors are hidden is refused.
  disableTypeChecks: false,
};
