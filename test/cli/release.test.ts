/** `release` and `diff` on a small project with its own history. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { edit, projectCopy } from "./broken-project.ts";
import { runCaptured, type Captured } from "./run-captured.ts";

let project: string;

function git(...args: string[]): string {
  const own = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"];
  const { status, stdout, stderr } = spawnSync("git", [...own, "-C", project, ...args], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  return stdout.trim();
}

function commitAll(message: string): void {
  git("add", "-A");
  git("commit", "--quiet", "-m", message);
}

const run = (...args: string[]): Promise<Captured> => runCaptured(...args, "--project", project);

function section(version: string): void {
  edit(project, "CHANGELOG.md", (text) => `${text}\n## ${version}\n\n- Something changed.\n`);
}

beforeEach(() => {
  project = projectCopy();
  writeFileSync(join(project, ".gitignore"), ".registries/\ndist/\n");
  writeFileSync(join(project, "CHANGELOG.md"), "# Changelog\n\n## 0.1.0\n\n- The first.\n");
  writeFileSync(join(project, "attributes/version.ts"), "");
  git("init", "--quiet", "--initial-branch", "main");
  git("config", "user.name", "Tester");
  git("config", "user.email", "tester@example.com");
  edit(
    project,
    "attributes/version.ts",
    () =>
      '/** The version of `module.yaml`, for handlers. Written from there: edit that, not this. */\nexport const definitionsVersion = "0.1.0";\n',
  );
  commitAll("Start");
});

/** Releases 0.1.0. */
async function releaseFirst(): Promise<void> {
  const { code, out, err } = await run("release");
  expect([code, out, err]).toEqual([
    0,
    expect.stringContaining("PedaloIntegration 0.1.0 is in the registry production, tag v0.1.0."),
    expect.anything(),
  ]);
}

