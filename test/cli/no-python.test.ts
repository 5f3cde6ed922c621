/** Every verb that runs compiled skills says what to run where there is no Python with Jinja2. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { edit, projectCopy } from "./broken-project.ts";
import type { runCaptured as RunCaptured } from "./run-captured.ts";

const found = vi.hoisted(() => ({ slow: "" }));

vi.mock(import("../../scripts/sandbox/platform/python.ts"), async (original) => ({
  ...(await original()),
  findPython: () => null,
  describeSlowPythons: () => found.slow,
}));

// Files share what has been loaded: the command line is loaded anew, on what is mocked, and again behind this file.
let runCaptured: typeof RunCaptured;
beforeAll(async () => {
  vi.resetModules();
  ({ runCaptured } = await import("./run-captured.ts"));
});
afterAll(() => {
  vi.resetModules();
});

afterEach(() => {
  found.slow = "";
});

function verbs(project: string): readonly (readonly string[])[] {
  const program = join(project, "program.ts");
  writeFileSync(program, 'export function main(): string {\n  return "done";\n}\n');
  writeFileSync(join(project, "input.json"), '{ "input": {} }');
  return [
    ["converse"],
    ["sandbox", "publish"],
    ["compile", program, "--run", join(project, "input.json")],
    ["demo"],
  ];
}

it("they say to run setup", async () => {
  const project = projectCopy();
  edit(project, "module.yaml", (text) => `${text}  demo: conversations/collect-a-bike.yaml\n`);
  for (const verb of verbs(project)) {
    const { code, err } = await runCaptured(...verb, "--project", project);
    expect([verb[0], code]).toEqual([verb[0], 1]);
    expect(err).toContain("Run npx altegio-module setup");
    expect(err).not.toContain("--verbose");
  }
});

it("they say that a Python took too long to answer", async () => {
  found.slow = "Python at /slow/python3 did not answer within 60 s; give it more time with X";
  const { code, err } = await runCaptured("sandbox", "publish", "--project", projectCopy());
  expect(code).toBe(1);
  expect(err).toContain("Python at /slow/python3 did not answer within 60 s");
});
