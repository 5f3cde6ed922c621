/** While an operation runs the session does not end under it and the agent does not ask; its answer releases both. */
import { afterAll, describe, expect, test } from "vitest";
import { extendSessionEvent, waitingModeEvent } from "#sdk";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import { followUpText, type Conversation } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { book, wish } from "../skills/fault-cells.ts";
import { isWrite } from "../skills/in-flight-cells.ts";
import { triedModule } from "./tried-module.ts";

const theatres = new Map<string, Theatre<SalonService>>();
afterAll(async () => {
  await Promise.all([...theatres.values()].map((theatre) => theatre.close()));
});

/** A stage whose core asks after 20 seconds, and ends a session after five minutes in which nothing is said. */
async function stageWith(
  runtime: "node" | "nsl",
  deafTo: readonly string[] = [],
): Promise<Stage<SalonService>> {
  const key = [runtime, ...deafTo].join();
  const theatre =
    theatres.get(key) ??
    (await openTheatre({
      ...triedModule,
      artifact: builtArtifact(),
      runtime,
      platform: { corePatience: { followUpSeconds: 20, sessionSeconds: 300, deafTo } },
    }));
  theatres.set(key, theatre);
  return theatre.open({ now: "2026-10-19T08:00:00Z" });
}

/** What core has done of itself so far. */
function interventions({ sandbox }: Stage<SalonService>, caller: Conversation): string[] {
  return [
    ...caller.memory.filter(({ text }) => text === followUpText).map(() => "asked"),
    ...sandbox.events
      .filter(({ idn, personaId }) => idn === "session_ended" && personaId === caller.personaId)
      .map(() => "ended"),
  ];
}

/** Lets seconds pass. Gives how many answers came meanwhile. */
async function wait(stage: Stage<SalonService>, caller: Conversation, seconds: number): Promise<number> {
  stage.pass(seconds / 60);
  return (await caller.settle()).answers.length;
}

/** The caller has said nothing for nearly five minutes when the agent promises to book; the write gets no answer yet. */
async function waitForBooking(stage: Stage<SalonService>) {
  const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
  await caller.fire("user_message");
  // What core does counts from the promise on.
  await wait(stage, caller, 280);
  const before = interventions(stage, caller).length;
  const held = stage.sandbox.holdResults(isWrite);
  await book(caller);
  held.stop();
  expect(held.events).toHaveLength(1);
  expect(await wait(stage, caller, 25)).toBe(0);
  return { caller, held, stepsIn: () => interventions(stage, caller).slice(before) };
}

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  test("a slow answer is waited for, and releases the conversation", async () => {
    const stage = await stageWith(runtime);
    const { caller, held, stepsIn } = await waitForBooking(stage);
    expect(stepsIn()).toEqual([]);
    held.release();
    expect(await wait(stage, caller, 0)).toBe(1);
    expect(stepsIn()).toEqual([]);
    await wait(stage, caller, 21);
    expect(stepsIn()).toEqual(["asked"]);
    await stage.close();
  });

  test("an answer that never comes ends in one that releases it too", async () => {
    const stage = await stageWith(runtime);
    const { caller, stepsIn } = await waitForBooking(stage);
    let answers = 0;
    for (let round = 0; round < 3 && answers === 0; round += 1) {
      expect(stepsIn()).toEqual([]);
      answers = await wait(stage, caller, 31);
    }
    expect(answers).toBe(1);
    await wait(stage, caller, 21);
    expect(stepsIn()).toEqual(["asked"]);
    await stage.close();
  });

  test.each([
    [waitingModeEvent, "asked"],
    [extendSessionEvent, "ended"],
  ])("a core that does not know %s steps in", async (event, what) => {
    const stage = await stageWith(runtime, [event]);
    const { stepsIn } = await waitForBooking(stage);
    expect(stepsIn()).toEqual([what]);
    await stage.close();
  });

  test("what core has asked for itself keeps the session, and leaves the waiting to core", async () => {
    const stage = await stageWith(runtime);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    const { events } = await caller.fire("book_slot", { payload: { ...wish, phone: "+4915112345678" } });
    expect(events.map(({ idn }) => idn)).toContain(extendSessionEvent);
    expect(events.map(({ idn }) => idn)).not.toContain(waitingModeEvent);
    expect(events.map(({ idn }) => idn)).toContain("result_success");
    await stage.close();
  });
});