describe("release", () => {
  it("tags, commits what became public, and puts zip, manifest and maps into the registry", async () => {
    await releaseFirst();
    expect(git("status", "--porcelain")).toBe("");
    expect(git("rev-parse", "v0.1.0^{commit}")).toBe(git("rev-parse", "HEAD"));
    expect(readFileSync(join(project, "module/released.yaml"), "utf8")).toContain(
      "pedalo_collection_enabled: 0.1.0 bool",
    );
    const entry = join(project, ".registries/production/PedaloIntegration/0.1.0");
    for (const part of ["image.zip", "manifest.json", "maps", "date.txt"]) {
      expect(existsSync(join(entry, part))).toBe(true);
    }
    expect(readFileSync(join(entry, "changelog.md"), "utf8")).toBe("- The first.");
    const { out } = await run("diff", "--json");
    expect(JSON.parse(out)).toMatchObject({
      from: "PedaloIntegration 0.1.0",
      changes: [],
      unknown: [],
      bump: null,
    });
  });

  it("keeps what leads a line of a skill back to its source, whatever the sources are now", async () => {
    await releaseFirst();
    const entry = join(project, ".registries/production/PedaloIntegration/0.1.0");
    const { files } = JSON.parse(readFileSync(join(entry, "manifest.json"), "utf8")) as {
      files: { path: string; sources: string[]; lines?: [number, number, number][] }[];
    };
    const [file] = files.filter(({ lines = [], sources }) => lines.length > 0 && sources.length > 0);
    const [, flow = "", skill = ""] = /flows\/(\w+)\/skills\/(\w+)\.nsl$/u.exec(file?.path ?? "") ?? [];
    const [line = 0, source = 0, origin = 0] = file?.lines?.[0] ?? [];
    edit(project, file?.sources[source] ?? "", (text) => `\n\n\n${text}`);
    const asked = ["--maps", ".registries", "--version", "0.1.0", flow, skill, String(line)];
    expect(await run("locate", ...asked)).toMatchObject({
      code: 0,
      out: `${file?.sources[source] ?? ""}:${String(origin)}\n`,
    });
    const none = ["--maps", ".registries", "--version", "0.2.0", flow, skill, String(line)];
    expect((await run("locate", ...none)).err).toContain("holds no maps of version 0.2.0; it has 0.1.0");
  });

  it("raises the version wherever YAML lets it stand, and touches nothing else", async () => {
    await releaseFirst();
    edit(project, "module.yaml", (text) =>
      text
        .replace("version: 0.1.0", '"version":   "0.1.0" # raised by releases')
        .replace("title: pedalo_integration", "title: Pedalo")
        .replaceAll("\n", "\r\n"),
    );
    const before = readFileSync(join(project, "module.yaml"), "utf8");
    section("0.1.1");
    commitAll("Change a text");
    expect(await run("release", "--bump")).toMatchObject({ code: 0 });
    expect(readFileSync(join(project, "module.yaml"), "utf8")).toBe(before.replace('"0.1.0"', "0.1.1"));
  });

  it("refuses a tree with changes, and names them", async () => {
    writeFileSync(join(project, "notes.txt"), "not committed");
    const { code, out, err } = await run("release");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("?? notes.txt");
    expect(existsSync(join(project, ".registries"))).toBe(false);
  });

  it("refuses a changelog without a section", async () => {
    edit(project, "CHANGELOG.md", () => "# Changelog\n\n## 0.1.0\n\n## 0.0.9\n\n- Before.\n");
    commitAll("Empty the section");
    expect((await run("release")).err).toContain(
      'CHANGELOG.md says nothing of 0.1.0. Write a section "## 0.1.0"',
    );
  });

  it("refuses when nothing has changed, and a version that exists", async () => {
    await releaseFirst();
    expect((await run("release")).err).toContain("Nothing has changed since 0.1.0");
    expect((await run("release", "--bump")).err).toContain("Nothing has changed since 0.1.0");
    edit(project, "attributes/index.ts", (text) => text.replace(/title: "[^"]*"/u, 'title: "Another title"'));
    commitAll("Change a text");
    const { code, err } = await run("release");
    expect(code).toBe(1);
    expect(err).toContain(
      "PedaloIntegration 0.1.0 is released already. What has changed asks for a patch version, 0.1.1",
    );
  });

  it("raises the version as the changes ask for, in one place", async () => {
    await releaseFirst();
    edit(project, "attributes/index.ts", (text) => text.replace(/title: "[^"]*"/u, 'title: "Another title"'));
    section("0.1.1");
    commitAll("Change a text");
    const dry = await run("release", "--bump", "--dry-run", "--json");
    expect(JSON.parse(dry.out)).toMatchObject({
      version: "0.1.1",
      // The hook declares it, so that its skill says it too.
      changes: [
        { change: "changed", kind: "attribute" },
        { change: "changed", kind: "skill" },
      ],
    });
    expect(git("status", "--porcelain")).toBe("");
    const { code, out } = await run("release", "--bump");
    expect([code, out]).toEqual([0, expect.stringContaining("0.1.1 is in the registry")]);
    expect(readFileSync(join(project, "module.yaml"), "utf8")).toContain("\nversion: 0.1.1\n");
    expect(readFileSync(join(project, "attributes/version.ts"), "utf8")).toContain('"0.1.1"');
    expect((await run("check")).code).toBe(0);
    expect(git("log", "-1", "--format=%s")).toBe("Release 0.1.1");
    expect(git("status", "--porcelain")).toBe("");
    // The release before is as it was, and both can be compared.
    const { changes } = JSON.parse((await run("diff", "0.1.0", "0.1.1", "--json")).out) as {
      changes: { kind: string }[];
    };
    expect([...new Set(changes.map(({ kind }) => kind))]).toEqual(["project", "attribute", "skill"]);
  });

  it("asks for a minor version for a new event, for a major one for a name that is gone", async () => {
    await releaseFirst();
    edit(project, "module/index.ts", (text) =>
      text.replace(
        "    { idn: collectBikeTool.idn",
        '    { idn: "pedalo_other", integration: "system", connector: "system", handler: collectBike },\n    { idn: collectBikeTool.idn',
      ),
    );
    section("0.1.1");
    section("0.2.0");
    commitAll("Listen to another event");
    expect((await run("release", "--bump", "patch")).err).toContain(
      "asks for a minor version, 0.2.0; 0.1.1 is only a patch one",
    );
    expect((await run("release", "--bump")).out).toContain("0.2.0 is in the registry");
    edit(
      project,
      "module/index.ts",
      (text) =>
        `${text.replace(/ {4}\{ idn: "pedalo_other".*\n/u, "")}\nexport const migrations = [{ version: "1.0.0", renamedAttributes: [], rebuiltAttributes: [], retired: ["pedalo_other"] }];\n`,
    );
    section("1.0.0");
    commitAll("Give it up");
    expect((await run("release", "--bump")).out).toContain("1.0.0 is in the registry");
  });

  it("writes nothing when the raised version does not pass the check", async () => {
    await releaseFirst();
    edit(project, "module/index.ts", (text) => text.replace('title: "Pedalo"', 'title: "Pedals"'));
    edit(project, "attributes/version.ts", (text) => text.replace("0.1.0", "0.0.0"));
    section("0.1.1");
    commitAll("Break it");
    const { code, err } = await run("release", "--bump");
    expect(code).toBe(1);
    expect(err).toContain("REL4004");
    expect(git("status", "--porcelain")).toBe("");
    expect(readFileSync(join(project, "module.yaml"), "utf8")).toContain("version: 0.1.0");
  });

  it.each([[[]], [["--bump"]]])(
    "finishes with %j what stopped between the tag and the registry",
    async (words) => {
      await releaseFirst();
      edit(project, "attributes/index.ts", (text) =>
        text.replace(/title: "[^"]*"/u, 'title: "Another title"'),
      );
      section("0.1.1");
      commitAll("Change a text");
      const lock = join(project, ".registries/production/.lock");
      writeFileSync(lock, String(process.pid));
      const stopped = await run("release", "--bump");
      expect([stopped.code, stopped.out]).toEqual([1, ""]);
      expect(stopped.err).toContain("Another release is being written");
      const head = git("rev-parse", "HEAD");
      expect(git("rev-parse", "v0.1.1^{commit}")).toBe(head);
      rmSync(lock);
      const { code, out, err } = await run("release", ...words);
      expect([code, out]).toEqual([0, expect.stringContaining("0.1.1 is in the registry production")]);
      expect(err).toContain("Finishing the release of 0.1.1");
      expect(git("rev-parse", "HEAD")).toBe(head);
      expect(git("status", "--porcelain")).toBe("");
      expect(JSON.parse((await run("diff", "--json")).out)).toMatchObject({ changes: [] });
    },
  );

  it("leaves nothing staged when git does not commit, so that the next one does", async () => {
    const hook = join(project, ".git/hooks/pre-commit");
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\necho not today >&2\nexit 1\n", { mode: 0o755 });
    const refused = await run("release");
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("not today")]);
    expect(git("status", "--porcelain")).toBe("");
    rmSync(hook);
    await releaseFirst();
  });

  it("says what is done already where the registry cannot be written, and how to go on", async () => {
    mkdirSync(join(project, ".registries"));
    writeFileSync(join(project, ".registries/production"), "in the way");
    const { code, err } = await run("release");
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/production cannot be read or written[^]*v0\.1\.0 stands[^]*release/u),
    ]);
    expect(err).not.toContain("--verbose");
    rmSync(join(project, ".registries/production"));
    await releaseFirst();
  });

  it("says how to take back what one that was cut off has written", async () => {
    edit(project, "module.yaml", (text) => text.replace("version: 0.1.0", "version: 0.1.1"));
    const { code, err } = await run("release", "--bump");
    expect([code, err]).toEqual([1, expect.stringContaining("git checkout HEAD -- module.yaml")]);
    git("checkout", "HEAD", "--", "module.yaml");
    await releaseFirst();
  });

  it("refuses a tag that stands elsewhere", async () => {
    git("tag", "v0.1.0");
    writeFileSync(join(project, "notes.txt"), "x");
    commitAll("Go on");
    expect((await run("release")).err).toContain("The tag v0.1.0 stands at another commit.");
  });
});

