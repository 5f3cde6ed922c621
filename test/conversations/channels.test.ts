/** One caller with a call and a chat at once, and an account that changes under them: one answer, where it was asked for. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extendSessionEvent } from "#sdk";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation, SandboxEvent } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { wish } from "../skills/fault-cells.ts";
import { isWrite } from "../skills/in-flight-cells.ts";
import { triedModule } from "./tried-module.ts";

const setting = { now: "2026-10-19T08:00:00Z" };
const phone = "+4915112345678";
const check = "altegio_check_availability_tool";
const bookTool = "altegio_book_appointment_tool";
const find = "altegio_find_appointments_tool";

interface Both {
  readonly call: Conversation;
  readonly chat: Conversation;
}

function bothChannels({ sandbox }: Stage<SalonService>): Both {
  const call = sandbox.conversation({ externalId: phone });
  const chat = sandbox.conversation({
    personaId: call.personaId,
    channel: "newo_chat/newo_chat",
    externalId: "a-visitor",
  });
  return { call, chat };
}

/** Queues a promise of each channel, so that both are under way at once. */
function promise(
  { sandbox, brain }: Stage<SalonService>,
  facts: object,
  ...asked: [Conversation, string][]
): void {
  for (const [{ personaId, actorId }, idn] of asked) {
    brain.tell(personaId, { ...facts });
    sandbox.deliver({ idn, integrationIdn: "system", connectorIdn: "system", personaId, actorId });
  }
}

/** The channels and the first words of what the agent was told since. */
function heard({ sandbox }: Stage<SalonService>, from: number, { call }: Both): string[] {
  return sandbox.events
    .slice(from)
    .filter(({ idn }: SandboxEvent) => idn === "urgent_message")
    .map(({ actorId }) => (actorId === call.actorId ? "call" : "chat"));
}

describe.each(["node", "nsl"] as const)("two channels of one caller, in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({
      ...triedModule,
      artifact: builtArtifact(),
      runtime,
      platform: { flows: "interleaved" },
    });
  });
  afterAll(() => theatre.close());

  test.each([
    ["two flows", check, bookTool],
    ["the same flow", check, check],
    ["a look-up and a booking", find, bookTool],
  ])("each hears its own answer: %s", async (_, inCall, inChat) => {
    const stage = await theatre.open(setting);
    const both = bothChannels(stage);
    const from = stage.sandbox.events.length;
    promise(stage, wish, [both.call, inCall], [both.chat, inChat]);
    await stage.sandbox.settle();
    expect(heard(stage, from, both).toSorted()).toEqual(["call", "chat"]);
    await stage.close();
  });

  test("an answer that comes when the other has spoken last goes where it was asked for", async () => {
    const stage = await theatre.open(setting);
    const both = bothChannels(stage);
    const held = stage.sandbox.holdResults(({ url }) => url.includes("/book_times/"));
    await both.call.say({ user: "When?", agent: "One moment.", tool: check, facts: wish });
    await both.chat.say({ user: "Hello.", agent: "Hello." });
    held.stop();
    held.release();
    expect((await both.chat.settle()).answers).toEqual([]);
    expect((await both.call.settle()).answers).toHaveLength(1);
    await stage.close();
  });

  test.each([
    ["its event comes through", (call: Conversation) => ({ actorId: call.actorId })],
    [
      "its event names alone",
      (call: Conversation) => ({ actorId: "", arguments: { payload: wish, actorId: call.actorId } }),
    ],
  ])("a result for core goes into the channel %s", async (_, from) => {
    const stage = await theatre.open(setting);
    const { sandbox } = stage;
    const { call, chat } = bothChannels(stage);
    for (const [idn, result] of [
      ["get_available_slots", "receive_available_slots"],
      ["book_slot", "result_success"],
      ["convo_agent_cancel_booking", "result_success"],
    ] as const) {
      const system = { integrationIdn: "system", connectorIdn: "system" };
      const held = sandbox.holdResults(() => true);
      const event = { idn, ...system, arguments: { payload: wish }, personaId: call.personaId };
      sandbox.deliver({ ...event, ...from(call) });
      await sandbox.settle();
      await chat.say({ user: "Hello.", agent: "Hello." });
      const before = sandbox.events.length;
      held.stop();
      held.release();
      await sandbox.settle();
      const results = sandbox.events
        .slice(before)
        .filter((one) => one.idn === result && one.integrationIdn === "system");
      expect(results.map(({ actorId }) => actorId)).toEqual([call.actorId]);
    }
    await stage.close();
  });

  test("so does the one that ends the wait for an answer that never comes", async () => {
    const stage = await theatre.open(setting);
    const both = bothChannels(stage);
    const held = stage.sandbox.holdResults(({ url }) => url.includes("/book_times/"));
    await both.call.say({ user: "When?", agent: "One moment.", tool: check, facts: wish });
    await both.chat.say({ user: "Hello.", agent: "Hello." });
    const from = stage.sandbox.events.length;
    for (let minute = 0; minute < 6; minute += 1) {
      stage.pass(0.6);
      await stage.sandbox.settle();
    }
    held.stop();
    expect(heard(stage, from, both)).toEqual(["call"]);
    await stage.close();
  });

  test("one that its event names alone is kept for all of an operation, and for its late answer", async () => {
    const stage = await theatre.open(setting);
    const { sandbox, brain } = stage;
    // Nobody may look the booking up, so that its answer is news whenever it comes.
    sandbox.setAttribute("altegio_user_token", "");
    const both = bothChannels(stage);
    const { personaId, actorId } = both.call;
    const from = sandbox.events.length;
    const held = sandbox.holdResults(isWrite);
    brain.tell(personaId, { ...wish });
    const system = { integrationIdn: "system", connectorIdn: "system" };
    sandbox.deliver({ idn: bookTool, ...system, personaId, arguments: { actorId } });
    await sandbox.settle();
    held.stop();
    const requests = sandbox.trace.of("http").filter((request) => request.personaId === personaId).length;
    const extensions = sandbox.events.slice(from).filter(({ idn }) => idn === extendSessionEvent);
    // One as it begins, one with each further request.
    expect(requests).toBeGreaterThan(1);
    expect(extensions.map((event) => event.actorId)).toEqual([
      "",
      ...Array.from({ length: requests - 1 }, () => actorId),
    ]);
    await both.chat.say({ user: "Hello.", agent: "Hello." });
    for (let minute = 0; minute < 4; minute += 1) {
      stage.pass(0.6);
      await sandbox.settle();
    }
    expect(heard(stage, from, both)).toEqual(["call"]);
    await both.chat.say({ user: "Hello?", agent: "Hello." });
    held.release();
    await sandbox.settle();
    expect(heard(stage, from, both)).toEqual(["call", "call"]);
    await stage.close();
  });
});
