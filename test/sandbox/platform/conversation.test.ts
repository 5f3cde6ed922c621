import { expect, test } from "vitest";
import { smallArtifact } from "./small-artifact.ts";
import { installed } from "./small-sandbox.ts";

const tools = "project_attributes_settings_newo_tools";
const answer = `{% set wish = Gen(jsonSchema={"type": "object", "properties": {"date": {"type": "string"}}}, validateSchema="True") %}
{{ SendSystemEvent(eventIdn="urgent_message", connectorIdn="system", baseInstruction="Free on " ~ wish.date, uninterruptible="True") }}`;
const artifact = smallArtifact({
  DemoFlow: { skills: { Answer: answer }, events: ["check_tool system/system Answer"] },
});

test("a tool fires only when it is registered", async () => {
  const sandbox = await installed(artifact);
  const conversation = sandbox.conversation();
  const turn = { user: "When?", agent: "Let me check.", tool: "check_tool", facts: { date: "2026-03-03" } };
  for (const stored of ["", "no json", "[]", '{"tools":null}', '{"tools":{"other":{}}}']) {
    sandbox.setAttribute(tools, stored);
    expect(await conversation.say(turn)).toMatchObject({
      answers: [],
      toolFired: false,
      problem: "tool not registered: check_tool",
    });
  }
  sandbox.setAttribute(tools, '{"tools":{"check_tool":{}}}');
  expect(await conversation.say(turn)).toMatchObject({
    answers: ["Free on 2026-03-03"],
    toolFired: true,
    problem: "",
  });
  expect(await conversation.say({ user: "Thanks" })).toMatchObject({
    answers: [],
    toolFired: false,
    problem: "",
  });
});

test("what was said and answered is remembered, in order", async () => {
  const sandbox = await installed(artifact);
  sandbox.setAttribute(tools, '{"tools":{"check_tool":{}}}');
  const conversation = sandbox.conversation();
  await conversation.say({ user: "When?", agent: "Let me check.", tool: "check_tool" });
  expect(conversation.memory).toEqual([
    { from: "user", text: "When?" },
    { from: "agent", text: "Let me check." },
    { from: "agent", text: "Free on " },
  ]);
});

test("two callers who talk at the same time get their own facts and answers", async () => {
  const sandbox = await installed(artifact);
  sandbox.setAttribute(tools, '{"tools":{"check_tool":{}}}');
  const dates = ["2026-03-03", "2026-03-04", "2026-03-05"];
  const turns = await Promise.all(
    dates.map((date) => sandbox.conversation().say({ user: "When?", tool: "check_tool", facts: { date } })),
  );
  expect(turns.map(({ answers }) => answers)).toEqual(dates.map((date) => [`Free on ${date}`]));
  expect(turns.map(({ events }) => events.map(({ idn }) => idn))).toEqual(
    dates.map(() => ["check_tool", "urgent_message"]),
  );
});

test("a caller is found by the channel", async () => {
  const sandbox = await installed(artifact);
  const { personaId } = sandbox.conversation({ channel: "newo_chat/newo_chat", externalId: "visitor-1" });
  expect([...sandbox.account.actors.values()]).toMatchObject([
    { personaId, integrationIdn: "newo_chat", connectorIdn: "newo_chat", externalId: "visitor-1" },
  ]);
});

test("the same calls give the same trace", async () => {
  const run = async (): Promise<string> => {
    const sandbox = await installed(artifact);
    sandbox.setAttribute(tools, '{"tools":{"check_tool":{}}}');
    await sandbox.publish();
    await sandbox.conversation().say({ user: "When?", tool: "check_tool", facts: { date: "2026-03-03" } });
    return JSON.stringify(sandbox.trace.entries);
  };
  expect(await run()).toBe(await run());
});

test("a model may take its time, and what it refuses stops the skill", async () => {
  const later = (generate: () => Promise<unknown>) =>
    installed(artifact, { brain: { generate } }).then(async (sandbox) => {
      const result = await sandbox.conversation().fire("check_tool");
      const [asked] = sandbox.trace.of("action").filter(({ action }) => action === "Gen");
      return { ...result, asked };
    });
  const answered = await later(() => Promise.resolve({ date: "2026-03-02" }));
  expect([answered.answers, answered.asked?.value]).toEqual([["Free on 2026-03-02"], { date: "2026-03-02" }]);
  const refused = await later(() => Promise.reject(new Error("no answer")));
  expect([refused.answers, refused.errors[0]?.message, refused.asked?.error]).toEqual([
    [],
    expect.stringContaining("no answer"),
    "no answer",
  ]);
});

test("instructions are not remembered when somebody passes them on", async () => {
  const sandbox = await installed(artifact);
  const conversation = sandbox.conversation({ speaksInstructions: false });
  expect((await conversation.fire("check_tool")).answers.length).toBe(1);
  expect(conversation.memory).toEqual([]);
});
