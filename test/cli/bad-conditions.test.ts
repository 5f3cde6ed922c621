/** The command line where something around it is not as it should be. */
import { spawn } from "node:child_process";
import fs, {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { root } from "../assemble/built-module.ts";
import { edit, projectCopy } from "./broken-project.ts";
import { runCaptured } from "./run-captured.ts";

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

describe("--out", () => {
  it.each([["build"], ["watch"]])(
    "of %s that is a file, or lies in one, is refused before the build",
    async (verb) => {
      const project = projectCopy();
      const file = join(project, "taken");
      writeFileSync(file, "text");
      // Sources that do not build: the folder is looked at first.
      edit(project, "module/index.ts", () => "const open = {\n");
      for (const out of [file, join(file, "deeper")]) {
        const { code, out: printed, err } = await runCaptured(verb, "--project", project, "--out", out);
        expect([code, printed]).toEqual([2, ""]);
        expect(err).toContain("taken is a file. Name a folder with --out.");
      }
    },
  );

  it("that may not be written into is refused in plain words", async () => {
    vi.spyOn(fs, "accessSync").mockImplementation(() => {
      throw Object.assign(new Error("EROFS"), { code: "EROFS" });
    });
    syncBuiltinESMExports();
    const { code, err } = await runCaptured("build", "--project", projectCopy());
    expect(code).toBe(2);
    expect(err).toContain("Nothing may be written into");
    expect(err).toContain("Name another folder with --out.");
  });
});

describe("locate", () => {
  it("says that there is no such line", async () => {
    const project = projectCopy();
    await runCaptured("build", "--project", project);
    const found = await runCaptured("locate", "WorkshopFlow", "SetUpSkill", "1", "--project", project);
    const { code, out, err } = await runCaptured(
      "locate",
      "WorkshopFlow",
      "SetUpSkill",
      "9999",
      "--project",
      project,
    );
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/The skill SetUpSkill has \d+ lines; there is no line 9999\./u);
    expect(found.err).not.toContain("there is no line");
  });
});

describe("watch", () => {
  it("says what it does, and ends at the first Ctrl+C with nothing left open", async () => {
    const project = projectCopy();
    const child = spawn(
      process.execPath,
      [join(root, "scripts/cli/bin.mjs"), "watch", "--json", "--project", project],
      {
        cwd: tmpdir(),
      },
    );
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await new Promise<void>((resolve) => {
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        err += chunk;
        if (err.includes("Built in")) {
          resolve();
        }
      });
    });
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(err).toMatch(
      /^Building, and building again after each change\. Stop with Ctrl\+C\.\n[\s\S]*Stopped\.\n$/u,
    );
    expect(JSON.parse(out)).toMatchObject({ problems: [], built: true });
    expect(existsSync(join(project, "dist/artifact"))).toBe(true);
    expect(readdirSync(join(project, "dist")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("sees module.yaml taken away, put back and exchanged", async () => {
    const project = projectCopy();
    const file = join(project, "module.yaml");
    const kept = readFileSync(file, "utf8");
    const exchange = (version: string): void => {
      writeFileSync(`${file}.new`, kept.replace("0.1.0", version));
      renameSync(`${file}.new`, file);
    };
    const bin = join(root, "scripts/cli/bin.mjs");
    const child = spawn(process.execPath, [bin, "watch", "--project", project]);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    let err = "";
    let heard: () => void = () => undefined;
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      err += chunk;
      heard();
    });
    const said = (text: string): Promise<void> =>
      new Promise((resolve) => {
        heard = () => {
          if (err.includes(text)) {
            err = "";
            resolve();
          }
        };
        heard();
      });
    await said("Built in");
    rmSync(file);
    await said("Not built: There is no module.yaml");
    for (const version of ["0.1.1", "0.1.2"]) {
      exchange(version);
      await said("Built in");
      expect(existsSync(join(project, `dist/pedalo_integration-${version}.zip`))).toBe(true);
    }
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("ends with exit code 0 also while the first build runs", async () => {
    const project = projectCopy();
    symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
    const child = spawn(process.execPath, [join(root, "scripts/cli/bin.mjs"), "watch", "--project", project]);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await new Promise<void>((resolve) => {
      child.stderr.on("data", () => {
        resolve();
      });
    });
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });
});
