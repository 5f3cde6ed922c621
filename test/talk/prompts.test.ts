import { describe, expect, test } from "vitest";
import { Account } from "../../scripts/sandbox/platform/account.ts";
import type { MemoryMessage, Sandbox, SandboxEvent } from "../../scripts/sandbox/platform/index.ts";
import { Secrets } from "../../scripts/secrets/index.ts";
import { instructionAttribute, toolsAttribute, userDataEvent } from "../../scripts/sdk/contract.ts";
import { agentQuestion } from "../../scripts/talk/prompts/agent.ts";
import { callerQuestion } from "../../scripts/talk/prompts/caller.ts";
import { firingTools, toolsQuestion } from "../../scripts/talk/prompts/tools.ts";
import type { Talk } from "../../scripts/talk/talk.ts";

const talk: Talk = {
  name: "A talk",
  integration: "newo_voice",
  connector: "newo_voice_connector",
  now: "2026-10-19T08:00:00Z",
  caller: "+4915198765432",
  persona: "An impatient person.",
  goal: "A pedicure.",
  outcome: { calendar: [] },
};
const memory: readonly MemoryMessage[] = [
  { from: "user", text: "A pedicure!" },
  { from: "agent", text: "I'm checking now." },
];

const tool = (conflict: string, ...conditions: string[]) => ({
  description: "Does it.",
  conditions: Object.fromEntries(
    conditions.map((name) => [name, { type: "boolean", description: `If ${name}.` }]),
  ),
  useConversationHistory: false,
  conflictPolicy: { tag: conflict },
});

/** A sandbox as far as prompts look at it. */
function sandboxWith(
  attributes: Readonly<Record<string, string>>,
  events: Partial<SandboxEvent>[] = [],
): Sandbox {
  const account = new Account(new Secrets(), new Set());
  Object.entries(attributes).forEach(([idn, value]) => {
    account.customer.setValue(idn, value);
  });
  return {
    account,
    events,
    getAttribute: (idn: string) => account.customer.value(idn),
  } as unknown as Sandbox;
}

const everything = (question: { messages: readonly { content: string }[] } | null): string =>
  (question?.messages ?? []).map(({ content }) => content).join("\n");

describe("the agent", () => {
  const section = (personaId: string, value: string): Partial<SandboxEvent> => ({
    idn: userDataEvent,
    personaId,
    arguments: { sectionName: "appointments", sectionValue: value },
  });
  const sandbox = sandboxWith(
    {
      [instructionAttribute]: "Use this list: [[services]]",
      services: "Pedicure",
      [toolsAttribute]: "secret tools",
    },
    [section("p", "old news"), section("other", "somebody else's"), section("p", "a facial on Friday")],
  );
  const scene = { talk, sandbox, personaId: "p", memory, moment: "Monday", told: [] };

  test("has the scenarios, what is known of the caller, and the conversation; no tools", () => {
    const text = everything(agentQuestion(scene));
    for (const part of [
      "Use this list: Pedicure",
      "phone: +4915198765432",
      "appointments: a facial on Friday",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("User: A pedicure!\nAgent: I'm checking now.");
    expect(text).toContain("Monday");
    expect(text).not.toMatch(/old news|somebody else's|secret tools|impatient|<Instruction>/u);
  });

  test("is told instructions, and knows no number in a chat", () => {
    const told = ["It is free."];
    const text = everything(
      agentQuestion({ ...scene, talk: { ...talk, integration: "newo_chat", caller: "v7" }, told }),
    );
    expect(text).toContain("<Instruction>\nIt is free.\n</Instruction>");
    expect(text).toContain("phone: not known");
  });
});

test("the caller has persona and goal, and hears the conversation", () => {
  const text = everything(callerQuestion(talk, memory, "Monday"));
  expect(text).toContain("An impatient person.");
  expect(text).toContain("A pedicure.");
  expect(text).toContain("You: A pedicure!\nAssistant: I'm checking now.");
});

describe("the tool caller", () => {
  const registered = (tools: object): Sandbox => sandboxWith({ [toolsAttribute]: JSON.stringify({ tools }) });

  test("judges every condition on the latest message alone", () => {
    const question = toolsQuestion(
      registered({ book: tool("t", "promised", "isNew"), look: tool("", "promised") }),
      memory,
    );
    expect(question?.schema).toMatchObject({
      required: ["book", "look"],
      properties: { book: { properties: { isNew: { type: "boolean", description: "If isNew." } } } },
    });
    expect(everything(question)).toContain("I'm checking now.");
    expect(everything(question)).not.toContain("A pedicure!");
  });

  test("sees the conversation where a tool asks for it, and is not asked without tools", () => {
    const withHistory = { ...tool("", "promised"), useConversationHistory: true };
    expect(everything(toolsQuestion(registered({ withHistory }), memory))).toContain("User: A pedicure!");
    expect(toolsQuestion(registered({}), memory)).toBeNull();
    expect(toolsQuestion(sandboxWith({ [toolsAttribute]: "no JSON" }), memory)).toBeNull();
  });

  test.each([
    ["all of its conditions hold", { book: { promised: true, isNew: true } }, ["book"]],
    ["one does not", { book: { promised: true, isNew: false } }, []],
    ["nothing was judged", {}, []],
    [
      "another of its tag fires",
      { book: { promised: true, isNew: true }, cancel: { promised: true }, look: { promised: true } },
      ["book", "look"],
    ],
  ])("fires a tool unless not: when %s", (_, judgement, fires) => {
    const sandbox = registered({
      book: tool("change", "promised", "isNew"),
      cancel: tool("change", "promised"),
      look: tool("", "promised"),
    });
    expect(firingTools(sandbox, judgement)).toEqual(fires);
  });
});
