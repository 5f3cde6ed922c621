/** `check` beyond the build: scenarios, released names, and the one place of the version. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, projectCopy } from "./broken-project.ts";
import { runCaptured } from "./run-captured.ts";

async function check(
  project: string,
): Promise<{ code: number; problems: { code: string; file: string; line: number; advice: string }[] }> {
  const { code, out } = await runCaptured("check", "--json", "--project", project);
  return { code, ...(JSON.parse(out) as { problems: [] }) };
}

describe("check", () => {
  it("refuses a released attribute under another name, and names the migration", async () => {
    const project = projectCopy();
    writeFileSync(
      join(project, "module/released.yaml"),
      "attribute:\n  pedalo_collection_enabled: 0.1.0 bool\n",
    );
    expect(await check(project)).toEqual({ code: 0, problems: [] });
    edit(project, "attributes/index.ts", (text) =>
      text.replace("pedalo_collection_enabled", "pedalo_collecting_enabled"),
    );
    const { code, problems } = await check(project);
    expect(code).toBe(1);
    expect(problems).toMatchObject([{ code: "REL4001", file: "module/released.yaml", line: 2 }]);
    expect(problems[0]?.advice).toContain(
      '{ from: "pedalo_collection_enabled", to: "pedalo_collecting_enabled" }',
    );
  });

  it("takes it when the module exports the migration", async () => {
    const project = projectCopy();
    writeFileSync(join(project, "module/released.yaml"), "attribute:\n  pedalo_gone: 0.1.0 bool\n");
    expect((await check(project)).code).toBe(1);
    edit(
      project,
      "module/index.ts",
      (text) =>
        `${text}\nexport const migrations = [{ version: "1.0.0", renamedAttributes: [], rebuiltAttributes: [], retired: ["pedalo_gone"] }];\n`,
    );
    expect(await check(project)).toEqual({ code: 0, problems: [] });
  });

  it("says that the list of released names cannot be read, and where", async () => {
    const project = projectCopy();
    writeFileSync(join(project, "module/released.yaml"), "attribute:\n  pedalo_gone: soon\n");
    expect((await check(project)).problems).toMatchObject([{ code: "REL4003", line: 2 }]);
  });

  it("includes the linter's problems, with their places", async () => {
    const project = projectCopy();
    edit(project, "scenarios/index.ts", (text) => text.replace(/number: \d+/u, "number: 0"));
    const { code, problems } = await check(project);
    expect(code).toBe(1);
    expect(problems).toMatchObject([{ code: "SCN3005", file: "scenarios/index.ts" }]);
    expect(problems[0]?.line).toBeGreaterThan(1);
    const lint = await runCaptured("lint", "--json", "--project", project);
    expect((JSON.parse(lint.out) as { problems: unknown }).problems).toEqual(problems);
  });

  it("refuses a version that handlers would not see, until `texts` has written it", async () => {
    const project = projectCopy();
    writeFileSync(join(project, "attributes/version.ts"), "");
    expect((await runCaptured("texts", "--project", project)).code).toBe(0);
    expect(await check(project)).toEqual({ code: 0, problems: [] });
    edit(project, "module.yaml", (text) => text.replace("version: 0.1.0", "version: 0.2.0"));
    expect((await check(project)).problems).toMatchObject([
      { code: "REL4004", file: "attributes/version.ts" },
    ]);
    expect((await runCaptured("build", "--project", project)).code).toBe(1);
    await runCaptured("texts", "--project", project);
    expect(await check(project)).toEqual({ code: 0, problems: [] });
  });
});
