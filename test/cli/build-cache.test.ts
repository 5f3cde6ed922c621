/** What a build leaves for the next process: the same build while nothing changes, and never another. */
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildKey, keptBuild } from "../../scripts/cli/build-cache.ts";
import { buildOnce } from "../../scripts/cli/build-project.ts";
import { openProject } from "../../scripts/project/index.ts";
import { projectCopy } from "./broken-project.ts";
import { runCaptured } from "./run-captured.ts";

const out = (project: string): string => join(project, "dist");

describe("a kept build", () => {
  it("is the build, takes no compiler, and is read whole or not at all", async () => {
    const project = projectCopy();
    const first = await buildOnce(openProject(project), out(project));
    expect(first.build).not.toBeNull();
    expect(first.state).not.toBeNull();
    const second = await buildOnce(openProject(project), out(project));
    expect(second.state).toBeNull();
    expect(second.problems).toEqual(first.problems);
    expect(second.build).toEqual(first.build);
    expect(readdirSync(join(project, ".cache")).sort()).toEqual([".gitignore", "build"]);

    const key = buildKey({ root: project }, out(project)) ?? "";
    expect(keptBuild({ root: project }, key)).not.toBeNull();
    expect(keptBuild({ root: project }, `${key}0`)).toBeNull();
    const file = join(project, ".cache/build");
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    expect(keptBuild({ root: project }, key)).toBeNull();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(keptBuild({ root: project }, key)).toBeNull();
    const third = await buildOnce(openProject(project), out(project));
    expect(third.state).not.toBeNull();
    expect(third.build).toEqual(first.build);

    rmSync(join(project, ".cache"), { recursive: true });
    writeFileSync(join(project, ".cache"), "");
    expect((await buildOnce(openProject(project), out(project))).build).toEqual(first.build);
    expect(keptBuild({ root: project }, key)).toBeNull();
  });
});

describe("the key of a build", () => {
  const changes: readonly (readonly [string, (project: string) => void])[] = [
    [
      "a skill",
      (project) => {
        appendFileSync(firstFile(project, "skills"), "\n");
      },
    ],
    [
      "a definition",
      (project) => {
        appendFileSync(firstFile(project, "module"), "\n");
      },
    ],
    [
      "the project's file",
      (project) => {
        appendFileSync(join(project, "module.yaml"), "\n");
      },
    ],
    [
      "a file that was added",
      (project) => {
        writeFileSync(join(project, "new.ts"), "");
      },
    ],
    [
      "a file that went",
      (project) => {
        rmSync(firstFile(project, "skills"));
      },
    ],
  ];

  it.each(changes)("changes with %s", (_name, change) => {
    const project = projectCopy();
    const before = buildKey({ root: project }, out(project));
    expect(before).not.toBeNull();
    expect(buildKey({ root: project }, out(project))).toBe(before);
    change(project);
    expect(buildKey({ root: project }, out(project))).not.toBe(before);
  });

  it("stays when only the output changes", () => {
    const project = projectCopy();
    const before = buildKey({ root: project }, out(project));
    mkdirSync(out(project));
    writeFileSync(join(out(project), "manifest.json"), "{}");
    expect(buildKey({ root: project }, out(project))).toBe(before);
  });

  it("is none where a link leads elsewhere, and where the output lies around the sources", () => {
    const project = projectCopy();
    expect(buildKey({ root: project }, project)).toBeNull();
    symlinkSync("/", join(project, "elsewhere"));
    expect(buildKey({ root: project }, out(project))).toBeNull();
  });
});

describe("build", () => {
  it("writes the same with --no-cache, from the cache and without one, and sees what changed", async () => {
    const project = projectCopy();
    const written = async (...args: string[]): Promise<string> => {
      const { code, err } = await runCaptured("build", "--project", project, ...args);
      expect([code, err]).toEqual([0, err]);
      return filesBelow(out(project));
    };
    const fresh = await written();
    expect(await written()).toBe(fresh);
    expect(await written("--no-cache")).toBe(fresh);
    appendFileSync(firstFile(project, "skills"), "\nexport const wrong: number = '';\n");
    const { code, err } = await runCaptured("build", "--project", project);
    expect(code).toBe(1);
    expect(err).toContain("not assignable");
  });
});

function firstFile(project: string, folder: string): string {
  const files = readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).sort();
  return join(project, folder, files.find((file) => file.endsWith(".ts")) ?? "");
}

function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file}\n${readFileSync(file, "base64")}`)
    .join("\n");
}
