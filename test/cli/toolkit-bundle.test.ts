/** What a process leaves of the toolkit for the next one: the same program while its sources stay, and never another. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toolkitVersion } from "../../scripts/toolkit.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { root } from "../assemble/built-module.ts";

const version = `${toolkitVersion()}\n`;

/** A copy of the toolkit that nobody has started yet, and whose files have not been written just now. */
function toolkitCopy(): string {
  const copy = temporaryFolder();
  for (const part of ["scripts", "module.yaml", "package.json"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  for (const file of readdirSync(join(copy, "scripts"), { recursive: true, encoding: "utf8" })) {
    utimesSync(join(copy, "scripts", file), 1, 1);
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function bin(toolkit: string, ...args: string[]): string {
  return spawnSync(process.execPath, [join(toolkit, "scripts/cli/bin.mjs"), ...args], { encoding: "utf8" })
    .stdout;
}

function keptFile(toolkit: string): string {
  return join(toolkit, ".cache/toolkit");
}

describe("a kept bundle", () => {
  it("is taken over while nothing changes, and never when a source is another", () => {
    const toolkit = toolkitCopy();
    expect(bin(toolkit, "--version")).toBe(version);
    const { ino } = statSync(keptFile(toolkit));
    expect(bin(toolkit, "--version")).toBe(version);
    // Written anew it would be another file.
    expect(statSync(keptFile(toolkit)).ino).toBe(ino);

    const source = join(toolkit, "scripts/cli/main.ts");
    const times = statSync(source);
    appendFileSync(source, '\nprocess.stdout.write("changed ");\n');
    utimesSync(source, times.atime, times.mtime);
    expect(bin(toolkit, "--version")).toBe(`changed ${version}`);
    expect(statSync(keptFile(toolkit)).ino).not.toBe(ino);
    expect(bin(toolkit, "--version")).toBe(`changed ${version}`);
  });

  it("is not made of a source that was changed just now", () => {
    const toolkit = toolkitCopy();
    const soon = Date.now() / 1000 + 60;
    utimesSync(join(toolkit, "scripts/cli/main.ts"), soon, soon);
    expect(bin(toolkit, "--version")).toBe(version);
    expect(existsSync(keptFile(toolkit))).toBe(false);
  });

  it("is read whole or not at all, and made again", () => {
    const toolkit = toolkitCopy();
    bin(toolkit, "--version");
    const whole = readFileSync(keptFile(toolkit));
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    for (const broken of [whole.subarray(0, whole.length - 1), flipped, Buffer.alloc(0)]) {
      writeFileSync(keptFile(toolkit), broken);
      expect(bin(toolkit, "--version")).toBe(version);
      expect(readFileSync(keptFile(toolkit)).length).toBeGreaterThan(whole.length / 2);
      expect(readFileSync(keptFile(toolkit)).equals(broken)).toBe(false);
    }
  });

  it("is neither read nor written with --no-cache, and where the folder takes nothing", () => {
    const toolkit = toolkitCopy();
    bin(toolkit, "nonsense", "--no-cache");
    expect(existsSync(join(toolkit, ".cache"))).toBe(false);
    writeFileSync(join(toolkit, ".cache"), "");
    expect(bin(toolkit, "--version")).toBe(version);
    rmSync(join(toolkit, ".cache"));
    expect(bin(toolkit, "--version")).toBe(version);
    expect(existsSync(keptFile(toolkit))).toBe(true);
  });

  it("is whole when several processes write it at once", async () => {
    const toolkit = toolkitCopy();
    const started = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [join(toolkit, "scripts/cli/bin.mjs"), "--version"], { stdio: "ignore" }),
    );
    const ends = await Promise.all(started.map((child) => once(child, "exit")));
    expect(ends).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    expect(readdirSync(join(toolkit, ".cache")).sort()).toEqual([".gitignore", "toolkit"]);
    const { ino } = statSync(keptFile(toolkit));
    expect(bin(toolkit, "--version")).toBe(version);
    expect(statSync(keptFile(toolkit)).ino).toBe(ino);
  });
});
