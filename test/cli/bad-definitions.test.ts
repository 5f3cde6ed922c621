/** What the command line says of sources that are broken: a problem with its place, in the form that was asked for. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, projectCopy } from "./broken-project.ts";
import { runCaptured } from "./run-captured.ts";

interface ShownProblem {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Runs a verb with `--json` on a project and reads its problems. */
async function problemsOf(project: string, ...verb: string[]): Promise<ShownProblem[]> {
  const { code, out } = await runCaptured(...verb, "--json", "--project", project);
  expect(code).toBe(1);
  return (JSON.parse(out) as { problems: ShownProblem[] }).problems;
}

const verbs = [["check"], ["build"], ["converse"], ["conversation", "run"], ["sandbox", "publish"]];

describe.each(verbs)("%s %s", (...words) => {
  const verb = words.filter((word) => typeof word === "string");

  it("shows what a definition threw, where it did", async () => {
    const project = projectCopy();
    edit(
      project,
      "attributes/index.ts",
      (text) => `${text}\nif (JSON.parse("true") === true) throw new Error("boom");\n`,
    );
    const [problem, ...others] = await problemsOf(project, ...verb);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "BLD3003", file: "attributes/index.ts" });
    expect(problem?.message).toMatch(/boom$/u);
    expect(problem?.line).toBeGreaterThan(5);
  });

  it("shows a syntax error where it is", async () => {
    const project = projectCopy();
    edit(project, "module/tools.ts", (text) => `const open = {\n${text}`);
    const problems = await problemsOf(project, ...verb);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ file }) => file)).toContain("module/tools.ts");
  });
});

describe("a simulator or a runtime that does not run", () => {
  it.each(["simulator.ts", "module/runtime.ts"])("is named with its line: %s", async (file) => {
    const project = projectCopy();
    edit(project, file, (text) => `${text}\nthrow new Error("boom");\n`);
    const problems = await problemsOf(project, "converse");
    expect(problems).toMatchObject([{ code: "BLD3006", file }]);
    const pretty = await runCaptured("converse", "--project", project);
    expect([pretty.code, pretty.out]).toEqual([1, ""]);
    expect(pretty.err).toMatch(new RegExp(`${file.replace(".", "\\.")}:\\d+:\\d+ - error BLD3006`, "u"));
    expect(pretty.err).not.toContain("    at ");
  });
});

describe("a definition of the wrong shape is a problem, not a fault of the program", () => {
  it.each([
    ["null"],
    ["{}"],
    ["{ agent: null, attributes: null, tools: null, flows: null }"],
    ["{ attributes: [null], tools: [null], flows: [null] }"],
    ["{ attributes: [{}], tools: [], flows: [{ idn: 3, events: [null] }] }"],
    ['{ attributes: [], tools: [], flows: [{ idn: "AFlow", events: [{ handler: 4 }] }] }'],
  ])("%s", async (definition) => {
    const project = projectCopy();
    edit(project, "module/index.ts", () => `export const moduleDefinition = ${definition} as never;\n`);
    const problems = await problemsOf(project, "check");
    expect(problems.length).toBeGreaterThan(0);
  });

  it("and so is a project without a folder", async () => {
    for (const folder of ["module", "attributes", "skills"]) {
      const project = projectCopy();
      rmSync(join(project, folder), { recursive: true });
      expect((await problemsOf(project, "check")).length).toBeGreaterThan(0);
    }
  });
});

describe("every problem has a file and a line", () => {
  it.each([
    [
      "a handler that no file exports",
      "module/index.ts",
      "handler: setUp",
      "handler: () => 3",
      "BLD3001",
      13,
    ],
    ["a flow whose name is a number", "module/index.ts", '"WorkshopFlow"', "7", "MOD2013", 23],
    ["a simulator that is not there", "module.yaml", "simulator.ts", "gone.ts", "MOD2053", 14],
    [
      "a folder of conversations that is not there",
      "module.yaml",
      ": conversations",
      ": talks",
      "MOD2053",
      15,
    ],
  ])("%s", async (_, file, from, to, code, line) => {
    const project = projectCopy();
    edit(project, file, (text) => text.replace(from, to));
    expect(await problemsOf(project, "check")).toEqual([expect.objectContaining({ code, file, line })]);
  });

  it.each(["attributes/index.ts", "skills/set-up.ts", "scenarios/index.ts", "module.yaml"])(
    "also one that is not UTF-8: %s",
    async (file) => {
      const project = projectCopy();
      const path = join(project, file);
      const text = readFileSync(path, "latin1");
      // A letter of Latin-1 in the first line, which is a comment everywhere.
      writeFileSync(path, text.replace(/[a-z] /u, "ä "), "latin1");
      const shown = expect.objectContaining({ code: "BLD3008", file });
      expect(await problemsOf(project, "check")).toEqual([shown]);
    },
  );
});

describe("in a project that is broken", () => {
  it.each([
    ["--help"],
    ["-h"],
    ["--version"],
    ["-V"],
    ["help", "build"],
    ["build", "-h"],
    ["sandbox", "-h"],
    ["sandbox", "--help"],
  ])("%s %s still works", async (...words) => {
    const { code, out, err } = await runCaptured(...words.filter((word) => typeof word === "string"));
    expect([code, err]).toEqual([0, ""]);
    expect(out).not.toBe("");
  });

  it("setup still works", async () => {
    const project = projectCopy();
    edit(project, "module.yaml", () => "project: [\n");
    edit(project, "attributes/index.ts", () => "const open = {\n");
    const { code, out } = await runCaptured("setup", "--json", "--project", project);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty("jinja");
  });
});
