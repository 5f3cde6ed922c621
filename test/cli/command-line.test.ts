import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandDefinition } from "../../scripts/cli/command.ts";
import { commands } from "../../scripts/cli/commands.ts";
import { toolkitVersion } from "../../scripts/toolkit.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured, runIn } from "./run-captured.ts";

const verbs = Object.entries(commands) as [string, CommandDefinition][];

describe("help", () => {
  it("names every verb, an example of each and the exit codes", async () => {
    const { code, out, err } = await runCaptured("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const [, { examples }] of verbs) {
      expect(out).toContain(`npx altegio-module ${Object.keys(examples)[0] ?? "?"}`);
    }
    expect(out).toMatch(/0 {2}all went well[\s\S]*1 {2}problems[\s\S]*2 {2}the command line/u);
  });

  it.each(verbs)("of %s shows its options and examples", async (name, { description, options, examples }) => {
    const { code, out } = await runCaptured(...name.split(" "), "--help");
    expect(code).toBe(0);
    expect(out.replace(/\s+/gu, " ")).toContain(description);
    for (const [option, { kind }] of Object.entries(options)) {
      expect(out).toContain(kind === "negated" ? `--no-${option}` : `--${option}`);
    }
    expect(Object.keys(examples).length).toBeGreaterThan(0);
    for (const [line, meaning] of Object.entries(examples)) {
      expect(out).toContain(`npx altegio-module ${line}`);
      expect(out).toContain(meaning);
    }
  });

  it.each(verbs)(
    "of %s names the exit codes, and there is JSON wherever there is a result",
    async (name, { options }) => {
      const { out } = await runCaptured(...name.split(" "), "--help");
      expect(out).toMatch(/Exit codes:\n {2}0 {2}all went well/u);
      expect("json" in options).toBe(true);
    },
  );

  it.each([["sandbox start"], ["conversation run"], ["build"], ["new"]])(
    "is the same for help %s",
    async (name) => {
      const words = name.split(" ");
      const { code, out } = await runCaptured("help", ...words);
      expect([code, out]).toEqual([0, (await runCaptured(...words, "--help")).out]);
      expect(out).toContain(`Usage: altegio-module ${name} `);
      expect(out).toMatch(/Examples:[\s\S]*Exit codes:/u);
    },
  );

  it.each([
    [["help", "buidl"]],
    [["buidl", "--help"]],
    [["help", "sandbox", "strat"]],
    [["sandbox", "strat", "-h"]],
  ])("%j is a verb that there is not, and the one that comes near is named", async (args) => {
    const { code, out, err } = await runCaptured(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: unknown command '\w+'\n\(Did you mean \w+\?\)\n$/u);
  });

  it("comes with exit code 2 when no verb is given", async () => {
    const { code, err } = await runCaptured();
    expect(code).toBe(2);
    expect(err).toContain("Usage: altegio-module");
  });
});

describe("wrong usage", () => {
  it.each([
    [["buidl"], "Did you mean build?"],
    [["build", "--format", "xml"], "Allowed choices are pretty, json"],
    [["build", "--nonsense"], "unknown option '--nonsense'"],
    [["build", "something"], "too many arguments"],
    [["build", "--out"], "argument missing"],
    [["sandbox"], "Usage: altegio-module sandbox"],
    [["demo", "--date", "2026-02-30"], '"2026-02-30" is not a date'],
    [["demo", "--date", "tomorrow"], "Write YYYY-MM-DD"],
  ])("%j has exit code 2 and says why", async (args, why) => {
    const { code, out, err } = await runCaptured(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(why);
    expect(err).not.toContain("    at ");
  });
});

describe("a command line that fails", () => {
  it.each([
    [["buidl", "--json"], "unknown command 'buidl'"],
    [["build", "--jsno", "--format", "json"], "unknown option '--jsno'"],
    [["compile", "nope.ts", "--json"], "There is no file nope.ts."],
    [["logs", "nope.log", "--json"], "There is no file nope.log."],
    [["check", "--format=json", "--project", "/nowhere"], "There is no module.yaml in /nowhere."],
    [["sandbox", "--json"], "unknown option '--json'"],
  ])("%j says so in one JSON document, and in words beside it", async (args, why) => {
    const { code, out, err } = await runCaptured(...args);
    expect(JSON.parse(out)).toEqual({ error: { message: expect.stringContaining(why), exitCode: 2 } });
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });

  it("says so in a SARIF log where that was asked for", async () => {
    const { code, out } = await runCaptured("check", "--format", "sarif", "--project", "/nowhere");
    const text = expect.stringContaining("There is no module.yaml in /nowhere.");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          results: [],
          invocations: [
            { executionSuccessful: false, exitCode: 2, toolExecutionNotifications: [{ message: { text } }] },
          ],
        },
      ],
    });
  });
});

describe("--version", () => {
  it("prints the version of the package", async () => {
    expect(await runCaptured("--version")).toEqual({
      code: 0,
      out: `${toolkitVersion()}\n`,
      err: "",
    });
  });
});

describe("build", () => {
  it("writes where it is told and says where", async () => {
    const folder = join(temporaryFolder(), "deep", "out");
    const { code, out, err } = await runCaptured("build", "--out", folder);
    expect(code).toBe(0);
    expect(out).toMatch(/artifact[\s\S]*\.zip[\s\S]*manifest\.json[\s\S]*maps/u);
    expect(err).toBe("Compiling the module ...\n");
    expect(existsSync(join(folder, "artifact", "import_version.txt"))).toBe(true);
    expect(existsSync(join(folder, "maps"))).toBe(true);
  });

  it("prints the manifest and nothing else with --json", async () => {
    const { code, out } = await runCaptured("build", "--json", "--out", temporaryFolder());
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      manifestVersion: 1,
      identity: { projectIdn: "altegio_integration" },
    });
  });

  it("prints a SARIF log and nothing else with --format sarif", async () => {
    const { code, out, err } = await runCaptured("build", "--format", "sarif", "--out", temporaryFolder());
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: "2.1.0", runs: [{ results: [] }] });
    expect(err).toMatch(/Wrote .*artifact/u);
  });

  it("colours messages on a terminal, but not with --no-color", async () => {
    const escape = String.fromCharCode(27);
    const folder = temporaryFolder();
    expect((await runIn({ colour: true }, "build", "--out", folder)).err).toContain(escape);
    const plain = await runIn({ colour: true }, "build", "--out", folder, "--no-color");
    expect(`${plain.out}${plain.err}`).not.toContain(escape);
  });
});

describe("check", () => {
  it("finds no errors in the module", async () => {
    expect(await runCaptured("check")).toMatchObject({ code: 0, out: "No errors.\n" });
  });

  it.each([["--json"], ["--format", "json"]])("%s prints the problems as JSON", async (...args) => {
    const { code, out } = await runCaptured("check", ...args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ problems: [] });
  });
});

describe("sandbox publish", () => {
  it("prints the status report of the publish hook", async () => {
    const { code, out } = await runCaptured("sandbox", "publish");
    expect(code).toBe(0);
    expect(out).toMatch(/^AltegioIntegration 0\.1\.0, last publish 2026-12-02/u);
    expect(out).toContain("12 services and 5 staff of Lindenhof Studio");
  });
});
