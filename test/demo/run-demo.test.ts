import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readArtifact } from "../../scripts/artifact/index.ts";
import { writeBuild, type Build } from "../../scripts/assemble/index.ts";
import { DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN } from "../../scripts/simulator/api/index.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { builtModule } from "../assemble/built-module.ts";
import { runCaptured } from "../cli/run-captured.ts";
import { playedDemo } from "./played-demo.ts";

let build: Build;
beforeAll(() => {
  build = builtModule();
});

const bookingSkills = "altegio_integration/agents/AltegioAgent/flows/BookingFlow/skills/";

/** How the time of a slot is compared with the one that is asked for. */
const comparison = 'item["time"] == asked';

/** The skill of the booking that compares the times Altegio offers with the one the caller wants. */
function comparingSkill(): string {
  const found = [...build.tree].find(
    ([path, text]) => path.startsWith(bookingSkills) && text.includes(comparison),
  );
  return found?.[0].slice(bookingSkills.length).replace(/\.nsl$/u, "") ?? "";
}

/** The build written to disk with one skill of the booking flow changed. */
function written(skill: string, change: (text: string) => string): string {
  const folder = temporaryFolder();
  const { folder: artifact } = writeBuild(build, folder);
  const file = `${bookingSkills}${skill}.nsl`;
  const text = build.tree.get(file) ?? "";
  expect(change(text)).not.toBe(text);
  writeFileSync(join(artifact, file), change(text));
  return folder;
}

describe("the demo", () => {
  it("books an appointment that stands in the calendar, and never prints a token", async () => {
    const { result, text } = await playedDemo(build.tree);
    expect(result.passed).toBe(true);
    expect(result.made).toEqual([
      {
        line: "2026-12-03 12:45 Women's haircut, Anna Becker, Nora Lindt 4915198765432",
        columns: ["2026-12-03 12:45-13:45", "Anna Becker", "Women's haircut", "Nora Lindt"],
      },
    ]);
    expect(result.calendar).toHaveLength(2);
    expect(text).toContain("POST /api/v1/book_record/720441 -> 201");
    expect(text).toContain("Passed: the appointment stands in Altegio's calendar.");
    for (const secret of [DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN]) {
      expect(`${text}${JSON.stringify(result)}`).not.toContain(secret);
    }
  });

  it("offers only times that are free, and books the one the caller takes on another day too", async () => {
    const { result } = await playedDemo(build.tree, "2026-12-05");
    expect(result.turns[1]?.answers.join()).not.toContain("10:00");
    expect(result.made.map(({ line }) => line.slice(0, 16))).toEqual(["2026-12-05 12:00"]);
    expect(result.passed).toBe(true);
  });

  it("is the same in every run", async () => {
    const [first, second] = [await playedDemo(build.tree), await playedDemo(build.tree)];
    expect(first.text).toBe(second.text);
  });
});

describe("the demo with an artifact that was changed on disk", () => {
  it("fails with exit code 1 when the booking skill is no NSL any more", async () => {
    const folder = written("BookAppointmentSkill", () => "{% this is nonsense %}\n");
    const { code, err } = await runCaptured("demo", "--no-build", "--out", folder);
    expect(code).toBe(1);
    expect(err).toContain("BookingFlow/skills/BookAppointmentSkill.nsl:1");
    expect(err).not.toContain("    at ");
  });

  it("fails with exit code 1 when one operator is another", async () => {
    const folder = written(comparingSkill(), (text) =>
      text.replace(comparison, comparison.replace("==", "!=")),
    );
    const { code, out } = await runCaptured("demo", "--no-build", "--out", folder);
    expect(code).toBe(1);
    expect(out).toContain("Failed: the appointment is not in Altegio's calendar.");
  });

  it("fails when the booking skill says nothing at all", async () => {
    const folder = written("BookAppointmentSkill", () => '{{ Return(val="") }}\n');
    const { result } = await playedDemo(readArtifact(join(folder, "artifact")));
    expect(result.passed).toBe(false);
    expect(result.skipped).toBe(1);
    expect(result.turns.at(-1)?.says).toBe("");
    expect(result.turns.at(-1)?.faults[0]).toBe("The agent got 0 instructions instead of 1.");
  });

  it("passes when the artifact is unchanged", async () => {
    const folder = temporaryFolder();
    writeBuild(build, folder);
    const { code, out } = await runCaptured("demo", "--no-build", "--json", "--out", folder);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ passed: true });
  });
});
