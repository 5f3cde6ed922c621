import { describe, expect, test } from "vitest";
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
