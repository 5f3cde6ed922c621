/** What changes under an operation that waits: the module, the connector, the caller. One answer, or none for nobody. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation, RequestToHold } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { capabilities, type Capability, say, wish } from "../skills/fault-cells.ts";
import { isWrite } from "../skills/in-flight-cells.ts";
import { judge } from "../skills/judge.ts";
import { sceneOf } from "../skills/scene.ts";
import { renamedParts } from "./renamed-parts.ts";
import { triedModule } from "./tried-module.ts";

const names = [
  "availability of a day",
  "booking",
  "cancellation",
  "reschedule",
  "existing appointments",
] as const;
const chosen = capabilities.filter(({ name }) => names.some((known) => known === name));

const connectorOf = ({ sandbox }: Stage<SalonService>) => {
  const connector = sandbox.account.connector("http", "altegio_connector");
  if (connector === undefined) {
    throw new Error("there is no connector");
  }
  return connector;
};

/** A caller on the phone; once the operation has begun a chat of theirs speaks too. */
async function begun(stage: Stage<SalonService>, { before, act }: Capability) {
  const call = stage.sandbox.conversation({ externalId: "+4915112345678" });
  await before?.(call);
  const begin = async (): Promise<Conversation> => {
    expect((await act(call)).answers).toEqual([]);
    const chat = stage.sandbox.conversation({
      personaId: call.personaId,
      channel: "newo_chat/newo_chat",
      externalId: "a-visitor",
    });
    await chat.say({ user: "Hello.", agent: "Hello." });
    return chat;
  };
  return { call, begin };
}

/** Exactly one answer, to whoever asked; nothing untrue in it. */
async function expectOneAnswer(stage: Stage<SalonService>, call: Conversation, chat: Conversation) {
  expect((await chat.settle()).answers).toEqual([]);
  const { answers, errors } = await call.settle();
  expect(errors).toEqual([]);
  expect(answers).toHaveLength(1);
  expect(judge(answers, sceneOf(stage, call.personaId)).faults).toEqual([]);
}

/** Minutes of the platform's clock, in steps in which its timers fire. */
async function wait(stage: Stage<SalonService>, minutes: number): Promise<void> {
  for (let step = 0; step < minutes * 2; step += 1) {
    stage.pass(0.52);
    await stage.sandbox.settle();
  }
}

const every = (): boolean => true;
const awaited: readonly (readonly [name: string, matches: (request: RequestToHold) => boolean])[] = [
  ["its first answer", every],
  ["the answer to its write", isWrite],
];
const cells = chosen.flatMap((capability) =>
  awaited
    .filter(
      ([, matches]) =>
        matches === every || ["booking", "cancellation", "reschedule"].includes(capability.name),
    )
    .map(([what, matches]) => [capability.name, what, capability, matches] as const),
);

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  const theatres: Record<"refuses" | "keeps", Theatre<SalonService> | null> = { refuses: null, keeps: null };
  beforeAll(async () => {
    for (const stoppedConnector of ["refuses", "keeps"] as const) {
      theatres[stoppedConnector] = await openTheatre({
        ...triedModule,
        artifact: builtArtifact(),
        runtime,
        platform: { flows: "interleaved", platformShape: { stoppedConnector } },
      });
    }
  });
  afterAll(async () => {
    await Promise.all(Object.values(theatres).map((theatre) => theatre?.close()));
  });
  const open = async (kind: "refuses" | "keeps", capability: Capability): Promise<Stage<SalonService>> => {
    const stage = await theatres[kind]?.open(capability.setting);
    if (stage === undefined) {
      throw new Error("the theatre is not open");
    }
    connectorOf(stage).status = "running";
    return stage;
  };

  test.each(cells)("%s, updated while it waits for %s", async (_name, _what, capability, matches) => {
    const stage = await open("refuses", capability);
    const { call, begin } = await begun(stage, capability);
    const held = stage.sandbox.holdResults(matches);
    const chat = await begin();
    // As at night: the update is announced, put in place and published, all of it during the call.
    stage.sandbox.sendEvent("start_update_event", "api", "environment");
    await stage.sandbox.forceUpdate(renamedParts(builtArtifact()));
    held.stop();
    await stage.sandbox.publish();
    held.release();
    await stage.sandbox.settle();
    await stage.sandbox.forceUpdate(builtArtifact());
    await expectOneAnswer(stage, call, chat);
    await wait(stage, 3);
    expect((await call.settle()).answers).toEqual([]);
    await stage.close();
  });

  test.each(cells)(
    "%s, its connector stopped while it waits for %s",
    async (_name, _what, capability, matches) => {
      const stage = await open("refuses", capability);
      const { call, begin } = await begun(stage, capability);
      const held = stage.sandbox.holdResults(matches);
      const chat = await begin();
      held.stop();
      connectorOf(stage).status = "stopped";
      // Whoever took the answer is gone with it.
      await wait(stage, 6);
      await expectOneAnswer(stage, call, chat);
      connectorOf(stage).status = "running";
      held.release();
      const late = await call.settle();
      expect(late.errors).toEqual([]);
      expect(judge(late.answers, sceneOf(stage, call.personaId)).faults).toEqual([]);
      await stage.close();
    },
  );

  test.each(chosen.map((capability) => [capability.name, capability] as const))(
    "%s, whose requests wait until the connector is started, is answered once, in time or late",
    async (_name, capability) => {
      for (const minutes of [0, 3]) {
        const stage = await open("keeps", capability);
        const { call, begin } = await begun(stage, capability);
        connectorOf(stage).status = "stopped";
        const chat = await begin();
        await wait(stage, minutes);
        connectorOf(stage).status = "running";
        await stage.sandbox.settle();
        await wait(stage, 2);
        await expectOneAnswer(stage, call, chat);
        await stage.close();
      }
    },
  );

  test.each(cells)(
    "%s of somebody who is deleted while it waits for %s",
    async (_name, _what, capability, matches) => {
      const stage = await open("refuses", capability);
      const { call, begin } = await begun(stage, capability);
      const other = stage.sandbox.conversation({ externalId: "+4915198765432" });
      const held = stage.sandbox.holdResults(matches);
      await begin();
      stage.sandbox.account.deletePersona(call.personaId);
      held.stop();
      const from = stage.sandbox.events.length;
      held.release();
      await wait(stage, 3);
      const spoken = stage.sandbox.events.slice(from).filter(({ idn }) => idn === "urgent_message");
      expect(spoken).toEqual([]);
      expect((await other.settle()).errors).toEqual([]);
      // Whoever else calls is served.
      expect((await say("altegio_check_availability_tool", wish)(other)).answers).toHaveLength(1);
      await stage.close();
    },
  );
});
