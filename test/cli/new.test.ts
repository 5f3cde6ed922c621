/** What is new is entered everywhere: the project is still in order, and the first test passes. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moduleCopy, sourcesOf } from "./module-copy.ts";
import { runCaptured, type Captured } from "./run-captured.ts";

let copy = "";

beforeAll(() => {
  copy = moduleCopy();
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const on = (...words: string[]): Promise<Captured> => runCaptured(...words, "--project", copy);

/** Runs the command that `new` names as its first test. */
async function firstTest(command: string): Promise<{ readonly code: number | null; readonly out: string }> {
  const [file = ""] = command.split(" ").slice(-1);
  if (command.startsWith("npx altegio-module conversation run ")) {
    return on("conversation", "run", join(copy, file));
  }
  expect(command).toMatch(/^npx vitest run test\//u);
  const vitest = join(copy, "node_modules/vitest/vitest.mjs");
  const { status, stdout } = spawnSync(process.execPath, [vitest, "run", "--project", "units", file], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, VITEST: undefined, NO_COLOR: "1" },
  });
  return { code: status, out: stdout };
}

const kinds = [
  ["attribute", /1 passed/u],
  ["tool", /1 conversation, all as written/u],
  ["scenario", /1 passed/u],
  ["conversation", /1 conversation, all as written/u],
] as const;

describe("new", () => {
  test.each(kinds)("%s leaves a project in order, with a first test that passes", async (kind, passed) => {
    const made = await on("new", kind, `glass-of-${kind}`, "--json");
    expect(made).toMatchObject({ code: 0 });
    const { written, test: command } = JSON.parse(made.out) as { written: string[]; test: string };
    const sources = sourcesOf(copy);
    expect(written.filter((name) => !sources.has(name))).toEqual([]);
    expect(await on("check")).toMatchObject({ code: 0, out: "No errors.\n" });
    const run = await firstTest(command);
    expect(run.out).toMatch(passed);
    expect(run.code).toBe(0);
  });

  test("tool: the artifact has the flow, the switch is an attribute, and the first test fails without the handler's answer", async () => {
    const build = await on("build", "--json", "--out", "out");
    const { files } = JSON.parse(build.out) as { files: { path: string }[] };
    expect(files.map(({ path }) => path).join("\n")).toContain(
      "flows/GlassOfToolFlow/skills/GlassOfToolSkill.nsl",
    );
    const handler = join(copy, "skills/glass-of-tool/glass-of-tool.ts");
    const before = sourcesOf(copy).get("skills/glass-of-tool/glass-of-tool.ts") ?? "";
    expect(before).toContain("glassOfToolEnabled.idn");
    writeFileSync(handler, before.replace("This cannot be done yet.", "Something else."));
    const failing = await on("conversation", "run", join(copy, "test/conversations/glass-of-tool.yaml"));
    writeFileSync(handler, before);
    expect(failing.code).toBe(1);
  });

  test.each([
    ["attribute", "glass-of-attribute", 1, "The module has altegio_glass_of_attribute already"],
    ["attribute", "partner-token", 1, "The module has altegio_partner_token already"],
    ["tool", "glass-of-tool", 1, "The module has altegio_glass_of_tool_tool already"],
    ["tool", "book-appointment", 1, "already"],
    ["scenario", "move", 1, "The module has altegio_intent_move already"],
    [
      "conversation",
      "glass-of-conversation",
      1,
      "There is a file test/conversations/glass-of-conversation.yaml already",
    ],
    ["attribute", "Opening Note", 2, '"Opening Note" cannot be a name'],
    ["tool", "../evil", 2, "cannot be a name"],
    ["scenario", "class", 2, '"class" means something else already'],
    ["attribute", "con", 2, '"con" means something else already'],
    ["conversation", "a".repeat(41), 2, "The name has 41 characters"],
  ])("%s %s is refused in plain words, and nothing is written", async (kind, name, code, why) => {
    const before = sourcesOf(copy);
    const refused = await on("new", kind, name);
    expect(refused).toMatchObject({ code, out: "" });
    expect(refused.err).toContain(why);
    expect(refused.err).not.toContain("    at ");
    expect(sourcesOf(copy)).toEqual(before);
  });

  test("a name that a release had and the module has no more does not come back", async () => {
    const file = join(copy, "module/released.yaml");
    const released = sourcesOf(copy).get("module/released.yaml") ?? "";
    writeFileSync(file, released.replace("attribute:\n", "attribute:\n  altegio_old_note: 0.1.0 string\n"));
    const refused = await on("new", "attribute", "old-note");
    writeFileSync(file, released);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("altegio_old_note was released with 0.1.0");
  });

  test("what cannot be written to its end is not written at all", async () => {
    // A folder stands where the first test belongs, which is noticed only while it is written.
    mkdirSync(join(copy, "test/scenarios"), { recursive: true });
    const before = sourcesOf(copy);
    rmSync(join(copy, "test/scenarios"), { recursive: true });
    writeFileSync(join(copy, "test/scenarios"), "");
    const refused = await on("new", "scenario", "last-orders");
    rmSync(join(copy, "test/scenarios"));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("cannot be written");
    const left = [...sourcesOf(copy)].filter(([name, text]) => before.get(name) !== text);
    expect(left).toEqual([]);
  });

  test("a template that does not render takes everything back", async () => {
    const broken = join(copy, "scenarios/broken.hbs");
    writeFileSync(broken, "{{#step}}{{nobody.knows}}{{/step}}");
    const before = sourcesOf(copy);
    const refused = await on("new", "scenario", "last-orders");
    const after = sourcesOf(copy);
    rmSync(broken);
    expect(refused.code).toBe(1);
    expect(after).toEqual(before);
  });
});
