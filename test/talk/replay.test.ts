import { describe, expect, test } from "vitest";
import type { Model, Question, Role } from "../../scripts/talk/model/model.ts";
import { recorderOf } from "../../scripts/talk/recording/recorder.ts";
import { replayOf, replayOfWritten, StaleRecording } from "../../scripts/talk/recording/replay.ts";
import { counted } from "../../scripts/talk/report.ts";

function question(role: Role, content: string, schema: Question["schema"] = null): Question {
  return { role, messages: [{ role: "user", content }], schema };
}

const model: Model = {
  name: "m",
  ask: ({ messages }) =>
    Promise.resolve({ text: `re: ${messages[0]?.content ?? ""}`, tokens: { prompt: 10, answer: 2 } }),
};
const asked = [question("caller", "a"), question("agent", "b"), question("agent", "b")];

describe("a recording", () => {
  const recorded = async () => {
    const recorder = recorderOf(model);
    for (const one of asked) {
      await recorder.ask(one);
    }
    return recorder.recording;
  };

  test("gives the same answers and counts to the same prompts", async () => {
    const replay = counted(replayOf(await recorded()));
    const texts: string[] = [];
    for (const one of asked) {
      texts.push((await replay.ask(one)).text);
    }
    expect(texts).toEqual(["re: a", "re: b", "re: b"]);
    expect(replay.name).toBe("m");
    expect(replay.use).toMatchObject({
      caller: { calls: 1, tokens: { prompt: 10, answer: 2 } },
      agent: { calls: 2, tokens: { prompt: 20, answer: 4 } },
      tools: { calls: 0 },
    });
  });

  test.each([
    ["another prompt", question("caller", "A")],
    ["another role", question("agent", "a")],
    ["another form", question("caller", "a", { type: "object" })],
  ])("is stale for %s", async (_, one) => {
    const replay = replayOf(await recorded());
    await expect(replay.ask(one)).rejects.toThrow(StaleRecording);
  });

  test("is stale when more is asked, or less", async () => {
    const replay = replayOf(await recorded());
    await replay.ask(question("caller", "a"));
    expect(() => replay.finish?.()).toThrow("stale: 2 of its answers");
    await replay.ask(question("agent", "b"));
    await replay.ask(question("agent", "b"));
    replay.finish?.();
    await expect(replay.ask(question("agent", "b"))).rejects.toThrow(/stale.*call 4.*is new/u);
  });
});

describe("answers written by hand", () => {
  const tools = {
    type: "object",
    properties: {
      book: { type: "object", properties: { promised: { type: "boolean" }, isNew: { type: "boolean" } } },
      cancel: { type: "object", properties: { promised: { type: "boolean" } } },
    },
  };
  const wish = {
    type: "object",
    properties: { date: { type: "string" }, confirmed: { type: "boolean" }, services: { type: "array" } },
  };
  const answers = [
    { caller: "Hi", hangs_up: true },
    { agent: "I'm booking.", tools: ["book"] },
    { extraction: { date: "2026-10-20" } },
  ] as const;

  test("become what a model would have answered", async () => {
    const replay = replayOfWritten(answers);
    const texts: unknown[] = [];
    for (const one of [
      question("caller", "whatever it says"),
      question("agent", "x"),
      question("tools", "x", tools),
      question("extraction", "x", wish),
    ]) {
      const { text } = await replay.ask(one);
      texts.push(one.schema === null && one.role === "agent" ? text : JSON.parse(text));
    }
    expect(texts).toEqual([
      { says: "Hi", hangs_up: true },
      "I'm booking.",
      { book: { promised: true, isNew: true }, cancel: { promised: false } },
      { date: "2026-10-20", confirmed: false, services: [] },
    ]);
    replay.finish?.();
  });

  test.each([
    ["of another role", [{ agent: "Hi" }], question("caller", "x"), "answer 1 is asked of the caller"],
    ["that end too early", [], question("caller", "x"), "none is left"],
    [
      "with a field nobody asks for",
      [{ extraction: { day: "x" } }],
      question("extraction", "x", wish),
      "no field day",
    ],
  ])("%s do not fit", async (_, written, one, why) => {
    await expect(replayOfWritten(written).ask(one)).rejects.toThrow(why);
  });

  test("with a tool that is not registered, or with some left over, do not fit", async () => {
    const replay = replayOfWritten([{ agent: "Hi", tools: ["move"] }]);
    await replay.ask(question("agent", "x"));
    expect(() => replay.finish?.()).toThrow("1 of its answers");
    await expect(replay.ask(question("tools", "x", tools))).rejects.toThrow("no tool move");
  });
});
