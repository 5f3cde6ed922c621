/** `lint` on projects whose scenarios are not where, or not what, they should be. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured } from "../cli/run-captured.ts";

let project: string;
let scenarios: string;

beforeEach(() => {
  project = join(temporaryFolder(), "project");
  cpSync(fileURLToPath(new URL("bike-repair", import.meta.url)), project, { recursive: true });
  scenarios = join(project, "scenarios", "index.ts");
});

test("says that there is nothing to check", async () => {
  const setUp = join(project, "skills", "set-up.ts");
  writeFileSync(setUp, readFileSync(setUp, "utf8").replace("scenarios/index.ts", "scenarios/all.ts"));
  cpSync(scenarios, join(project, "scenarios", "all.ts"));
  rmSync(scenarios);
  expect(await runCaptured("lint", "--project", project)).toEqual({
    code: 2,
    out: "",
    err: "Checking the texts of the scenarios ...\nerror There is nothing to check: this project has no scenarios/index.ts.\n",
  });
});

test("says what the file does not export", async () => {
  const text = readFileSync(scenarios, "utf8");
  expect(text).toContain("export const scenarioDefinitions");
  writeFileSync(scenarios, text.replace("export const scenarioDefinitions", "export const others"));
  expect(await runCaptured("lint", "--project", project)).toEqual({
    code: 2,
    out: "",
    err: "Checking the texts of the scenarios ...\nerror scenarios/index.ts exports no `scenarioDefinitions`.\n",
  });
});
