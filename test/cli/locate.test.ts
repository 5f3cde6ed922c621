import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCaptured } from "./run-captured.ts";

const folder = mkdtempSync(join(tmpdir(), "maps-"));

/** A manifest whose skill `_place` came from another line in every version. */
function write(path: string, version: string, line: number): void {
  const file = join(folder, path, "manifest.json");
  mkdirSync(dirname(file), { recursive: true });
  const skill = {
    path: "p/agents/A/flows/BookingFlow/skills/_place.nsl",
    sources: ["skills/place.ts"],
    lines: [[1, 0, line]],
    parts: [["_place_2", 1]],
  };
  writeFileSync(
    file,
    JSON.stringify({ identity: { projectIdn: "altegio_integration", version }, files: [skill] }),
  );
}

beforeAll(() => {
  write("registry/production/Altegio/1.0.0", "1.0.0", 10);
  write("registry/production/Altegio/1.1.0", "1.1.0", 11);
  write("built", "1.2.0", 12);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const locate = (...words: string[]) => runCaptured("locate", ...words);
const line = "2026-11-29 BookingFlow/_place: refused";

describe("maps that are none", () => {
  it.each([
    ["a file", "bad/file", "", "is a file. Name the folder"],
    ["half a manifest", "bad/half/manifest.json", '{"identity": {', "is not of the form that a build writes"],
    ["something else", "bad/else/manifest.json", '{"files": [1]}', "is not of the form that a build writes"],
  ])("are refused in plain words: %s", async (_, path, text, why) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const { code, out, err } = await locate("--maps", text === "" ? file : dirname(file), line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
    expect(err).not.toContain("--verbose");
  });
});

describe("locate", () => {
  it("finds the maps of a version among those of a registry", async () => {
    const maps = ["--maps", join(folder, "registry")];
    expect(await locate(...maps, "--version", "1.0.0", line)).toMatchObject({
      code: 0,
      out: "skills/place.ts:10\n",
    });
    expect(await locate(...maps, "--version", "1.1.0", "BookingFlow", "_place", "3")).toMatchObject({
      code: 0,
      out: "skills/place.ts:11\n",
    });
  });

  it("knows no line 0, also of a part", async () => {
    const { code, err } = await locate("--out", join(folder, "built"), "BookingFlow", "_place_2", "0");
    expect([code, err]).toEqual([1, expect.stringContaining("There is no line 0")]);
  });

  it("needs no version where there is only one", async () => {
    expect(await locate("--out", join(folder, "built"), line)).toMatchObject({
      code: 0,
      out: "skills/place.ts:12\n",
    });
  });

  it("leads a step of the module's own log to its line, of the version it was logged by", async () => {
    const maps = ["--maps", join(folder, "registry"), "--version"];
    const step = "altegio step: operation=1 flow=BookingFlow at=_place_2<_place status=403 outcome=refused";
    expect(await locate(...maps, "1.0.0", step)).toMatchObject({ code: 0 });
    expect((await locate(...maps, "1.0.0", step)).out).toContain("skills/place.ts:10");
    // As the platform's log has it: with the skill that has written the line.
    const kept = JSON.stringify({ flow_idn: "BookingFlow", skill_idn: "ResultSkill", message: step });
    expect(await locate(...maps, "1.0.0", kept)).toEqual(await locate(...maps, "1.0.0", step));
    expect((await locate(...maps, "1.1.0", step)).out).toContain("skills/place.ts:11");
  });

  it("says which versions there are", async () => {
    const several = await locate("--maps", join(folder, "registry"), line);
    expect(several).toMatchObject({ code: 2 });
    expect(several.err).toContain("1.0.0, 1.1.0: name one with --version");
    const missing = await locate("--out", join(folder, "built"), "--version", "9.0.0", line);
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.err).toContain("holds no maps of version 9.0.0; it has 1.2.0");
  });

  it("says how to get maps where there are none", async () => {
    const none = await locate("--maps", join(folder, "nothing"), line);
    expect(none).toMatchObject({ code: 1 });
    expect(none.err).toContain("no build to look into");
  });
});
