import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseTalks, readTalks } from "../../scripts/talk/read-talks.ts";
import { readRecording, readWrittenAnswers, writeRecording } from "../../scripts/talk/recording/files.ts";

const words = { calendarEntry: {} };
const folder = mkdtempSync(join(tmpdir(), "talks-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const talk = `name: A talk
integration: newo_voice
connector: newo_voice_connector
date: "2026-12-03"
caller: "+4915198765432"
persona: Somebody.
goal: Something on {day}.
outcome:
  calendar: []
`;

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a talk", () => {
  test("is read, with its day filled in", () => {
    expect(parseTalks(talk, words, "a.yaml")).toMatchObject([
      { name: "A talk", now: "2026-12-02T08:00:00Z", goal: "Something on Thursday, December 3." },
    ]);
  });

  test.each([
    [
      "a misspelt field",
      talk.replace("persona", "persna"),
      ["a.yaml:1:1", "persna", "Did you mean persona?"],
    ],
    ["a field of its own", `${talk}mood: good\n`, ["mood", "It may have: name, integration"]],
    ["no goal", talk.replace(/goal.*\n/u, ""), ["a.yaml:1:1", "'goal'", "Add goal."]],
    ["a text for a number", `${talk}most_turns: many\n`, ["a.yaml:10:13", "most_turns must be integer"]],
    [
      "a claim that says nothing",
      `${talk}  claims: [{ never: true }]\n`,
      ["a.yaml:10:12", "outcome/claims/0", "Add says."],
    ],
    [
      "a pattern that is none",
      `${talk}  claims: [{ says: "(booked" }]\n`,
      ["a.yaml:10:20", 'must match format "regular expression"'],
    ],
    ["a second one", `${talk}---\n${talk}`, ["a.yaml:10:", "file of its own"]],
    ["nothing", "", ["a.yaml:1:1", "The file is empty"]],
    ["no YAML", "name: [", ["a.yaml:1:", "Flow sequence"]],
  ])("with %s is refused", (_, text, parts) => {
    for (const part of ["This is no talk:\n", ...parts]) {
      expect(() => parseTalks(text, words, "a.yaml")).toThrow(part);
    }
  });

  test("is one of those of a folder, in which answers are none", () => {
    const path = written("one.yaml", talk);
    written("one.answers.yaml", "- caller: Hi\n");
    written("two.yaml", talk);
    expect(readTalks(folder, words, (name) => basename(name)).map(({ file }) => file)).toEqual([
      "one.yaml",
      "two.yaml",
    ]);
    expect(readWrittenAnswers(path, basename)).toEqual([{ caller: "Hi" }]);
    expect(readWrittenAnswers(join(folder, "two.yaml"), basename)).toBeNull();
  });
});

test.each([
  ["- caler: Hi", ["answers.yaml:1:3", "Did you mean caller?"]],
  ["- { caller: Hi, agent: Ho }", ["must match exactly one schema"]],
  ["- { caller: Hi, tools: [x] }", ["agent"]],
  ["- { agent: Hi, hangs_up: true }", ["caller"]],
  ["caller: Hi", ["must be array"]],
])("answers like %s are refused", (text, parts) => {
  const path = written("bad.yaml", talk);
  written("bad.answers.yaml", text);
  for (const part of ["This is no list of answers:\n", ...parts]) {
    expect(() => readWrittenAnswers(path, basename)).toThrow(part);
  }
});

describe("a recording", () => {
  const recording = {
    model: "m",
    answers: [{ role: "caller", prompt: "0123456789abcdef", text: "Hi", tokens: { prompt: 1, answer: 2 } }],
  } as const;

  test("is read as it was written", () => {
    const path = written("kept.yaml", talk);
    expect(readRecording(path, basename)).toBeNull();
    writeRecording(path, recording);
    expect(readRecording(path, basename)).toEqual(recording);
  });

  test.each([["{"], ["[]"], ['{"model": "m"}'], ['{"model": "m", "answers": [{"role": "boss"}]}']])(
    "that is %s is refused",
    (text) => {
      const path = written("spoilt.yaml", talk);
      written("spoilt.recording.json", text);
      expect(() => readRecording(path, basename)).toThrow(/spoilt\.recording\.json: .*--record/su);
    },
  );
});
