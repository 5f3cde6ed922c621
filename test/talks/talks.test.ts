import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import {
  playTalk,
  readTalks,
  readWrittenAnswers,
  replayOfWritten,
  talkBrain,
} from "../../scripts/talk/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const talks = readTalks(folder, triedModule.simulator.words, (path) => basename(path));
const answered = talks.flatMap(({ path, file, talk }) => {
  const answers = readWrittenAnswers(path, (name) => basename(name));
  return answers === null ? [] : [{ file, talk, answers }];
});

describe("a talk with answers written by hand", () => {
  const brain = talkBrain();
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), brain });
  });
  afterAll(() => theatre.close());

  test.each(answered.map((one) => [one.talk.name, one.file, one] as const))(
    "%s (%s)",
    async (_name, _file, { talk, answers }) => {
      const report = await playTalk(talk, theatre, brain, replayOfWritten(answers));
      expect(report.faults, report.transcript.map(({ from, text }) => `${from}: ${text}`).join("\n")).toEqual(
        [],
      );
      expect(report.ending).toBe("hung up");
    },
  );

  test("that claims too early, or never ends, fails", async () => {
    const [first] = answered.filter(({ file }) => file === "hurried.yaml");
    const talk = { ...(first?.talk as NonNullable<typeof first>["talk"]), most_turns: 1 };
    const hasty = [{ caller: "A haircut!" }, { agent: "It's booked." }];
    const report = await playTalk(talk, theatre, brain, replayOfWritten(hasty));
    expect(report).toMatchObject({ passed: false, ending: "cut short" });
    expect(report.faults.join("\n")).toMatch(/"It's booked\."[^]*not hung up after 1[^]*calendar lacks/u);
  });

  test("in which a skill gets no usable answer is broken off", async () => {
    const [first] = answered.filter(({ file }) => file === "hurried.yaml");
    const talk = first?.talk as NonNullable<typeof first>["talk"];
    const tools = ["altegio_check_availability_tool"];
    const answers = [{ caller: "Hi" }, { agent: "I'm checking.", tools }, { extraction: { mood: "good" } }];
    const report = await playTalk(talk, theatre, brain, replayOfWritten(answers));
    expect(report).toMatchObject({ passed: false, ending: "broken off", isStale: false });
    expect(report.faults.join("\n")).toContain("no field mood");
  });
});
