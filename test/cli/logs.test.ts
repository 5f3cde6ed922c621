/** Lines of the log with their TypeScript lines: of a file, and of an account of a local Builder. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { localAccount } from "../builder/local-account.ts";
import { projectCopy } from "./broken-project.ts";
import { withEnvironment } from "./environment.ts";
import { runCaptured } from "./run-captured.ts";

/** Maps of two versions, in which a skill comes from another line. */
function registry(): string {
  const folder = temporaryFolder();
  for (const [version, line] of [
    ["1.0.0", 10],
    ["1.1.0", 20],
  ] as const) {
    mkdirSync(join(folder, version));
    const skill = (name: string, from: number) => ({
      path: `p/agents/A/flows/BookingFlow/skills/${name}.nsl`,
      sources: ["skills/place.ts"],
      lines: [
        [1, 0, from],
        [5, 0, from + 3],
      ],
    });
    writeFileSync(
      join(folder, version, "manifest.json"),
      JSON.stringify({
        identity: { projectIdn: "altegio_integration", version },
        files: [skill("_place", line), skill("_outer", line + 50)],
      }),
    );
  }
  return folder;
}

const saved = [
  "2026-11-29 ERROR BookingFlow/_place:6 undefined value",
  '{"datetime":"2026-11-29T10:00:00Z","level":"error","message":"UndefinedError: x","data":{"flow_idn":"BookingFlow","skill_idn":"_place","line":2}}',
  '{"datetime":"2026-11-29T10:00:01Z","level":"info","message":"altegio step: operation=7 flow=BookingFlow at=_place<_outer status=200 outcome=answered","data":{"flow_idn":"BookingFlow","skill_idn":"_log"}}',
  // The platform keeps with each line which skill has written it.
  '{"datetime":"2026-11-29T10:00:01Z","level":"info","message":"altegio step: operation=7 flow=BookingFlow at=_place<_outer status=200 outcome=answered","data":{"flow_idn":"BookingFlow","skill_idn":"_outer","line":2}}',
  "2026-11-29 INFO nothing of ours",
  "2026-11-29 INFO BookingFlow/_gone:3 a skill of an older version",
].join("\n");

function savedFile(text = saved): string {
  const file = join(temporaryFolder(), "saved.log");
  writeFileSync(file, text);
  return file;
}

interface Shown {
  readonly lines: readonly {
    level: string;
    text: string;
    places: readonly { file: string; line: number }[];
  }[];
}

async function shown(...words: string[]): Promise<Shown["lines"]> {
  const run = await runCaptured("logs", "--json", ...words);
  expect(run).toMatchObject({ code: 0 });
  return (JSON.parse(run.out) as Shown).lines;
}

const linesOf = (lines: Shown["lines"]) => lines.map(({ places }) => places.map(({ line }) => line));

test("Each line of a file has the places it names, by the maps of the version that wrote it.", async () => {
  const [file, maps] = [savedFile(), registry()];
  expect(linesOf(await shown(file, "--maps", maps, "--version", "1.0.0"))).toEqual([
    [13],
    [10],
    [13, 63],
    [13, 63],
    [],
    [],
  ]);
  expect(linesOf(await shown(file, "--maps", maps, "--version", "1.1.0"))).toEqual([
    [23],
    [20],
    [23, 73],
    [23, 73],
    [],
    [],
  ]);
});

test("Lines can be chosen by level and number, and are shown for people with their places below.", async () => {
  const [file, maps] = [savedFile(), registry()];
  const { code, out } = await runCaptured(
    ...["logs", file, "--maps", maps, "--version", "1.0.0", "--level", "error", "--last", "1"],
  );
  expect(code).toBe(0);
  expect(out).toBe("2026-11-29T10:00:00Z error UndefinedError: x\n    _place  skills/place.ts:10\n");
});

test("Without maps of the version the lines are there all the same, and it is said.", async () => {
  const run = await runCaptured("logs", savedFile(), "--maps", registry(), "--version", "9.0.0");
  expect(run.code).toBe(0);
  expect(run.out).toContain("UndefinedError: x");
  expect(run.out).not.toContain("skills/place.ts");
  expect(run.err).toContain("holds no maps of version 9.0.0; it has 1.0.0, 1.1.0");
});

test.each([
  [["no-such.log"], "There is no file no-such.log."],
  [["--last", "many", "x.log"], '--last takes a number from 1 to 1000, not "many".'],
  [["--level", "loud", "x.log"], "Allowed choices are info, warning, error"],
])("%j is refused in plain words", async (words, why) => {
  const run = await runCaptured("logs", ...words);
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(run.err).toContain(why);
});

test("The log of an account is read over HTTP, the oldest line first; no key is shown, whoever has logged one.", async () => {
  const account = await localAccount();
  const project = projectCopy();
  withEnvironment({ NEWO_BASE_URL: account.url, NEWO_API_KEY: account.builder.apiKey });
  const run = (...words: string[]) => runCaptured(...words, "--project", project);
  expect(await run("push")).toMatchObject({ code: 0 });
  expect(await run("build")).toMatchObject({ code: 0 });
  const before = await run("logs", "--json");
  expect(before.code).toBe(0);
  const { lines } = JSON.parse(before.out) as Shown;
  expect(lines.map(({ text }) => text)).toContain("Pedalo is set up.");
  const times = (JSON.parse(before.out) as { lines: { time: string }[] }).lines.map(({ time }) => time);
  expect(times).toEqual([...times].sort());
  const planted = savedFile(`INFO sent with ${account.builder.apiKey}`);
  const hidden = await run("logs", planted);
  expect(hidden.out).toContain("sent with [secret]");
});

test("A Builder that does not know the key is told in plain words.", async () => {
  const account = await localAccount();
  withEnvironment({ NEWO_BASE_URL: account.url, NEWO_API_KEY: "another-key" });
  const run = await runCaptured("logs", "--project", projectCopy());
  expect(run).toMatchObject({ code: 1, out: "" });
  expect(run.err).not.toContain("another-key");
  expect(run.err).not.toContain("    at ");
});
