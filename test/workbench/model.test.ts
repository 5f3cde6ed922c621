/** A real model at the workbench: it speaks as the agent, decides what it promises, and answers the skills. */
import { describe, expect, onTestFinished, test } from "vitest";
import { parseConversations, playInRuntimes } from "../../scripts/sandbox/conversations/index.ts";
import { endpointModel, realModel } from "../../scripts/talk/index.ts";
import { completion, status, stubEndpoint, type StubAnswer } from "../talk/stub-endpoint.ts";
import { inBothRuntimes } from "./both-runtimes.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { openBench } from "./open-bench.ts";

const key = "sk-a-very-secret-key";
const channel = "newo_voice/newo_voice_connector";
const caller = "+4915198765432";

/** What the endpoint answers to each role, one after another. */
type Roles = Readonly<Record<"agent" | "tools" | "extraction", unknown[]>>;

function promises(...tools: readonly string[]): object {
  return Object.fromEntries(tools.map((tool) => [tool, true]));
}

/** A workbench whose model is an endpoint on this machine. */
async function withModel(answer: StubAnswer) {
  const stub = await stubEndpoint(answer);
  const patience = { maxRetries: 0, minTimeout: 1, maxTimeout: 1 };
  const endpoint = endpointModel(
    { address: stub.address, key, model: "some-model", timeoutMs: 5000 },
    patience,
  );
  onTestFinished(() => endpoint.close());
  const { bench, close } = await openBench(realModel(endpoint));
  onTestFinished(close);
  await bench.run({ do: "connect" });
  const values = { altegio_location_id: "720441" };
  await bench.run({ do: "step", step: { kind: "set", values } });
  await bench.run({ do: "step", step: { kind: "publish" } });
  return { bench, stub };
}

/** Answers by role, with judgements filled up to the form that is asked for. */
function byRole(roles: Roles): StubAnswer {
  return async (response, request) => {
    const form = request.body.response_format?.json_schema;
    const role = (form?.name ?? "agent") as keyof Roles;
    const next = roles[role].shift();
    const content =
      role === "agent"
        ? next
        : JSON.stringify(form === undefined ? next : filled(form.schema, next as object));
    await completion(content)(response, request);
  };
}

/** A value of a schema: what is given, and the emptiest for the rest. */
function filled(schema: object, given: unknown): unknown {
  const {
    type,
    properties = {},
    enum: words,
  } = schema as {
    readonly type?: string | string[];
    readonly properties?: Record<string, object>;
    readonly enum?: readonly unknown[];
  };
  const kind = [type].flat()[0];
  if (kind === "object") {
    const known = (given ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        filled(inner, given === true ? true : known[name]),
      ]),
    );
  }
  const empty: Record<string, unknown> = { boolean: false, array: [], integer: 0, number: 0, string: "" };
  return given ?? words?.[0] ?? empty[kind ?? "string"];
}

const wish = { services: ["Women's haircut"], staff: "Anna", date: "2026-10-20", time: "12:00" };

describe("a real model", () => {
  test("plays the agent: it promises, is told, and passes that on; each message can be taken back and saved", async () => {
    const { bench, stub } = await withModel(
      byRole({
        agent: [
          "I'm checking the available times now.",
          "Tomorrow at twelve is free with Anna. Shall I book it?",
          "I'm booking your appointment now.",
          "Shall I book the haircut with Anna for tomorrow at twelve?",
          "Thank you. I'm booking your appointment now.",
          "It is booked.",
        ],
        tools: [
          promises("altegio_check_availability_tool"),
          {},
          promises("altegio_book_appointment_tool"),
          {},
          promises("altegio_book_appointment_tool"),
          {},
        ],
        extraction: [
          wish,
          { ...wish, full_name: "Nora Lindt" },
          { ...wish, full_name: "Nora Lindt", confirmed: true },
        ],
      }),
    );
    for (const message of ["A haircut with Anna tomorrow at noon?", "Yes. Nora Lindt.", "Yes, please."]) {
      expect(await bench.run({ do: "talk", channel, caller, message })).toEqual({ problem: "" });
    }
    const spoken = bench.state.steps.flatMap(({ said }) => (said === null ? [] : [said]));
    expect(spoken.map(({ message, agent, tool }) => [message, agent, tool])).toEqual([
      [
        "A haircut with Anna tomorrow at noon?",
        "I'm checking the available times now.",
        "altegio_check_availability_tool",
      ],
      ["", "Tomorrow at twelve is free with Anna. Shall I book it?", ""],
      ["Yes. Nora Lindt.", "I'm booking your appointment now.", "altegio_book_appointment_tool"],
      ["", "Shall I book the haircut with Anna for tomorrow at twelve?", ""],
      ["Yes, please.", "Thank you. I'm booking your appointment now.", "altegio_book_appointment_tool"],
      ["", "It is booked.", ""],
    ]);
    const line = "2026-10-20 12:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432";
    expect(bench.state.lines).toEqual([line]);
    // What a tool has told is in the prompt of the message after it, not in what was said.
    const agents = stub.requests.filter(({ body }) => body.response_format === undefined);
    const [, second] = agents.map(({ body }) => body.messages.at(-1)?.content ?? "");
    expect(second).toMatch(/<Instruction>[^]*12:00[^]*<\/Instruction>/u);
    expect(second?.split("<Instruction>")[0]).not.toContain("12:00");

    const shown = JSON.stringify([bench.state, bench.trace(0), bench.conversation()]);
    expect(shown).not.toContain(key);
    expect(stub.requests.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);

    const asked = stub.requests.length;
    const [script] = parseConversations(bench.conversation(), triedModule.simulator.words);
    await inBothRuntimes(async (theatres) => {
      expect(await playInRuntimes(script as NonNullable<typeof script>, theatres)).toEqual([]);
    });
    await bench.run({ do: "undo" });
    await bench.run({ do: "undo" });
    expect(bench.state.lines).toEqual([]);
    expect(bench.state.steps.at(-1)?.said?.agent).toContain("Shall I book");
    expect(stub.requests.length).toBe(asked);
  });

  test("that fails is told in a sentence, and nothing is half said", async () => {
    const { bench } = await withModel(status(401, { error: { message: `wrong key ${key}` } }));
    const before = bench.state.steps.length;
    const { problem } = await bench.run({ do: "talk", channel, caller, message: "Hello?" });
    expect(problem).toMatch(/^The endpoint refused the key \(401\)\./u);
    expect(problem).not.toContain(key);
    expect(bench.state.steps).toHaveLength(before);
    expect(bench.state.progress).toBeNull();
  });
});
