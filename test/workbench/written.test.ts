/** Written conversations at the workbench: played exchange by exchange, taken back, and saved so that they play again. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseConversations, playInRuntimes } from "../../scripts/sandbox/conversations/index.ts";
import type { Workbench } from "../../scripts/sandbox/workbench/index.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { inBothRuntimes } from "./both-runtimes.ts";
import { openBench } from "./open-bench.ts";

let opened: Awaited<ReturnType<typeof openBench>>;
let bench: Workbench;

beforeAll(async () => {
  opened = await openBench();
  bench = opened.bench;
});
afterAll(() => opened.close());
beforeEach(async () => {
  await bench.run({ do: "restart" });
});

async function doAll(...commands: readonly Parameters<Workbench["run"]>[0][]): Promise<void> {
  for (const command of commands) {
    expect(await bench.run(command), JSON.stringify(command)).toEqual({ problem: "" });
  }
}

/** What is wrong with the saved file; "" for each runtime when it plays as it is written. */
async function faultsOfSaved(): Promise<readonly string[]> {
  const [script] = parseConversations(bench.conversation(), triedModule.simulator.words);
  let faults: readonly string[] = ["not played"];
  await inBothRuntimes(async (theatres) => {
    faults = await playInRuntimes(script as NonNullable<typeof script>, theatres);
  });
  return faults;
}

describe("a written conversation", () => {
  test.each([
    "No answer, but Altegio shows the appointment",
    "Code, e-mail and note where the location asks for them",
    "The team has moved it to Friday, and on Wednesday the caller cancels it",
  ])("%s is played exchange by exchange, taken back, and saved", async (name) => {
    await doAll({ do: "open", name, text: "" });
    const turns = bench.state.script?.turns ?? 0;
    expect(bench.state).toMatchObject({ script: { name, turns, played: 0 }, isUnpublished: false });
    for (let turn = 1; turn <= turns; turn += 1) {
      await doAll({ do: "next" });
      expect(bench.state.script?.played).toBe(turn);
    }
    expect(bench.state.steps.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await bench.run({ do: "next" })).toEqual({ problem: "The conversation is over." });
    const after = bench.state.lines;
    expect(await faultsOfSaved()).toEqual([]);

    const text = bench.conversation();
    await doAll({ do: "undo" });
    expect(bench.state.script?.played).toBe(turns - 1);
    await doAll({ do: "next" });
    expect(bench.state.lines).toEqual(after);
    await doAll({ do: "open", name: "saved.yaml", text });
    expect(bench.state).toMatchObject({ script: { turns, played: 0 } });
    await doAll({ do: "restart" });
    expect(bench.state).toMatchObject({ script: null, steps: [], isUnpublished: true });
  });

  test("that is not there, or is none, leaves everything as it is", async () => {
    await doAll({ do: "step", step: { kind: "pass", minutes: 5 } });
    expect(await bench.run({ do: "open", name: "None", text: "" })).toEqual({
      problem: 'There is no conversation "None".',
    });
    const { problem } = await bench.run({ do: "open", name: "mine.yaml", text: "name: x\n" });
    expect(problem).toContain("mine.yaml");
    expect(bench.state.steps).toHaveLength(1);
  });
});

describe("a session that is saved", () => {
  const say = {
    kind: "say",
    channel: "newo_chat/newo_chat",
    caller: "visitor-7",
    agent: "One moment, please.",
    brain: "facts",
  } as const;
  const check = {
    ...say,
    message: "A haircut on Tuesday?",
    tool: "altegio_check_availability_tool",
    facts: { services: ["Women's haircut"], date: "2026-10-20" },
  } as const;

  test("plays again with faults that were met in part, switched off, and time that has passed", async () => {
    await doAll(
      { do: "connect" },
      { do: "step", step: { kind: "set", values: { altegio_location_id: "720441" } } },
      { do: "step", step: { kind: "publish" } },
      { do: "disturb", name: "status-500", request: "", times: 1000 },
      { do: "step", step: check },
      { do: "step", step: { kind: "calm", name: "" } },
      { do: "step", step: { kind: "pass", minutes: 20 } },
      { do: "step", step: { ...check, message: "" } },
      { do: "disturb", name: "timeout-before", request: "", times: 3 },
      { do: "step", step: { ...say, message: "Thanks.", tool: "", facts: {} } },
      { do: "step", step: { kind: "set", values: { altegio_booking_enabled: "False" } } },
      {
        do: "step",
        step: { ...say, message: "Cancel it.", tool: "altegio_cancel_appointment_tool", facts: {} },
      },
    );
    expect(bench.state.steps.find(({ said }) => said !== null)?.heard.join()).not.toContain("Free times");
    expect(await faultsOfSaved()).toEqual([]);
  });

  test("plays again where a tool was promised that the agent does not have", async () => {
    await doAll(
      { do: "connect" },
      {
        do: "step",
        step: {
          kind: "set",
          values: { altegio_location_id: "720441", altegio_cancellation_enabled: "False" },
        },
      },
      { do: "step", step: { kind: "publish" } },
      {
        do: "step",
        step: { ...say, message: "Cancel it.", tool: "altegio_cancel_appointment_tool", facts: {} },
      },
    );
    expect(bench.state.steps.at(-1)?.problems).toEqual([
      "The agent does not have the tool altegio_cancel_appointment_tool.",
    ]);
    expect(await faultsOfSaved()).toEqual([]);
  });

  test("holds no secret, also where somebody has said one", async () => {
    const token = "partner-token-that-nobody-may-see";
    await doAll(
      { do: "step", step: { kind: "set", values: { altegio_partner_token: token } } },
      { do: "step", step: { ...say, message: `My token is ${token}.`, tool: "", facts: { note: token } } },
    );
    expect(bench.conversation()).toContain("My token is ");
    expect(bench.conversation()).not.toContain(token);
  });

  test("says in the file what a conversation cannot hold", async () => {
    await doAll(
      { do: "connect" },
      { do: "step", step: { kind: "publish" } },
      { do: "step", step: { ...say, message: "Hello.", tool: "", facts: {} } },
      { do: "step", step: { kind: "publish" } },
      { do: "step", step: { kind: "update" } },
    );
    expect(
      bench
        .conversation()
        .split("\n")
        .filter((line) => line.startsWith("#")),
    ).toEqual(["# Not in this file: a publish after the first words.", "# Not in this file: the update."]);
  });
});
