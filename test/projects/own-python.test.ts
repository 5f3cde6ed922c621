/** A project may have a Python of its own: whatever runs skills for it asks that one first. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findPython } from "../../scripts/sandbox/platform/index.ts";
import { environmentName } from "../../scripts/toolkit.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured } from "../cli/run-captured.ts";

let project: string;
let asked: string;

beforeEach(() => {
  vi.stubEnv(environmentName("PYTHON"), "");
  project = join(temporaryFolder(), "project");
  cpSync(fileURLToPath(new URL("bike-repair", import.meta.url)), project, { recursive: true });
  asked = join(project, "asked");
  mkdirSync(join(project, ".venv", "bin"), { recursive: true });
  const script = `#!/bin/sh\ntouch "${asked}"\nexec "${findPython()?.path ?? ""}" "$@"\n`;
  writeFileSync(join(project, ".venv", "bin", "python"), script, { mode: 0o755 });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["setup", ["setup"]],
  ["a conversation", ["converse", "--runtime", "nsl"]],
  ["a publish", ["sandbox", "publish"]],
])("%s runs in it", async (_name, words) => {
  const { code, err } = await runCaptured(...words, "--project", project);
  expect([code, err.includes("error")]).toEqual([0, false]);
  expect(existsSync(asked)).toBe(true);
});

test("a program runs in it", async () => {
  const [program, input] = [join(project, "hello.ts"), join(project, "input.json")];
  writeFileSync(program, "export function main(name: string): string {\n  return `Hello ${name}`;\n}\n");
  writeFileSync(input, '{ "input": "Ann" }');
  const { code, out } = await runCaptured("compile", program, "--run", input, "--project", project);
  expect([code, (JSON.parse(out) as { equal: boolean }).equal]).toEqual([0, true]);
  expect(existsSync(asked)).toBe(true);
});
