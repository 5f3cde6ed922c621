/** Operations that sleep, beside others in their real queues: whoever stands behind waits, the rest goes on. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, catalogRenewal } from "../../attributes/index.ts";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { wish } from "../skills/fault-cells.ts";
import { triedModule } from "./tried-module.ts";

const setting = { now: "2026-10-19T08:00:00Z" };
const check = "altegio_check_availability_tool";
const bookTool = "altegio_book_appointment_tool";
const cancelTool = "altegio_cancel_appointment_tool";
const find = "altegio_find_appointments_tool";

/** One who asks, by a name for the test, and what the agent has promised them. */
type Promised = readonly [name: string, conversation: Conversation, tool: string];

/** Queues all promises before any is handled, settles, and gives who was answered, in order. */
async function answersTo(
  { sandbox, brain }: Stage<SalonService>,
  facts: object,
  promised: readonly Promised[],
): Promise<string[]> {
  const from = sandbox.events.length;
  for (const [, { personaId, actorId }, idn] of promised) {
    brain.tell(personaId, { ...facts });
    sandbox.deliver({ idn, integrationIdn: "system", connectorIdn: "system", personaId, actorId });
  }
  await sandbox.settle();
  return sandbox.events
    .slice(from)
    .filter(({ idn }) => idn === "urgent_message")
    .map(({ actorId }) => promised.find(([, one]) => one.actorId === actorId)?.[0] ?? "nobody");
}

const withChat = (stage: Stage<SalonService>, externalId: string): readonly [Conversation, Conversation] => {
  const call = stage.sandbox.conversation({ externalId });
  const { personaId } = call;
  const chat = stage.sandbox.conversation({
    ...{ personaId, channel: "newo_chat/newo_chat", externalId: `${externalId}-chat` },
  });
  return [call, chat];
};

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    const platform = { flows: "interleaved" } as const;
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime, platform });
  });
  afterAll(() => theatre.close());

  /** The next look at the free times is refused for too many requests, so that it sleeps a second. */
  const refuseOnce = ({ service }: Stage<SalonService>, path = "/book_times/**"): void => {
    service.altegio.faults.add({
      ...{ method: "GET", path, fault: { kind: "status", status: 429 }, times: 1 },
    });
  };

  test.each([
    ["the same question in a chat", [check]],
    ["a booking in the chat", [bookTool]],
    ["an unknown cancellation in the chat", [cancelTool]],
    ["all of them", [check, bookTool, find]],
  ])("a look-up sleeps, and its caller asks for %s: each has one answer", async (_, asked) => {
    const stage = await theatre.open(setting);
    const [call, chat] = withChat(stage, "+4915112345678");
    refuseOnce(stage);
    const before = stage.now();
    const answered = await answersTo(stage, wish, [
      ["call", call, check],
      ...asked.map((tool): Promised => ["chat", chat, tool]),
    ]);
    expect(answered.toSorted()).toEqual(["call", ...asked.map(() => "chat")].toSorted());
    expect(stage.now() - before).toBe(1000);
    expect(stage.sandbox.trace.of("error", 0)).toEqual([]);
    await stage.close();
  });

  test("the others are not kept waiting by it, and are served by what is theirs", async () => {
    const stage = await theatre.open(setting);
    const [call, chat] = withChat(stage, "+4915112345678");
    const other = stage.sandbox.conversation({ externalId: "+4915198765432" });
    refuseOnce(stage);
    const answered = await answersTo(stage, wish, [
      ["call", call, check],
      ["other", other, check],
      ["chat", chat, cancelTool],
    ]);
    expect(answered).toEqual(["chat", "other", "call"]);
    await stage.close();
  });

  test("a catalogue that is cold is loaded once, and every caller is answered", async () => {
    const stage = await theatre.open(setting);
    const { sandbox } = stage;
    sandbox.setAttribute(catalog.idn, "");
    const [call, chat] = withChat(stage, "+4915112345678");
    const others = ["+4915198765432", "+4915133333333", "+4915144444444"].map((externalId) =>
      sandbox.conversation({ externalId }),
    );
    const from = sandbox.trace.entries.length;
    const answered = await answersTo(stage, { ...wish, confirmed: false }, [
      ["call", call, check],
      ["chat", chat, bookTool],
      ...others.map((one, index): Promised => [String(index), one, index === 1 ? bookTool : check]),
    ]);
    expect(answered.toSorted()).toEqual(["0", "1", "2", "call", "chat"]);
    const loads = sandbox.trace.of("http", from).map(({ url }) => url.replace(/^.*[/]v1[/]/u, ""));
    const ofCatalogue = loads.filter((path) => /^(?:company|book_staff|book_services)/u.test(path));
    expect(ofCatalogue).toHaveLength(new Set(ofCatalogue).size);
    expect(sandbox.getAttribute(catalogRenewal.idn)).toBe("");
    expect(sandbox.getAttribute(catalog.idn)).not.toBe("");
    expect(sandbox.trace.of("error", from)).toEqual([]);
    const told = sandbox.events
      .filter(({ idn }) => idn === "urgent_message")
      .map((event) => String(event.arguments["baseInstruction"]));
    expect(told.filter((text) => text.includes("right now"))).toEqual([]);
    await stage.close();
  });
});
