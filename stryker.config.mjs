/** Small changes made on purpose, to see whether a test notices (docs/decisions.md, "What no test notices"). */
export default {
  testRunner: "in-place",
  plugins: ["./test/mutants/in-place-runner.mjs", "./test/mutants/ignore-spoken.mjs"],
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
  // The first run tries every change; the rest only asks what came of it.
  concurrency: 1,
  dryRunTimeoutMinutes: 600,
  // What is made once, when a file is loaded, would have every test run for each change.
  ignoreStatic: true,
  ignorePatterns: ["dist", "coverage"],
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  jsonReporter: { fileName: "coverage/mutants.json" },
  tempDirName: "coverage/stryker",
  thresholds: { high: 95, low: 90, break: 90 },
  allowEmpty: false,
  disableTypeChecks: false,
};