describe("diff", () => {
  it("shows what was created, changed and removed, with fields and lines", async () => {
    expect((await run("build")).code).toBe(0);
    edit(project, "skills/collect-bike.ts", (text) =>
      text.replace("The agreed time is", "The time that is agreed is"),
    );
    edit(project, "attributes/index.ts", (text) =>
      text.replace("pedalo_collection_enabled", "pedalo_collecting_enabled"),
    );
    const json = await run("diff", join(project, "dist"), "working-tree", "--json");
    const { changes, bump } = JSON.parse(json.out) as {
      changes: { change: string; kind: string; idn: string; fields: { field: string; lines: string[] }[] }[];
      bump: string;
    };
    expect(bump).toBe("major");
    expect(changes.map(({ change, kind, idn }) => `${change} ${kind} ${idn}`)).toEqual(
      expect.arrayContaining([
        "created attribute pedalo_collecting_enabled",
        "removed attribute pedalo_collection_enabled",
      ]),
    );
    const tool = changes.find(({ kind }) => kind === "tool");
    expect(tool?.fields.map(({ field }) => field)).toEqual(["enabledBy"]);
    const skill = changes.find(({ kind }) => kind === "skill");
    expect(skill?.fields[0]?.lines.some((line) => line.startsWith("+"))).toBe(true);
    const shown = await run("diff", join(project, "dist"));
    expect(shown.out).toMatch(/removed {2}attribute pedalo_collection_enabled\n/u);
    expect(shown.out).toMatch(/\d+ created, \d+ changed, 1 removed\.\n$/u);
  });

  it("says what a zip alone does not tell", async () => {
    await run("build");
    const zip = join(project, "alone.zip");
    writeFileSync(zip, readFileSync(join(project, "dist/pedalo_integration-0.1.0.zip")));
    const { code, out } = await run("diff", zip, "working-tree");
    expect(code).toBe(0);
    expect(out).toContain(
      "Not compared, because one side does not tell them: attribute, tool, intent, procedure, scenario.",
    );
    expect(out).toContain("Nothing differs");
  });

  it.each([
    [["latest"], "has no releases"],
    [["9.9.9"], "There is no such release of PedaloIntegration"],
    [["nowhere.zip"], "There is nothing called nowhere.zip. Name one of: working-tree"],
    [["a", "b", "c"], "Two sides are compared"],
  ])("%j is refused with exit code 2", async (words, why) => {
    const { code, out, err } = await run("diff", ...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });
});
