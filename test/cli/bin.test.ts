import { spawnSync, type StdioOptions } from "node:child_process";
import { appendFileSync, closeSync, cpSync, existsSync, openSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { toolkitVersion } from "../../scripts/toolkit.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { root } from "../assemble/built-module.ts";

function bin(project: string, ...args: string[]) {
  return binWith({ NO_COLOR: "1" }, project, ...args);
}

function binWith(env: Readonly<Record<string, string>>, project: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, "scripts/cli/bin.mjs"), ...args],
    {
      encoding: "utf8",
      // Not the project: commands have to find it from their own file.
      cwd: tmpdir(),
      env: { ...process.env, ...env },
    },
  );
  return { status, stdout, stderr };
}

/** A copy of the project that may be broken. */
function projectCopy(): string {
  const copy = temporaryFolder();
  for (const part of [
    "attributes",
    "module",
    "scenarios",
    "skills",
    "scripts",
    "module.yaml",
    "package.json",
  ]) {
    if (existsSync(join(root, part))) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

describe("the program", () => {
  it("runs from any folder", () => {
    expect(bin(root, "--version")).toEqual({
      status: 0,
      stdout: `${toolkitVersion()}\n`,
      stderr: "",
    });
    expect(bin(root, "nonsense").status).toBe(2);
  });

  it("writes no colours into a pipe, also where CI or FORCE_COLOR is set", () => {
    const { status, stdout, stderr } = binWith({ NO_COLOR: "", CI: "true", FORCE_COLOR: "1" }, root, "check");
    expect([status, stdout]).toEqual([0, "No errors.\n"]);
    expect(stderr).toContain("Checking");
    expect(stderr).not.toContain("\u001b");
  });

  it("says that a full disk takes no output, and loses no exit code where it takes no messages", () => {
    const full = openSync("/dev/full", "w");
    onTestFinished(() => {
      closeSync(full);
    });
    const started = (stdio: StdioOptions, ...args: string[]) =>
      spawnSync(process.execPath, [join(root, "scripts/cli/bin.mjs"), ...args], { stdio, encoding: "utf8" });
    const unheard = started(["ignore", full, "pipe"], "--help");
    expect([unheard.status, unheard.stderr]).toEqual([
      1,
      "error The output cannot be written: What was to be written does not fit: the disk is full (ENOSPC).\n",
    ]);
    const unsaid = started(["ignore", "pipe", full], "check", "--json", "--project", "/nowhere");
    expect([unsaid.status, JSON.parse(unsaid.stdout)]).toEqual([
      2,
      { error: { exitCode: 2, message: expect.stringContaining("There is no module.yaml") } },
    ]);
  });

  it("reports mistakes in place, with exit code 1, no stack, and writes nothing", () => {
    const project = projectCopy();
    appendFileSync(
      join(project, "skills/booking/book-appointment.ts"),
      '\nexport const wrong: number = "text";\n',
    );
    appendFileSync(join(project, "module.yaml"), "unknown: yes\n");
    const { status, stdout, stderr } = bin(project, "build");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/skills\/booking\/book-appointment\.ts:\d+:14 - error/u);
    expect(stderr).toContain('export const wrong: number = "text";');
    expect(stderr).toMatch(/module\.yaml:\d+:1 - error MOD2012/u);
    expect(stderr).toContain("2 errors. Nothing was written.");
    expect(stderr).not.toContain("    at ");
    expect(existsSync(join(project, "dist"))).toBe(false);

    const asJson = bin(project, "check", "--json");
    expect(asJson.status).toBe(1);
    expect((JSON.parse(asJson.stdout) as { problems: unknown[] }).problems).toHaveLength(2);
    expect(bin(project, "build", "--json").stdout).toBe(asJson.stdout);
  });

  it("shows the stack of an unexpected error only with --verbose", () => {
    const project = projectCopy();
    appendFileSync(join(project, "scripts/cli/commands/check.ts"), '\nthrow new Error("broken");\n');
    const plain = bin(project, "check");
    expect(plain.status).toBe(1);
    expect(plain.stderr).toContain("error broken");
    expect(plain.stderr).not.toContain("    at ");
    expect(bin(project, "check", "--verbose").stderr).toContain("    at ");
  });
});
