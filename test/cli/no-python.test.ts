/** Every verb that runs compiled skills says what to run where there is no Python with Jinja2. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { CommandName } from "../../scripts/cli/commands.ts";
import { root } from "../assemble/built-module.ts";
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

/** Of a verb: a command line of it that runs compiled skills, or why there is none here. */
type Case = readonly string[] | "runs none" | "looks for Python itself" | "needs a Builder";

/** The module itself, where the small one has no talk and no verification. */
const own = ["--project", root];

const cases: Readonly<Record<CommandName, Case>> = {
  build: "runs none",
  check: "runs none",
  compile: ["program.ts", "--run", "input.json"],
  locate: "runs none",
  watch: "runs none",
  texts: "runs none",
  lint: "runs none",
  diff: "runs none",
  release: "runs none",
  demo: [],
  "conversation run": [],
  converse: ["--runtime", "nsl"],
  talk: [join(root, "test/talks/only-asks.yaml"), "--replay", ...own],
  setup: "looks for Python itself",
  doctor: "looks for Python itself",
  verify: ["--runtime", "nsl", ...own],
  logs: "runs none",
  invoke: ["SetUpSkill"],
  "sandbox publish": [],
  "sandbox start": "needs a Builder",
  workbench: ["--port", "0"],
  install: "runs none",
  status: "runs none",
  push: "runs none",
  pull: "runs none",
  "force-update": "needs a Builder",
  probe: "runs none",
  "new attribute": "runs none",
  "new tool": "runs none",
  "new scenario": "runs none",
  // It plays in Node.
  "new conversation": "runs none",
};

const lines = Object.entries(cases).flatMap(([verb, words]) =>
  typeof words === "string" ? [] : [[verb, words] as const],
);

it.each(lines)("%s says to run setup", async (verb, words) => {
  const project = projectCopy();
  edit(project, "module.yaml", (text) => `${text}  demo: conversations/collect-a-bike.yaml\n`);
  writeFileSync(join(project, "program.ts"), 'export function main(): string {\n  return "done";\n}\n');
  writeFileSync(join(project, "input.json"), '{ "input": {} }');
  const placed = words.map((word) => (/^(?:program|input)\./u.test(word) ? join(project, word) : word));
  const place = words.includes("--project") ? [] : ["--project", project];
  const { code, out, err } = await runCaptured(...verb.split(" "), ...placed, ...place);
  expect(code).toBe(1);
  expect(out + err).toContain("Run npx altegio-module setup");
  expect(err).not.toContain("--verbose");
});

it("they say that a Python took too long to answer", async () => {
  found.slow = "Python at /slow/python3 did not answer within 60 s; give it more time with X";
  const { code, err } = await runCaptured("sandbox", "publish", "--project", projectCopy());
  expect(code).toBe(1);
  expect(err).toContain("Python at /slow/python3 did not answer within 60 s");
});
