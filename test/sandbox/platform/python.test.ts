import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { patienceVariable, pythonPatience } from "../../../scripts/sandbox/platform/python-patience.ts";
import { toolkitRoot } from "../../../scripts/toolkit.ts";
import { findAllPythons, findJinjaVersions, findPython } from "../../../scripts/sandbox/platform/python.ts";

describe("the Python that runs skills", () => {
  test("is found", () => {
    expect(findPython()?.jinjaVersion).toMatch(/^3\.[1-9]/);
  });

  test("is the first of all", () => {
    expect(findAllPythons()[0]).toEqual(findPython());
  });

  test("is listed once for each version of Jinja2", () => {
    const versions = findJinjaVersions().map(({ jinjaVersion }) => jinjaVersion);
    expect(new Set(versions).size).toBe(versions.length);
    expect(new Set(versions)).toEqual(new Set(findAllPythons().map(({ jinjaVersion }) => jinjaVersion)));
  });

  test("can be named, and a name that is no Python is passed over", () => {
    const before = process.env["ALTEGIO_MODULE_PYTHON"];
    try {
      process.env["ALTEGIO_MODULE_PYTHON"] = "/nowhere/python3";
      expect(findPython()?.path).not.toBe("/nowhere/python3");
      const last = findAllPythons().at(-1);
      process.env["ALTEGIO_MODULE_PYTHON"] = last?.path ?? "";
      expect(findPython()).toEqual(last);
    } finally {
      if (before === undefined) {
        delete process.env["ALTEGIO_MODULE_PYTHON"];
      } else {
        process.env["ALTEGIO_MODULE_PYTHON"] = before;
      }
    }
  });
});

describe("patience with Python", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ["", 60_000],
    ["2.5", 2500],
    ["600", 600_000],
    ["0", 60_000],
    ["-1", 60_000],
    ["soon", 60_000],
    ["Infinity", 60_000],
  ])("is set by the environment: %j", (seconds, milliseconds) => {
    vi.stubEnv(patienceVariable, seconds);
    expect(pythonPatience()).toBe(milliseconds);
  });

  test("that comes to an end is told as that, not as a Python that is missing", () => {
    // Pythons that have answered once are remembered; a process of its own has asked none.
    const script = [
      `import { findPython } from "./scripts/sandbox/platform/python.ts";`,
      `import { startWorker } from "./scripts/sandbox/platform/worker.ts";`,
      `await startWorker().catch((error) => console.log(findPython(), error.message));`,
    ].join("\n");
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: toolkitRoot,
      env: { ...process.env, [patienceVariable]: "0.001" },
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^null Python at \S+ did not answer within 0\.001 s/u);
    expect(stdout).toContain(`give it more time with ${patienceVariable}`);
  });
});
